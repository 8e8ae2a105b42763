import MyelonLesion
import MyelonRegrowth
import MyelonTherapies

/// What acts on the cord of one arm from outside: its treatment, then its growing axons.
///
/// The treatment conditions each step of the cord and lets its cells live after it; the axons grow after both, in the
/// tissue and among the cells as they then are.
final class ArmInfluence: LesionInfluence {
  /// The treatment, or nil.
  let course: TherapyCourse?
  /// The growing axons.
  let regrowth: Regrowth
  /// Factor of the subject's age on the growth of host axons.
  private let ageFactor: Double

  init(course: TherapyCourse?, regrowth: Regrowth, ageFactor: Double) {
    self.course = course
    self.regrowth = regrowth
    self.ageFactor = ageFactor
  }

  func begin(_ model: LesionModel) { course?.begin(model) }

  func nextEvent(after seconds: Int) -> Int? { course?.nextEvent(after: seconds) }

  func prepare(_ model: LesionModel, hours: Double) { course?.prepare(model, hours: hours) }

  func finish(_ model: LesionModel, hours: Double) {
    course?.finish(model, hours: hours)
    regrowth.advance(model, hours: hours) { days in
      GrowthConditions(course, on: model, ageFactor: ageFactor, days: days)
    }
  }

  /// The connections at the cord's present time, as an examination finds them.
  func reading(_ model: LesionModel) throws -> RegrowthReading {
    try regrowth.reading(
      model,
      conditions: GrowthConditions(course, on: model, ageFactor: ageFactor, inExamination: true))
  }

  /// Everything to continue with the same bits besides the cord itself.
  func checkpoint() throws -> ArmState {
    ArmState(treatment: try course?.checkpoint(), regrowth: regrowth.checkpoint())
  }

  /// Puts treatment and axons back to where they were; the cord must have been put back before.
  func restore(_ state: ArmState, on model: LesionModel) throws {
    if let treatment = state.treatment { try course?.restore(treatment, on: model) }
    try regrowth.restore(
      state.regrowth, on: model, conditions: GrowthConditions(course, on: model, ageFactor: ageFactor))
  }
}
