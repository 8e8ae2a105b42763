import MyelonSimulation
import MyelonTrialDesigns

/// Reads the tree of a protocol file into a `TrialProtocol`, collecting everything that is wrong with it.
struct ProtocolReader {
  /// Takes what is wrong.
  let findings: FindingList
  /// Where tables lie that the file names.
  let directory: String

  private static let keys = [
    "myelon-protocol", "name", "description", "eligibility", "doses", "dose-finding", "expansion",
    "randomised", "safety", "attrition",
  ]

  /// Reads the whole file.
  ///
  /// - Returns: the protocol; only valid when no finding was added.
  func trial(from node: ScenarioNode, text: String) -> TrialProtocol? {
    let hints = [
      "myelon":
        "that key begins a scenario, which `myelon run` takes; a protocol begins with 'myelon-protocol: 1'",
      "randomized": "it is spelt 'randomised'", "inclusion": "it belongs to 'eligibility'",
      "exclusion": "it belongs to 'eligibility'", "escalation": "see 'dose-finding'",
    ]
    let value = ScenarioValue(node: node, path: "", findings: findings)
    guard let root = value.section(allowed: Self.keys, hints: hints), isThisSchema(root) else { return nil }
    let name = root.required("name")?.name()
    let description = root["description"]?.text(longest: 4000, allowsLines: true) ?? ""
    let rules = root["eligibility"].map(EligibilityReader.content) ?? EligibilityReader.Content()
    let doses = root["doses"].map(doses) ?? []
    if root.has("dose-finding"), !root.has("doses") {
      _ = root.required("doses", "a list of dose levels, the lowest first")
    }
    let doseFinding = root["dose-finding"].flatMap { self.doseFinding($0, doses: doses.count) }
    let expansion = root["expansion"].flatMap(expansion)
    let randomised = root["randomised"].flatMap(randomised)
    let stages: [(TrialStage, Bool)] = [
      (.doseFinding, root.has("dose-finding")), (.expansion, root.has("expansion")),
      (.randomised, root.has("randomised")),
    ]
    let given = stages.filter(\.1).map(\.0)
    if given.isEmpty {
      value.add(
        .missingKey, "a protocol needs at least one stage",
        allowed: TrialStage.allCases.map(\.rawValue).joined(separator: ", "))
    }
    let safety = root["safety"].map { self.safety($0, stages: given) } ?? []
    let attrition = root["attrition"].flatMap(AttritionReader.attrition) ?? Attrition.none
    guard let name else { return nil }
    return TrialProtocol(
      name: name, description: description, path: findings.file, text: text, eligibility: rules.eligibility,
      unmodelled: rules.unmodelled, doses: doses, doseFinding: doseFinding, expansion: expansion,
      randomised: randomised, safety: safety, attrition: attrition)
  }

  private func isThisSchema(_ root: ScenarioSection) -> Bool {
    guard let value = root.required("myelon-protocol", "the version of the format, 'myelon-protocol: 1'")
    else { return true }
    guard let schema = value.wholeNumber() else { return true }
    if schema == TrialProtocol.currentSchema { return true }
    value.add(
      .outOfRange, "this version of Myelon does not read this version of the format", found: "\(schema)",
      allowed: "\(TrialProtocol.currentSchema)")
    return false
  }

  private func doses(_ value: ScenarioValue) -> [ProtocolDose] {
    guard let items = value.list("a list of dose levels, the lowest first") else { return [] }
    var doses: [ProtocolDose] = []
    for item in items {
      guard let dose = dose(item) else { continue }
      if doses.contains(where: { $0.name.lowercased() == dose.name.lowercased() }) {
        item.add(.impossible, "two doses have the same name", found: ShownText.quoted(dose.name))
      }
      // Data files may name a dose by its number, so that a name may not be the number of another one.
      if let number = Int(dose.name), number != doses.count + 1 {
        item.add(
          .impossible, "the name is a number that is not that of the dose",
          found: ShownText.quoted(dose.name),
          allowed: "\(doses.count + 1), or a name that is no number")
      }
      doses.append(dose)
    }
    if items.count > DoseTally.maximumDoses {
      value.add(
        .outOfRange, "too many doses", found: "\(items.count)", allowed: "1 to \(DoseTally.maximumDoses)")
    }
    return doses
  }

  private func dose(_ value: ScenarioValue) -> ProtocolDose? {
    if case .scalar = value.node.content { return value.text(longest: 80).map { ProtocolDose(name: $0) } }
    guard let section = value.section(allowed: ["name", "arm"]) else { return nil }
    let name = section.required("name")?.text(longest: 80)
    let arm = section["arm"].flatMap { $0.text(longest: 80) }
    return name.map { ProtocolDose(name: $0, arm: arm) }
  }

  // MARK: - Simulation

  /// Reads `simulation`.
  func simulation(_ section: ScenarioSection, usual: Int = 10_000) -> ProtocolSimulation {
    var simulation = ProtocolSimulation(trials: usual)
    guard let inner = section["simulation"]?.section(allowed: ["trials", "seed"]) else { return simulation }
    if let trials = inner["trials"]?.count(10...1_000_000) { simulation.trials = trials }
    if let seed = inner["seed"]?.wholeNumber() { simulation.seed = seed }
    return simulation
  }
}
