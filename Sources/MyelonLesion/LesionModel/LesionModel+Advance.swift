import MyelonFields

extension LesionModel {
  /// Advances to an exact time.
  ///
  /// - Parameter seconds: time to reach, seconds after the injury; nothing happens if it has passed.
  public func advance(to seconds: Int) {
    while clock.seconds < seconds { step(limit: seconds - clock.seconds) }
  }

  /// Advances to an exact time, with something to do after each step.
  ///
  /// - Parameters:
  ///   - seconds: time to reach, seconds after the injury; nothing happens if it has passed.
  ///   - onStep: called after each step; returns false to stop early, at the end of that step.
  /// - Returns: true when the time was reached.
  public func advance(to seconds: Int, onStep: (LesionClock) throws -> Bool) rethrows -> Bool {
    while clock.seconds < seconds {
      step(limit: seconds - clock.seconds)
      guard try onStep(clock) else { return clock.seconds >= seconds }
    }
    return true
  }

  /// Takes one step of at most `limit` seconds.
  func step(limit: Int) {
    releaseCompressionIfDue()
    influence?.begin(self)
    let length = stepLength(limit: limit)
    let hours = Double(length) / 3600
    influence?.prepare(self, hours: hours)
    let change = react(hours: hours)
    addSources(hours: hours)
    diffuse(hours: hours)
    clock.seconds += length
    clock.steps += 1
    clock.adapt(to: Double(change))
    influence?.finish(self, hours: hours)
    updateSlowly()
  }

  /// Length of the next step: the ladder's, cut short by the end of a lasting compression and by `limit`.
  private func stepLength(limit: Int) -> Int {
    var length = min(LesionClock.ladder[clock.rung], limit)
    if let end = compressionEnd, clock.seconds < end { length = min(length, end - clock.seconds) }
    if let event = influence?.nextEvent(after: clock.seconds) { length = min(length, event - clock.seconds) }
    return length
  }

  /// Makes the next steps short, because something has changed abruptly.
  ///
  /// - Parameter rung: highest rung of the ladder that the next step may take; 8 is a quarter of an hour.
  public func shortenSteps(to rung: Int = 8) {
    clock.rung = min(clock.rung, rung)
  }

  private var compressionEnd: Int? {
    primary.lasting.map { Int(($0.end * 3600).rounded()) }
  }

  private func releaseCompressionIfDue() {
    guard let end = compressionEnd, clock.seconds == end else { return }
    state.mutableValues(.patency).update(repeating: 1)
    shortenSteps()
  }

  /// The reactions of every voxel; returns the largest change of a bounded state.
  func react(hours: Double) -> Float {
    let kernel = ReactionKernel(
      kinetics: kinetics, timeStep: Float(hours),
      substances: SubstanceFactors(substances, timeStep: hours))
    let perField = state.stride / 8
    let lanes = UnsafeMutableRawPointer(state.base).assumingMemoryBound(to: TissueLanes.Lanes.self)
    blocks.withUnsafeBufferPointer { blocks in
      grey.withUnsafeBufferPointer { grey in
        slabChange.withUnsafeMutableBufferPointer { changes in
          nonisolated(unsafe) let changes = changes
          nonisolated(unsafe) let lanes = lanes
          let greyBytes = UnsafeRawPointer(grey.baseAddress)
          executor.run(slabs: changes.count) { slab in
            let first = slab * Self.blocksPerSlab
            let range = first..<min(first + Self.blocksPerSlab, blocks.count)
            var change = TissueLanes.Lanes.zero
            for position in range {
              let block = Int(blocks[position])
              let grey =
                greyBytes?.loadUnaligned(fromByteOffset: block &* 32, as: TissueLanes.Lanes.self) ?? .zero
              var voxels = TissueLanes(lanes, blocks: perField, block: block)
              change = TissueLanes.Lanes.larger(change, kernel.advance(&voxels, grey: grey))
              voxels.store(lanes, blocks: perField, block: block)
            }
            changes[slab] = change.max()
          }
        }
      }
    }
    return slabChange.max() ?? 0
  }

  /// Diffusion of the substances that are awake, each for its effective time.
  private func diffuse(hours: Double) {
    var fields: [UnsafeMutablePointer<Float>] = []
    var transports: [SubstanceTransport] = []
    for field in TissueField.allCases.prefix(TissueField.substanceCount)
    where clock.asleep & (1 << UInt32(field.rawValue)) == 0 {
      fields.append(state.pointer(field))
      transports.append(transport(of: field, hours: hours))
    }
    guard !fields.isEmpty else { return }
    solver.advance(fields, transports: transports, timeStep: hours, executor: executor)
  }

  /// Clears the substances that only therapies bring and adds what therapies release, exactly for a constant
  /// source: `u <- e u + g s` (see `SubstanceFactors`).
  ///
  /// The reactions have already cleared the substances that tissue makes, so those only gain.
  private func addSources(hours: Double) {
    for field in TissueField.allCases.prefix(TissueField.substanceCount) {
      let bit: UInt32 = 1 << UInt32(field.rawValue)
      let hasSource = sources.isActive(field)
      guard hasSource || (field.isBrought && clock.asleep & bit == 0) else { continue }
      let factor = SubstanceFactors.Factor(
        clearance: substances[field.rawValue].clearance, timeStep: hours)
      let values = state.mutableValues(field)
      if field.isBrought {
        for index in values.indices { values[index] *= factor.keep }
      }
      if hasSource {
        let rates = sources.rates(field)
        for index in values.indices { values[index] += factor.gain * rates[index] }
        clock.asleep &= ~bit
      }
    }
  }

  /// Transport of one substance over a step: it has been cleared, so it only spreads, for its effective time.
  private func transport(of field: TissueField, hours: Double) -> SubstanceTransport {
    let substance = substances[field.rawValue]
    let effective = SubstanceFactors.Factor(clearance: substance.clearance, timeStep: hours).gain
    return SubstanceTransport(diffusivity: Float(substance.diffusivity) * effective / Float(hours))
  }
}
