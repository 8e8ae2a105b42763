import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion

extension GrowthEnvironment {
  /// Works out what holds during a growth step.
  ///
  /// - Parameters:
  ///   - model: the cord with its fields at the end of the step's hours.
  ///   - conditions: what therapies offer.
  ///   - days: length of the growth step, d; chondroitinase acts on intact proteoglycan for so long.
  ///   - cones: growth cones that will take the step; rows that none of them can read are left as they were. Nil works
  ///     out all rows.
  public func update(
    model: LesionModel, conditions: GrowthConditions, days: Double, near cones: GrowthCones? = nil
  ) {
    precondition(
      model.cord.grid == cord.grid, "The lesion's cord has another grid than the growing axons' cord")
    day = model.clock.days
    setSpeeds(conditions)
    updateDenervation(model.state)
    smoothNeurons(conditions.graftNeurons)
    digest(model.state.values(.chondroitinase), days: days)
    // Read by all threads, written by none.
    nonisolated(unsafe) let reader = GrowthLevels(
      state: model.state, cord: cord, numbers: numbers, conditions: conditions,
      smoothedNeurons: smoothedNeurons)
    if let cones {
      need.take(
        near: cones, grid: cord.grid, rowOf: rowOf, rowCount: rowCount, reach: longestWay(days: days))
    } else {
      need.takeAll()
    }
    undigested.withUnsafeBufferPointer { undigested in
      let undigested = undigested.isEmpty ? nil : undigested.baseAddress
      nonisolated(unsafe) let kept = undigested
      nonisolated(unsafe) let environment = self
      forEachRow(need.levels) { index in
        environment.setLevels(index, reader: reader, undigested: kept?[index] ?? 1)
      }
    }
    updateGuidance()
    updateEnds()
  }

  /// Does something with each row that is needed, slab by slab over the threads.
  ///
  /// - Parameters:
  ///   - chosen: the rows, unless all are needed.
  ///   - body: what to do with a row; it writes to that row alone.
  func forEachRow(_ chosen: [Int32], _ body: @Sendable (Int) -> Void) {
    let isAll = need.isAll
    let count = isAll ? rowCount : chosen.count
    executor.run(slabs: (count + Self.slabLength - 1) / Self.slabLength) { slab in
      let first = slab * Self.slabLength
      for place in first..<min(first + Self.slabLength, count) { body(isAll ? place : Int(chosen[place])) }
    }
  }

  /// The longest way of a growth cone in a step, mm: substrate and advance only slow it down.
  private func longestWay(days: Double) -> Double {
    Double(cones.map(\.speed).max() ?? 0) * days
  }

  /// Speeds of the kinds: `v σ_g · drugs`, and for host axons `· age · (φ_∞ + (1 - φ_∞) e^(-t / τ_φ))`.
  private func setSpeeds(_ conditions: GrowthConditions) {
    let injury =
      numbers.injuryFloor + (1 - numbers.injuryFloor) * exp(-day / numbers.injuryTime)
    let host = Double(conditions.ageFactor) * injury
    for (index, trait) in traits.enumerated() {
      let factor = numbers.pace * Double(conditions.neuriteFactor) * (trait.type == .graft ? 1 : host)
      cones[index].speed = Float(trait.speed * factor)
    }
    setIdentity(conditions.spinalIdentity)
  }

  /// Corticospinal axons grow into grafted neurons in so far as these are neurons of the spinal cord: `u_c` times identity.
  private func setIdentity(_ identity: Float) {
    let index = Int(NeuronType.corticospinal.rawValue)
    let promotion = Float(traits[index].graftNeuronPromotion) * identity
    cones[index].promotion[GrowthRow.neurons] = promotion
    cones[index].guidance[GrowthRow.neurons] = numbers.haptotaxis * promotion
  }

  private func smoothNeurons(_ neurons: [Float]) {
    guard neurons.contains(where: { $0 > 0 }) else {
      smoothedNeurons = []
      return
    }
    precondition(neurons.count == cord.grid.count, "Grafted neurons: one number a voxel, or none")
    smoothedNeurons = neurons
    ExponentialSmoothing(grid: cord.grid, range: numbers.graftReach).apply(&smoothedNeurons, alongZ: true)
  }

  /// Digestion and renewal of the proteoglycan of intact tissue, exact for constant enzyme E.
  ///
  /// `dU/dt = λ_ν (1 - U) - e_ν E U` for the undigested share U.
  private func digest(_ enzyme: UnsafeBufferPointer<Float>, days: Double) {
    if undigested.isEmpty {
      guard enzyme.contains(where: { $0 > 0 }) else { return }
      undigested = [Float](repeating: 1, count: rowCount)
    }
    for index in 0..<rowCount {
      let removal = numbers.digestion * Double(enzyme[Int(voxelOf[index])])
      guard removal > 0 || undigested[index] < 1 else { continue }
      let rate = numbers.renewal + removal
      let rest = numbers.renewal / rate
      undigested[index] = Float(rest + (Double(undigested[index]) - rest) * exp(-rate * days))
    }
  }

  /// Levels and local numbers of one row.
  private func setLevels(_ index: Int, reader: GrowthLevels, undigested: Float) {
    let voxel = Int(voxelOf[index])
    let target = row(index)
    let levels = reader.levels(voxel, undigested: undigested)
    target[GrowthRow.levels] = levels
    let side = voxel % cord.grid.nx < cord.grid.nx / 2 ? 0 : 1
    let cut = denervation[side][voxel / (cord.grid.nx * cord.grid.ny)]
    var local = reader.local(voxel, denervation: cut, proteoglycan: levels[GrowthRow.proteoglycan])
    local[GrowthRow.greyX] = cut * greyDirection[index].x
    local[GrowthRow.greyY] = cut * greyDirection[index].y
    target[GrowthRow.local] = local
  }

  /// Rows that stand for the white matter beyond the window: means over the white matter of the last slices.
  private func updateEnds() {
    for (place, slice) in [0, cord.grid.nz - 1].enumerated() {
      let target = row(rowCount + place)
      var levels = SIMD8<Float>.zero
      var local = SIMD8<Float>.zero
      var white: Float = 0
      let first = slice * cord.grid.nx * cord.grid.ny
      for voxel in first..<first + cord.grid.nx * cord.grid.ny where rowOf[voxel] >= 0 {
        let share = cord.whiteFraction(voxel)
        let source = row(Int(rowOf[voxel]))
        levels += share * source[GrowthRow.levels]
        local += share * source[GrowthRow.local]
        white += share
      }
      guard white > 0 else { continue }
      target[GrowthRow.levels] = levels / white
      local /= white
      // Beyond the window are no targets that anyone could name, and no directions.
      for lane in [
        GrowthRow.hostTarget, GrowthRow.graftTarget, GrowthRow.greyX, GrowthRow.greyY, GrowthRow.implant,
      ] { local[lane] = 0 }
      target[GrowthRow.local] = local
    }
  }
}
