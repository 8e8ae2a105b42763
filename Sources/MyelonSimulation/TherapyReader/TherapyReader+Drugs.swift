import MyelonQuantities
import MyelonTherapies

extension TherapyReader {
  /// Reads a course of a drug.
  func drug(_ section: ScenarioSection) -> DrugCourse? {
    guard let drug = section.required("drug")?.choice(Drug.self) else { return nil }
    let name = name(section, usual: drug.rawValue)
    let route = section.required("route")?.choice(DrugRoute.self)
    let day = day(section)
    let dose = section.required("dose", "such as 1 \(DrugDose.unit(of: drug).symbol)")
      .flatMap { DrugDose.read($0, of: drug, weight: subject?.weight) }
    var interval: Double? = 24
    if let value = section["every"] {
      let isInfusion = value.scalarText == "continuous"
      interval = isInfusion ? 0 : value.quantity(as: .time, .drugInterval, or: "continuous")
    }
    var duration: Double? = 0
    if let value = section["for"] { duration = days(value, .drugDuration) }
    if interval == 0, duration == 0 {
      section.owner.findings.add(
        .missingKey, line: section.owner.node.line, column: section.owner.node.column,
        path: section.path(of: "for"), "a continuous infusion needs its length")
    }
    guard let name, let route, let day, let dose, let interval, let duration else { return nil }
    return DrugCourse(
      name: name, drug: drug, route: route, day: day, dose: dose, interval: interval, duration: duration)
  }
}
