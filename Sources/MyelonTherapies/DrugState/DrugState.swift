import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities

/// A course of a drug in a subject: how much of it acts at a time, and on what.
///
/// One effect-site compartment (see `DosingSchedule.effectSite`) holds x, in reference doses, and each effect is
/// `E = x / (x + x½)` of its largest value. Doses by mass are taken relative to the subject's body mass. All of it
/// is a function of time: nothing has to be stored.
public struct DrugState: Sendable {
  /// The plan.
  public let course: DrugCourse
  /// What is known of the drug.
  public let record: DrugRecord
  let schedule: DosingSchedule
  /// A dose in reference doses.
  let relativeDose: Double
  let fluid: CerebrospinalFluid
  let surface: CordSurface?

  /// Body mass of a usual subject, kg: an adult rat of 250 g, a person of 75 kg.
  public static func usualBodyMass(_ species: Species) -> Double { species == .rat ? 0.25 : 75 }

  /// Doses above this multiple of the reference dose are refused.
  public static let largestRelativeDose = 20.0

  /// Plans a course for a subject.
  ///
  /// - Parameters:
  ///   - course: the plan.
  ///   - cord: the subject's cord.
  ///   - bodyMass: kg; nil for the species' usual one. Acts on doses that are not by body mass or into the fluid.
  ///   - table: holds `TherapyParameters`; nil for the species' own.
  /// - Throws: `TherapyError` when the route or a number cannot be.
  public init(
    _ course: DrugCourse, in cord: CordModel, bodyMass: Double? = nil, table: ParameterTable? = nil
  ) throws(TherapyError) {
    let species = cord.species
    let table = table ?? TherapyParameters.table(for: species)
    let record = DrugRecord(course.drug, species: species, table: table)
    let mass = bodyMass ?? Self.usualBodyMass(species)
    try course.validate(record)
    try TherapyError.check(mass, "body mass", "kg", in: 0.01...500, of: course.name)
    self.course = course
    self.record = record
    schedule = DosingSchedule(intervalHours: course.interval, duration: course.duration)
    var relative = course.dose / record.referenceDose
    let isByMass = record.unit == .milligramsPerKilogram
    if !isByMass && course.route != .intrathecal { relative *= Self.usualBodyMass(species) / mass }
    relativeDose = relative
    fluid = CerebrospinalFluid(table)
    surface = record.factor == nil ? nil : CordSurface(cord)
  }

  /// Amount at the effect site, in reference doses, on a day after injury.
  public func amount(atDay day: Double) -> Double {
    guard record.factor == nil else { return 0 }
    return relativeDose
      * schedule.effectSite(
        at: day - course.day, filling: 24 * M_LN2 / record.delay, loss: 24 * M_LN2 / record.halfLife)
  }

  /// Share of the largest effect, 0 to 1, on a day after injury.
  public func effect(atDay day: Double) -> Double {
    let amount = amount(atDay: day)
    return amount / (amount + record.halfAmount)
  }

  /// Mean share of the largest effect between two days.
  ///
  /// The effect rises and falls within hours and a late time step lasts twelve, so it is averaged over panels of at
  /// most half an hour (three-point Gauss rule).
  public func effect(fromDay from: Double, toDay to: Double) -> Double {
    guard to > from else { return effect(atDay: from) }
    guard to > course.day else { return 0 }
    let count = Int(min(max(1, ((to - from) * 48).rounded(.up)), 1e6))
    let width = (to - from) / Double(count)
    let offset = 0.6.squareRoot() / 2
    var sum = 0.0
    for panel in 0..<count {
      let middle = from + (Double(panel) + 0.5) * width
      sum += 4.0 / 9 * effect(atDay: middle)
      sum += 5.0 / 18 * (effect(atDay: middle - offset * width) + effect(atDay: middle + offset * width))
    }
    return sum / Double(count)
  }

  /// Days after injury at which a time step should end: the first dose and the last input.
  public var eventDays: [Double] { [course.day, course.day + schedule.lastInput] }
}
