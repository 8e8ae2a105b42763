import Foundation
import MyelonSimulation

extension TrialProtocol {
  /// Reads a protocol file.
  ///
  /// - Parameter path: the file, at most 1 MB of UTF-8 text; tables that it names lie beside it.
  /// - Returns: the protocol, with every value checked and every design solved.
  /// - Throws: `ScenarioError` with everything that is wrong with the file.
  public static func read(path: String) throws(ScenarioError) -> TrialProtocol {
    let findings = FindingList(file: path)
    guard let text = ScenarioFile.text(at: path, into: findings) else { throw findings.error }
    let directory = URL(fileURLWithPath: path).deletingLastPathComponent().path
    return try read(text, directory: directory, findings)
  }

  /// Reads the text of a protocol file.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - name: what to call it in findings.
  ///   - directory: where tables lie that the text names.
  /// - Returns: the protocol, with every value checked and every design solved.
  /// - Throws: `ScenarioError` with everything that is wrong with the text.
  public static func read(text: String, name: String, directory: String = ".") throws(ScenarioError)
    -> TrialProtocol
  {
    let findings = FindingList(file: name)
    guard text.utf8.count <= ScenarioDocument.largestSize else {
      ScenarioFile.refuse(size: text.utf8.count, into: findings)
      throw findings.error
    }
    return try read(text, directory: directory, findings)
  }

  private static func read(_ text: String, directory: String, _ findings: FindingList)
    throws(ScenarioError) -> TrialProtocol
  {
    let node = ScenarioDocument.read(text, into: findings)
    let reader = ProtocolReader(findings: findings, directory: directory)
    let found = node.flatMap { reader.trial(from: $0, text: text) }
    guard findings.findings.isEmpty else { throw findings.error }
    guard let found else {
      findings.add(.file, line: nil, "the file could not be read as a trial protocol")
      throw findings.error
    }
    return found
  }
}
