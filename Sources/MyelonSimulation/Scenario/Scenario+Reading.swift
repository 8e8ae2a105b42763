import Foundation

extension Scenario {
  /// Reads a scenario file.
  ///
  /// - Parameters:
  ///   - path: the file, at most 1 MB of UTF-8 text.
  ///   - vocabulary: the names of fields and measures that it may use.
  /// - Returns: the scenario, with every value checked.
  /// - Throws: `ScenarioError` with everything that is wrong with the file.
  public static func read(
    path: String, vocabulary: ScenarioVocabulary = .standard
  ) throws(ScenarioError) -> Scenario {
    let findings = FindingList(file: path)
    guard let text = ScenarioFile.text(at: path, into: findings) else { throw findings.error }
    return try read(text, vocabulary: vocabulary, findings: findings)
  }

  /// Reads the text of a scenario file.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - name: what to call it in findings.
  ///   - vocabulary: the names of fields and measures that it may use.
  /// - Returns: the scenario, with every value checked.
  /// - Throws: `ScenarioError` with everything that is wrong with the text.
  public static func read(
    text: String, name: String, vocabulary: ScenarioVocabulary = .standard
  ) throws(ScenarioError) -> Scenario {
    let findings = FindingList(file: name)
    guard text.utf8.count <= ScenarioDocument.largestSize else {
      ScenarioFile.refuse(size: text.utf8.count, into: findings)
      throw findings.error
    }
    return try read(text, vocabulary: vocabulary, findings: findings)
  }

  /// Reads a scenario that is part of another file.
  ///
  /// - Parameters:
  ///   - node: the part.
  ///   - findings: takes what is wrong.
  /// - Returns: the scenario; only valid when no finding was added.
  package static func read(_ node: ScenarioNode, findings: FindingList) -> Scenario? {
    ScenarioReader(vocabulary: .standard, findings: findings).scenario(from: node)
  }

  private static func read(
    _ text: String, vocabulary: ScenarioVocabulary, findings: FindingList
  ) throws(ScenarioError) -> Scenario {
    let node = ScenarioDocument.read(text, into: findings)
    let reader = ScenarioReader(vocabulary: vocabulary, findings: findings)
    let scenario = node.flatMap { reader.scenario(from: $0) }
    guard findings.findings.isEmpty else { throw findings.error }
    guard let scenario else {
      // Every way to end without a scenario adds a finding; this keeps the promise if one is forgotten.
      findings.add(.file, line: nil, "the file could not be read as a scenario")
      throw findings.error
    }
    return scenario
  }
}
