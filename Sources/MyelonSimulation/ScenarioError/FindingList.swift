/// Collects the findings of one reading of one file.
///
/// A class because every value of the document adds to the same list while it is read; it never leaves the
/// call that reads the file.
package final class FindingList {
  /// Name of the file.
  package let file: String
  /// What was found so far.
  package private(set) var findings: [ScenarioFinding] = []

  package init(file: String) {
    self.file = file
  }

  /// Adds a finding at a place of the document.
  package func add(
    _ kind: ScenarioFinding.Kind, line: Int?, column: Int? = nil, path: String = "", _ problem: String,
    found: String? = nil, allowed: String? = nil, nearest: String? = nil
  ) {
    findings.append(
      ScenarioFinding(
        file: file, line: line, column: column, path: path, kind: kind, problem: problem, found: found,
        allowed: allowed, nearest: nearest))
  }

  /// Adds the findings of another file that this one names.
  package func add(contentsOf other: FindingList) {
    findings += other.findings
  }

  /// All findings as one error.
  package var error: ScenarioError { ScenarioError(file: file, findings: findings) }
}
