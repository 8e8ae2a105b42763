import MyelonLesion

extension DrugState {
  /// Mean concentration of the drug's factor in the cerebrospinal fluid between two days, per mL; 0 for drugs that
  /// are not given there.
  public func fluidConcentration(fromDay from: Double, toDay to: Double) -> Double {
    guard let factor = record.factor, to > from else { return 0 }
    let loss = fluid.loss(of: factor.factor)
    let start = from - course.day
    let end = to - course.day
    let entered = schedule.given(before: end) - schedule.given(before: start)
    let change = schedule.remaining(at: end, loss: loss) - schedule.remaining(at: start, loss: loss)
    return course.dose * factor.perDoseUnit
      * fluid.meanConcentration(entered: entered, change: change, loss: loss, days: to - from)
  }

  /// Adds what reaches the cord from the cerebrospinal fluid during a step to `model.sources`.
  public func addSources(_ model: LesionModel, fromDay from: Double, toDay to: Double) {
    guard let surface, let factor = record.factor, to > from else { return }
    let concentration = fluidConcentration(fromDay: from, toDay: to)
    surface.addUptake(of: concentration, factor.factor, to: model, hours: 24 * (to - from))
  }
}
