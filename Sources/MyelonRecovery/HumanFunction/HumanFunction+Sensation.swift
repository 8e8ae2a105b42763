import MyelonAnatomy

extension HumanFunction {
  /// Sensation of a path: shock and half of the motor gain on what conducts, then what has regrown.
  ///
  /// Half is assumed: sensory scores regain less than motor scores (NH32: 6.6 and 4.3 points of touch and pin
  /// prick against 11.2 of motor in six months). Motor training and stimulation do not act on sensation.
  func felt(_ input: PathwayInput, days: Double) -> PathwayOutput {
    let gain = 0.5 * (1 + parameters.plasticity(days))
    return input.output(
      efficacy: parameters.shock(input.conducting, days), modulation: .init(training: gain))
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
