import Foundation
import MyelonSimulation

extension ValidationStudy {
  /// Version of the file format.
  static let currentSchema: UInt64 = 1

  private static let keys = [
    "myelon-validation", "id", "citation", "source", "confidence", "half", "reason", "departures", "scenario",
    "rows",
    "not-simulated",
  ]

  /// The texts of a file, decoded together.
  private struct Head: Codable {
    let id, citation, source, confidence: String
    let half: Half
    let reason: String
    let departures: String?
  }

  /// Reads a file.
  ///
  /// - Parameter path: the file, at most 1 MB of UTF-8 text.
  /// - Returns: the study, with every row checked against its scenario.
  /// - Throws: `ScenarioError` with everything that is wrong with the file.
  public static func read(path: String) throws(ScenarioError) -> ValidationStudy {
    let findings = FindingList(file: path)
    guard let text = ScenarioFile.text(at: path, into: findings) else { throw findings.error }
    let node = ScenarioDocument.read(text, into: findings)
    let study = node.flatMap { reading(ScenarioValue(node: $0, path: "", findings: findings), path: path) }
    guard findings.findings.isEmpty else { throw findings.error }
    guard let study else {
      findings.add(.file, line: nil, "the file could not be read as a published study")
      throw findings.error
    }
    return study
  }

  /// Reads every study of a folder, in the order of their names.
  ///
  /// - Parameter folder: a folder; files of another kind (natural history) are passed over.
  /// - Returns: the studies.
  /// - Throws: `ScenarioError` for the first file with something wrong.
  public static func readAll(in folder: String) throws(ScenarioError) -> [ValidationStudy] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var studies: [ValidationStudy] = []
    for name in names.sorted() where name.hasSuffix(".yaml") && name != "natural-history.yaml" {
      studies.append(try read(path: "\(folder)/\(name)"))
    }
    return studies
  }

  private static func reading(_ value: ScenarioValue, path: String) -> ValidationStudy? {
    guard let root = value.section(allowed: keys),
      let version = root.required("myelon-validation", "the version of the file, 1")
    else { return nil }
    guard version.wholeNumber() == currentSchema else {
      version.add(.unknownName, "this version of validation files is not read", allowed: "1")
      return nil
    }
    let head = DocumentDecoder.decode(Head.self, from: part(of: value, without: ["scenario", "rows"]))
    let scenario = root["scenario"].flatMap { node -> Scenario? in
      Scenario.read(node.node, findings: value.findings)
    }
    let rows = (root["rows"]?.list("a list of findings") ?? []).compactMap { item -> ValidationRow? in
      guard let row = DocumentDecoder.decode(ValidationRow.self, from: withDayLists(item)) else { return nil }
      ValidationRowCheck(row: row, scenario: scenario, value: item).run()
      return row
    }
    let omissions = (root["not-simulated"]?.list("a list of findings") ?? []).compactMap {
      DocumentDecoder.decode(Omission.self, from: $0)
    }
    if scenario == nil, !rows.isEmpty {
      value.add(.missingKey, "rows need a scenario off which they are read")
    }
    guard let head else { return nil }
    if !["high", "medium", "low"].contains(head.confidence) {
      value.add(.unknownName, "confidence", found: head.confidence, allowed: "high, medium or low")
    }
    return ValidationStudy(
      id: head.id, citation: head.citation, source: head.source, confidence: head.confidence,
      half: head.half, reason: head.reason, departures: head.departures ?? "", scenario: scenario,
      rows: rows, omissions: omissions, path: path)
  }

  /// A group without what is read apart.
  private static func part(of value: ScenarioValue, without dropped: [String]) -> ScenarioValue {
    guard case .mapping(let entries) = value.node.content else { return value }
    let apart = Set(dropped + ["myelon-validation", "not-simulated"])
    let kept = entries.filter { !apart.contains($0.key) }
    return ScenarioValue(
      node: ScenarioNode(content: .mapping(kept), line: value.node.line, column: value.node.column),
      path: value.path, findings: value.findings)
  }

  /// A row in which a single `day` is written as a list of twice that day.
  private static func withDayLists(_ value: ScenarioValue) -> ScenarioValue {
    guard case .mapping(let entries) = value.node.content else { return value }
    let changed = entries.map { entry -> ScenarioNode.Entry in
      guard entry.key == "day", case .scalar = entry.value.content else { return entry }
      let node = entry.value
      return ScenarioNode.Entry(
        key: entry.key, line: entry.line, column: entry.column,
        value: ScenarioNode(content: .list([node, node]), line: node.line, column: node.column))
    }
    return ScenarioValue(
      node: ScenarioNode(content: .mapping(changed), line: value.node.line, column: value.node.column),
      path: value.path, findings: value.findings)
  }
}
