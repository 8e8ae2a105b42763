import Foundation
import MyelonSimulation
import MyelonTrialDesigns

extension ProtocolReader {
  private static let shared = ["design", "calendar", "assumptions", "simulation"]

  /// Keys of each design beside the shared ones.
  private static let designKeys: [String: [String]] = [
    "three-plus-three": ["variant", "starting-dose"],
    "boin": ["plan", "target", "low-rate", "high-rate", "overdose", "bounds-selection"],
    "keyboard": ["plan", "target", "lower-margin", "upper-margin", "ends", "overdose"],
    "mtpi-2": ["plan", "target", "lower-margin", "upper-margin", "overdose"],
    "mtpi": ["plan", "target", "lower-margin", "upper-margin", "overdose"],
    "crm": reassessmentKeys, "tite-crm": reassessmentKeys,
    "tite-boin": [
      "plan", "target", "low-rate", "high-rate", "overdose", "bounds-selection", "largest-pending-share",
    ],
    "boin12": [
      "plan", "toxicity-limit", "efficacy-limit", "utility", "toxicity-cutoff", "efficacy-cutoff",
      "comparison-patients", "exploration-patients",
    ],
    "table": ["plan", "target", "table"],
  ]

  private static let reassessmentKeys = [
    "plan", "target", "skeleton", "model", "intercept", "prior-deviation", "estimator", "first-stage",
    "never-skips", "is-coherent", "overdose-cutoff",
  ]

  /// Reads `dose-finding`.
  ///
  /// - Parameters:
  ///   - value: the group.
  ///   - doses: number of dose levels.
  /// - Returns: the stage, nil after a finding.
  func doseFinding(_ value: ScenarioValue, doses: Int) -> DoseFindingStage? {
    guard let section = value.openSection("a group of keys") else { return nil }
    let word = section.required("design", DoseFindingChoice.words.joined(separator: ", "))?
      .word(of: DoseFindingChoice.words, "a dose-finding design")
    guard let word, let keys = Self.designKeys[word] else { return nil }
    let before = findings.findings.count
    section.checkKeys(
      allowed: Self.shared + keys,
      hints: ["cohort-size": "it belongs to 'plan'", "maximum-patients": "it belongs to 'plan'"])
    let choice = doses > 0 ? choice(word, keys: keys, value, section, doses: doses) : nil
    let calendar = section["calendar"].flatMap(calendar)
    if choice?.usesPendingPatients == true, !section.has("calendar") {
      _ = section.required("calendar", "\(word) needs the window of observation")
    }
    let assumptions = (section["assumptions"]?.list("a list of true rates") ?? []).enumerated()
      .compactMap { assumption($0.element, number: $0.offset + 1, doses: doses) }
    let simulation = simulation(section)
    guard let choice else { return nil }
    value.add(choice.design.findings())
    if choice.plan.doses != doses {
      value.place(of: "plan, doses").add(
        .impossible, "another number of doses than 'doses' lists", found: "\(choice.plan.doses)",
        allowed: "\(doses)")
    }
    if choice.efficacyLimit != nil {
      for (index, scenario) in assumptions.enumerated() where scenario.efficacy == nil {
        value.place(of: "assumptions, number \(index + 1)").add(
          .missingKey, "this design looks at efficacy: give its true rates too")
      }
    }
    guard findings.findings.count == before else { return nil }
    return DoseFindingStage(
      choice: choice, calendar: calendar, assumptions: assumptions, simulation: simulation)
  }

  private func choice(
    _ word: String, keys: [String], _ value: ScenarioValue, _ section: ScenarioSection, doses: Int
  ) -> DoseFindingChoice? {
    var inner: [String: ScenarioNode] = [:]
    if keys.contains("plan") {
      guard let plan = section.required("plan", "such as {cohort-size: 3, maximum-patients: 24}") else {
        return nil
      }
      inner["plan"] = planNode(plan, doses: doses)
    }
    func decode<Design: Decodable>(_ type: Design.Type, without: [String] = []) -> Design? {
      DocumentDecoder.decode(
        type, from: value.keeping(keys.filter { !without.contains($0) }, replacing: inner))
    }
    switch word {
    case "three-plus-three":
      inner["doses"] = value.scalarNode(String(doses))
      return decode(ThreePlusThree.self).map { .threePlusThree($0) }
    case "boin": return decode(BOIN.self).map { .boin($0) }
    case "keyboard": return decode(KeyboardDesign.self).map { .keyboard($0) }
    case "mtpi-2":
      inner["ends"] = value.scalarNode("per-width")
      return decode(KeyboardDesign.self).map { .keyboard($0) }
    case "mtpi": return decode(ToxicityIntervalDesign.self).map { .toxicityInterval($0) }
    case "crm", "tite-crm":
      inner["time-to-event"] = value.scalarNode(word == "crm" ? "no" : "yes")
      if let skeleton = section["skeleton"], case .mapping = skeleton.node.content {
        guard let node = skeletonNode(skeleton, section, doses: doses) else { return nil }
        inner["skeleton"] = node
      }
      return decode(ContinualReassessment.self).map { .reassessment($0) }
    case "tite-boin":
      let share =
        section["largest-pending-share"].map { DocumentDecoder.decode(Double.self, from: $0) } ?? 0.5
      let boin = decode(BOIN.self, without: ["largest-pending-share"])
      guard let boin, let share else { return nil }
      return .timeToEventBOIN(TimeToEventBOIN(design: boin, largestPendingShare: share))
    case "boin12": return decode(BOIN12.self).map { .boin12($0) }
    default: return table(section, inner["plan"])
    }
  }

  /// The plan with the number of doses that the list of doses gives.
  private func planNode(_ plan: ScenarioValue, doses: Int) -> ScenarioNode {
    guard case .mapping(let entries) = plan.node.content, !entries.contains(where: { $0.key == "doses" })
    else { return plan.node }
    return plan.keeping(entries.map(\.key), replacing: ["doses": plan.scalarNode(String(doses))]).node
  }

  /// A skeleton by indifference intervals, `{half-width: 0.05, guess: 2}`.
  private func skeletonNode(_ value: ScenarioValue, _ section: ScenarioSection, doses: Int) -> ScenarioNode? {
    guard let keys = value.section(allowed: ["half-width", "guess"]) else { return nil }
    let half = keys.required("half-width", "of the indifference interval, such as 0.05")?.share()
    let guess = keys.required("guess", "the dose thought to be right")?.count(1...doses)
    let target = section["target"].flatMap { DocumentDecoder.decode(Double.self, from: $0) }
    let model =
      section["model"].map { DocumentDecoder.decode(ReassessmentModel.self, from: $0) } ?? .power
    let intercept = section["intercept"].map { DocumentDecoder.decode(Double.self, from: $0) } ?? 3
    guard let half, let guess, let target, let model, let intercept else { return nil }
    do throws(TrialDesignError) {
      let rates = try Skeleton.indifference(
        target: target, halfWidth: half, guess: guess, doses: doses, model: model, intercept: intercept)
      return ScenarioNode(
        content: .list(rates.map { value.scalarNode(String($0)) }), line: value.node.line,
        column: value.node.column)
    } catch {
      value.add([error])
      return nil
    }
  }

  /// Reads a design by its own table: the name of a file of comma-separated values beside the protocol, or the table itself.
  private func table(_ section: ScenarioSection, _ plan: ScenarioNode?) -> DoseFindingChoice? {
    let source = section.required("table", "a file of comma-separated values, or the table itself")
    let target = section.required("target").flatMap { DocumentDecoder.decode(Double.self, from: $0) }
    let frame = plan.flatMap {
      DocumentDecoder.decode(
        EscalationPlan.self,
        from: ScenarioValue(node: $0, path: section.path(of: "plan"), findings: findings))
    }
    guard let source, var text = source.text(longest: 200_000, allowsLines: true) else { return nil }
    if !text.contains("\n") {
      let path = text.hasPrefix("/") ? text : "\(directory)/\(text)"
      let inner = FindingList(file: text)
      guard let found = ScenarioFile.text(at: path, into: inner) else {
        source.add(.file, inner.findings.first?.problem ?? "cannot be read", found: ShownText.quoted(text))
        return nil
      }
      text = found
    }
    do throws(TrialDesignError) {
      let table = try IntervalTable(csv: text)
      guard let frame, let target else { return nil }
      return .table(TableDesign(plan: frame, table: table, target: target))
    } catch {
      source.add(.wrongType, DocumentNames.inFileStyle(error.description.replacing("\n", with: "; ")))
      return nil
    }
  }

  private static let durations = ["window", "arrival-interval", "patient-gap", "sentinel-gap"]

  /// Reads `calendar`; in a protocol, cohorts are closed early for safety unless it says otherwise.
  private func calendar(_ value: ScenarioValue) -> TrialCalendar? {
    guard case .mapping(let entries) = value.node.content else {
      value.add(.wrongType, "a group of keys is required", found: value.node.shown)
      return nil
    }
    var inner: [String: ScenarioNode] = [:]
    for entry in entries where Self.durations.contains(entry.key) {
      let item = ScenarioSection(entries: entries, of: value).value(of: entry)
      guard let days = item.duration() else { return nil }
      inner[entry.key] = item.scalarNode(String(days))
    }
    if !entries.contains(where: { $0.key == "closes-unsafe-cohorts" }) {
      inner["closes-unsafe-cohorts"] = value.scalarNode("yes")
    }
    if let backfill = entries.first(where: { $0.key == "backfill" }) {
      let item = ScenarioSection(entries: entries, of: value).value(of: backfill)
      inner["backfill"] = backfillNode(item)
    }
    let calendar = DocumentDecoder.decode(
      TrialCalendar.self, from: value.keeping(entries.map(\.key), replacing: inner))
    if let calendar { value.add(calendar.findings()) }
    return calendar
  }

  /// The rule for added patients with the defaults of its type, which its own decoding lacks.
  private func backfillNode(_ value: ScenarioValue) -> ScenarioNode {
    guard case .mapping(let entries) = value.node.content else { return value.node }
    var inner: [String: ScenarioNode] = [:]
    for (key, usual) in [("largest-at-dose", "12"), ("requires-efficacy", "yes"), ("assignment", "highest")]
    where !entries.contains(where: { $0.key == key }) {
      inner[key] = value.scalarNode(usual)
    }
    return value.keeping(entries.map(\.key), replacing: inner).node
  }

  private func assumption(_ value: ScenarioValue, number: Int, doses: Int) -> DoseScenario? {
    guard let section = value.section(allowed: ["name", "toxicity", "efficacy"]) else { return nil }
    let name = section["name"].map { $0.text(longest: 80) } ?? "assumption \(number)"
    let toxicity = section.required("toxicity", "one rate a dose").flatMap {
      DocumentDecoder.decode([Double].self, from: $0)
    }
    let efficacy = section["efficacy"].map { DocumentDecoder.decode([Double].self, from: $0) }
    guard let name, let toxicity else { return nil }
    if let efficacy, efficacy == nil { return nil }
    let scenario = DoseScenario(name: name, toxicity: toxicity, efficacy: efficacy ?? nil)
    if doses > 0 {
      for error in scenario.findings(doses: doses) {
        let isEfficacy = error.description.contains("of efficacy")
        (section[isEfficacy ? "efficacy" : "toxicity"] ?? value).add(
          .outOfRange, DocumentNames.inFileStyle(error.description))
      }
    }
    return scenario
  }
}
