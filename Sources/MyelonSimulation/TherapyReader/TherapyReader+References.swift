import MyelonQuantities
import MyelonTherapies

extension TherapyReader {
  /// Reads the activation of a safety switch, not yet matched with its transplant.
  func safetySwitch(_ section: ScenarioSection) -> SafetySwitch? {
    let transplant = section.required("safety-switch", "the name of a transplant of this arm")?
      .text(longest: 80)
    let day = day(section)
    guard let transplant, let name = name(section, usual: "safety switch of \(transplant)"), let day else {
      return nil
    }
    return SafetySwitch(name: name, day: day, transplant: transplant)
  }

  /// The activation for every dose of its transplant that was given by then.
  func switches(_ entry: Entry, among entries: [Entry]) -> [Intervention] {
    guard case .safetySwitch(let turnedOn)? = entry.interventions.first,
      let value = entry.section["safety-switch"]
    else { return [] }
    let transplants = entries.flatMap(\.interventions).compactMap { intervention -> CellTransplant? in
      if case .cells(let cells) = intervention { cells } else { nil }
    }
    // A name with its dose means that dose alone.
    let exact = transplants.filter {
      $0.name == turnedOn.transplant && turnedOn.transplant.contains(", dose ")
    }
    let own =
      exact.isEmpty
      ? transplants.filter { TreatmentProtocol.component(of: $0.name) == turnedOn.transplant } : exact
    guard let first = own.first else {
      refuse(
        value, "no transplant of this arm has this name", names: Self.components(transplants.map(\.name)))
      return []
    }
    let carriesSwitch = first.engineering.contains { if case .safetySwitch = $0 { true } else { false } }
    guard carriesSwitch else {
      value.add(
        .impossible, "the cells of this transplant carry no safety switch",
        found: ShownText.quoted(turnedOn.transplant),
        allowed: "a transplant with 'engineering: [{safety-switch: 95 %}]'")
      return []
    }
    let given = own.filter { $0.day <= turnedOn.day }
    guard !given.isEmpty else {
      entry.section["day"]?.add(
        .impossible, "the switch is turned on before its cells are given",
        found: "day \(turnedOn.day.shortestText)",
        allowed: "day \(first.day.shortestText) or later")
      return []
    }
    return given.enumerated().map { index, transplant in
      .safetySwitch(
        SafetySwitch(
          name: TreatmentProtocol.name(turnedOn.name, dose: index + 1), day: turnedOn.day,
          transplant: transplant.name))
    }
  }

  /// Names must differ, also as parts of the names of directories.
  func checkNames(of entries: [Entry]) {
    var first: [String: Int] = [:]
    for entry in entries {
      let line = entry.section.owner.node.line
      let slug = Scenario.directoryName(for: entry.name)
      guard let earlier = first[slug] else {
        first[slug] = line
        continue
      }
      (entry.section["name"] ?? entry.section.owner).add(
        .impossible, "two therapies of the arm have the same name (first on line \(earlier))",
        found: ShownText.quoted(entry.name), allowed: "a 'name' of its own")
    }
  }

  /// Scaffolds that others refer to must exist and must not come later.
  func checkScaffolds(of entries: [Entry]) {
    var days: [String: Double] = [:]
    for case .scaffold(let scaffold)? in entries.map(\.interventions.first) {
      days[scaffold.name] = scaffold.day
    }
    for entry in entries {
      guard let intervention = entry.interventions.first else { continue }
      let key: String
      let name: String
      switch intervention {
      case .cells(let cells):
        guard let scaffold = cells.scaffold else { continue }
        (key, name) = ("in", scaffold)
      case .release(let release):
        guard case .scaffold(let scaffold) = release.origin else { continue }
        (key, name) = ("from", scaffold)
      default: continue
      }
      guard let value = entry.section[key] else { continue }
      guard let day = days[name] else {
        let words = key == "from" ? ["site", "intrathecal"] : []
        refuse(value, "no scaffold of this arm has this name", names: words + days.keys.sorted())
        continue
      }
      guard intervention.day < day else { continue }
      value.add(
        .impossible, "the scaffold is put in only later",
        found: "day \(intervention.day.shortestText), scaffold on day \(day.shortestText)",
        allowed: "day \(day.shortestText) or later")
    }
  }

  private func refuse(_ value: ScenarioValue, _ problem: String, names: [String]) {
    value.add(
      .unknownName, problem, found: ShownText.quoted(value.scalarText),
      allowed: names.isEmpty ? "none is there" : names.map(ShownText.plain).joined(separator: ", "),
      nearest: SuggestedName.of(value.scalarText, in: names))
  }

  private static func components(_ names: [String]) -> [String] {
    var components: [String] = []
    for name in names.map(TreatmentProtocol.component) where !components.contains(name) {
      components.append(name)
    }
    return components
  }
}
