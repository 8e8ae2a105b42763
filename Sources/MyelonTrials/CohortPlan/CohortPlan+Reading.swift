import MyelonSimulation

extension CohortPlan {
  /// Reads a cohort file.
  ///
  /// - Parameter path: the file, at most 1 MB of UTF-8 text.
  /// - Returns: the plan, with every value checked and its scenario read.
  /// - Throws: `ScenarioError` with everything that is wrong with the file.
  public static func read(path: String) throws(ScenarioError) -> CohortPlan {
    let findings = FindingList(file: path)
    guard let text = ScenarioFile.text(at: path, into: findings) else { throw findings.error }
    let node = ScenarioDocument.read(text, into: findings)
    let plan = node.flatMap { CohortReader(path: path, findings: findings).plan(from: $0) }
    guard findings.findings.isEmpty else { throw findings.error }
    guard let plan else {
      findings.add(.file, line: nil, "the file could not be read as a cohort")
      throw findings.error
    }
    return plan
  }
}
