import MyelonAnatomy

extension HumanFunction {
  /// Drive of a pool: what reaches its segments times the motoneurons left and what their roots conduct.
  func drive(
    _ pool: MotorPool, _ side: Side, reading: CordReading, roots: RootInjury, days: Double
  ) -> PathwayOutput {
    var sum = PathwayOutput()
    for share in pool.shares {
      let input = descending(to: share.segment, side, reading: reading)
      let motoneurons = min(1, reading.motoneurons(share.segment, side) * parameters.unitGain(days))
      let efficacy = parameters.shock(input.conducting, days) * parameters.plasticity(days)
      let modulation = reading.modulation(share.segment, side, disturbance: parameters.disturbance)
      let root = reading.segmentIndex[share.segment].map { roots.motor($0, days: days) } ?? 1
      sum.add(
        input.output(efficacy: efficacy, modulation: modulation), weight: share.weight,
        targets: motoneurons * root)
    }
    return sum.limited(to: 1)
  }

  /// What descends to a segment: conducting and regenerated shares by tract, relays and detours as a whole.
  private func descending(to segment: String, _ side: Side, reading: CordReading) -> PathwayInput {
    var input = PathwayInput()
    input.add(reading.input([.lateralCorticospinal], [side], to: segment), weight: parameters.lateral)
    input.add(reading.input([.ventralCorticospinal], [side], to: segment), weight: parameters.ventral)
    input.add(
      reading.input(
        [
          .lateralReticulospinal, .ventrolateralReticulospinal, .ventralReticulospinal, .medialReticulospinal,
        ],
        [.right, .left], to: segment),
      weight: parameters.reticulospinal)
    input.add(
      reading.relays(side, to: segment),
      weight: parameters.lateral + parameters.ventral + parameters.reticulospinal)
    return input
  }
}
