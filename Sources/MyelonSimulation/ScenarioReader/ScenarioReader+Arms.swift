import MyelonLesion

extension ScenarioReader {
  private static let armKeys = ["name", "description", "injury", "therapies", "published"]

  /// Reads `arms`; none given is one untreated arm.
  ///
  /// - Parameters:
  ///   - value: the list, or nil when the key is not given.
  ///   - base: the keys of the scenario's injury, of which an arm changes a part.
  ///   - species: the species, when known.
  ///   - days: the days of the run, when known.
  /// - Returns: the arms that could be read; a finding was added for every other.
  func arms(
    _ value: ScenarioValue?, base: ScenarioSection?, species: Scenario.Species?, days: Double?
  ) -> [Scenario.Arm] {
    let items = value?.list("a list of arms") ?? []
    if items.isEmpty { return [.untreated] }
    let sections = items.compactMap { $0.section(allowed: Self.armKeys) }
    checkNames(of: sections)
    return sections.compactMap { arm($0, base: base, species: species, days: days) }
  }

  private func arm(
    _ section: ScenarioSection, base: ScenarioSection?, species: Scenario.Species?, days: Double?
  ) -> Scenario.Arm? {
    let name = section.required("name")?.name()
    let description = section["description"]?.text(longest: 4000, allowsLines: true) ?? ""
    refuseTherapies(section)
    let own = section["injury"].flatMap(injurySection).flatMap {
      injury(from: $0, base: base, species: species)
    }
    let published = section["published"].map { self.published($0, species: species, days: days) } ?? []
    return name.map { Scenario.Arm(name: $0, description: description, injury: own, published: published) }
  }

  /// Names must differ, also as directory names.
  private func checkNames(of sections: [ScenarioSection]) {
    var first: [String: (name: String, line: Int)] = [:]
    for section in sections {
      guard let value = section["name"], case .scalar(let name, _) = value.node.content else { continue }
      let directory = Scenario.directoryName(for: name)
      guard let earlier = first[directory] else {
        first[directory] = (name, value.node.line)
        continue
      }
      let problem =
        earlier.name == name
        ? "two arms have the same name (first on line \(earlier.line))"
        : "the arm would share the directory '\(directory)' with the arm on line \(earlier.line)"
      value.add(.impossible, problem, found: ShownText.quoted(name), allowed: "a name of its own")
    }
  }

  /// An empty list of therapies is accepted, so that a template can show where they will stand.
  private func refuseTherapies(_ section: ScenarioSection) {
    guard let value = section["therapies"], !value.node.isNull else { return }
    if case .list(let items) = value.node.content, items.isEmpty { return }
    value.add(
      .notYet, "therapies arrive with the next version of Myelon; this one simulates untreated arms",
      found: value.node.shown, allowed: "[] or no key")
  }
}
