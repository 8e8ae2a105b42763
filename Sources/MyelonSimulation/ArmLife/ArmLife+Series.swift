import MyelonRegrowth
import MyelonLesion
import MyelonRecovery

extension ArmLife {
  /// Lives to the end of the run and keeps its series: the numbers that a run writes into `series.csv`.
  ///
  /// Nobody is examined, so the series holds expected values without an examiner's error.
  ///
  /// - Parameter shouldStop: asked after each step; true ends the life without a result.
  /// - Returns: one row a sample of the plan; nil when the life was stopped.
  /// - Throws: `RunError` when a treatment cannot be carried out or a field stops being finite.
  public func series(shouldStop: () -> Bool = { false }) throws -> SeriesTable? {
    let subject = plan.scenario.subject
    let recorder = SeriesRecorder(
      species: subject.species, age: subject.age, parameters: plan.parameters, cord: model.cord,
      hasTherapies: plan.hasTherapies)
    var series = SeriesTable(columns: recorder.columns)
    for second in plan.sampleSeconds {
      guard try advance(to: second, shouldStop: shouldStop) else { return nil }
      let reading = try influence.reading(model)
      let grown = influence.regrowth.summary(model, reading: reading)
      series.append(
        try recorder.row(of: model, course: influence.course, supply: reading.supply, grown: grown))
    }
    return series
  }
}
