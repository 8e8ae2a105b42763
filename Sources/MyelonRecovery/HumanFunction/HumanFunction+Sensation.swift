import MyelonAnatomy

extension HumanFunction {
  /// Sensation of a path: a share of shock and of the motor gain on what conducts, then what has regrown, all through
  /// the root.
  ///
  /// Motor training and stimulation do not act on sensation.
  func felt(_ input: PathwayInput, root: Double, days: Double) -> PathwayOutput {
    let gain = 1 + parameters.sensoryGain * (parameters.plasticity(days) - 1)
    let conducted = input.output(
      efficacy: parameters.sensoryShock(input.conducting, days), modulation: .init(training: gain))
    return PathwayOutput(total: conducted.total * root, shares: conducted.shares * root)
  }

  /// Light touch: dorsal columns of the same side, anterior spinothalamic fibres of the other.
  func touch(_ dermatome: Int, _ side: Side, reading: CordReading) -> PathwayInput {
    var columns = reading.ascending(
      [.fasciculusGracilis, .fasciculusCuneatus], side, from: dermatome, crossing: 0)
    columns.add(reading.regrown(.dorsalColumns, side, from: dermatome), weight: 1)
    var input = PathwayInput()
    input.add(columns, weight: parameters.dorsalColumn)
    input.add(crossed(dermatome, side, reading: reading), weight: 1 - parameters.dorsalColumn)
    return input
  }

  /// Pin prick: the crossed spinothalamic tract, through the dorsal horn where it starts.
  func prick(_ dermatome: Int, _ side: Side, reading: CordReading) -> PathwayInput {
    var input = PathwayInput()
    input.add(
      crossed(dermatome, side, reading: reading), weight: reading.dorsalHorn(dermatome, side))
    return input
  }

  /// The spinothalamic path of one side of the body, which runs in the other side of the cord.
  private func crossed(_ dermatome: Int, _ side: Side, reading: CordReading) -> PathwayInput {
    var input = reading.crossed([.spinothalamic], side, from: dermatome)
    input.add(reading.regrown(.spinothalamic, side.opposite, from: dermatome), weight: 1)
    return input
  }
}
