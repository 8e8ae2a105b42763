import MyelonLesion
import MyelonTherapies

extension ScenarioReader {
  private static let armKeys = [
    "name", "description", "injury", "therapies", "leave-one-out", "published",
  ]

  /// Reads `arms`; none given is one untreated arm.
  ///
  /// - Parameters:
  ///   - value: the list, or nil when the key is not given.
  ///   - base: the keys of the scenario's injury, of which an arm changes a part.
  ///   - species: the species, when known.
  ///   - days: the days of the run, when known.
  ///   - therapies: reads what is done in an arm.
  /// - Returns: the arms that could be read; a finding was added for every other.
  func arms(
    _ value: ScenarioValue?, base: ScenarioSection?, species: Scenario.Species?, days: Double?,
    therapies: TherapyReader
  ) -> [Scenario.Arm] {
    let items = value?.list("a list of arms") ?? []
    if items.isEmpty { return [.untreated] }
    let sections = items.compactMap { $0.section(allowed: Self.armKeys) }
    checkNames(of: sections)
    let arms = sections.map { arm($0, base: base, species: species, days: days, therapies: therapies) }
    return expand(arms, of: sections)
  }

  private func arm(
    _ section: ScenarioSection, base: ScenarioSection?, species: Scenario.Species?, days: Double?,
    therapies: TherapyReader
  ) -> Scenario.Arm? {
    let name = section.required("name")?.name()
    let description = section["description"]?.text(longest: 4000, allowsLines: true) ?? ""
    let treatment = section["therapies"].map(therapies.treatment) ?? TreatmentProtocol()
    let leavesOneOut = section["leave-one-out"]?.flag() ?? false
    let own = section["injury"].flatMap(injurySection).flatMap {
      injury(from: $0, base: base, species: species)
    }
    let published = section["published"].map { self.published($0, species: species, days: days) } ?? []
    return name.map {
      Scenario.Arm(
        name: $0, description: description, injury: own, therapies: treatment, published: published,
        leavesOneOut: leavesOneOut)
    }
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

  /// The arms, each followed by itself without each component where it asks for that.
  private func expand(_ arms: [Scenario.Arm?], of sections: [ScenarioSection]) -> [Scenario.Arm] {
    var taken = Set(arms.compactMap { $0.map { Scenario.directoryName(for: $0.name) } })
    var expanded: [Scenario.Arm] = []
    for (arm, section) in zip(arms, sections) {
      guard let arm else { continue }
      let all = Scenario.leavingOneOut(arm)
      expanded += all
      guard arm.leavesOneOut, let value = section["leave-one-out"] else { continue }
      if all.count == 1, section["therapies"].map(\.node.isEmpty) ?? true {
        value.add(.impossible, "the arm has no therapy that could be left out")
      }
      for other in all.dropFirst() where !taken.insert(Scenario.directoryName(for: other.name)).inserted {
        value.add(
          .impossible, "another arm has the name of an arm that this adds",
          found: ShownText.quoted(other.name), allowed: "another name for that arm")
      }
    }
    return expanded
  }
}
