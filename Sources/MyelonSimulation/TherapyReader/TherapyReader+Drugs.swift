import MyelonAnatomy
import MyelonQuantities
import MyelonTherapies

extension TherapyReader {
  /// Reads a course of a drug.
  func drug(_ section: ScenarioSection) -> DrugCourse? {
    guard let drug = section.required("drug")?.choice(Drug.self) else { return nil }
    let name = name(section, usual: drug.rawValue)
    // A file without a readable species has its finding already.
    let species = subject?.species ?? .human
    let route = section.required("route").flatMap { self.route($0, of: drug, in: species) }
    let day = day(section)
    let dose = section.required("dose", "such as 1 \(DrugDose.unit(of: drug, in: species).symbol)")
      .flatMap { DrugDose.read($0, of: drug, in: species, weight: subject?.weight) }
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

  /// One of the routes by which the drug is given in the species.
  private func route(_ value: ScenarioValue, of drug: Drug, in species: Species) -> DrugRoute? {
    guard let route = value.choice(DrugRoute.self) else { return nil }
    let routes = drug.routes(in: species)
    guard !routes.contains(route) else { return route }
    value.add(
      .impossible, "\(drug.rawValue) is not given in this way to a \(species.rawValue)",
      found: ShownText.quoted(route.rawValue), allowed: routes.map(\.rawValue).joined(separator: ", "))
    return nil
  }
}
