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
    let length = stepLength(limit: limit)
    let hours = Double(length) / 3600
    let change = react(hours: hours)
    diffuse(hours: hours)
    clock.seconds += length
    clock.steps += 1
    clock.adapt(to: Double(change))
    updateSlowly()
  }

  /// Length of the next step: the ladder's, cut short by the end of a lasting compression and by `limit`.
  private func stepLength(limit: Int) -> Int {
    var length = min(LesionClock.ladder[clock.rung], limit)
    if let end = compressionEnd, clock.seconds < end { length = min(length, end - clock.seconds) }
    return length
  }

  private var compressionEnd: Int? {
    primary.lasting.map { Int(($0.end * 3600).rounded()) }
  }

  private func releaseCompressionIfDue() {
    guard let end = compressionEnd, clock.seconds == end else { return }
    state.mutableValues(.patency).update(repeating: 1)
    clock.rung = min(clock.rung, 8)
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

  /// Transport of one substance over a step.
  ///
  /// The reactions have cleared the substances that they produce, so those only spread, for their effective time;
  /// the others, which therapies bring, are cleared by the solver.
  private func transport(of field: TissueField, hours: Double) -> SubstanceTransport {
    let substance = substances[field.rawValue]
    switch field {
    case .bdnf, .nt3, .chondroitinase:
      return SubstanceTransport(
        diffusivity: Float(substance.diffusivity), decay: Float(substance.clearance))
    default:
      let effective = SubstanceFactors.Factor(clearance: substance.clearance, timeStep: hours).gain
      return SubstanceTransport(diffusivity: Float(substance.diffusivity) * effective / Float(hours))
    }
  }
}
