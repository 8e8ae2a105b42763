import MyelonStimulation

/// A stimulation study as read from a file, with what concerns the run of the program only.
public struct StimulationFile: Sendable, Hashable {
  /// Version of the format that this program reads.
  public static let currentSchema: UInt64 = 1

  /// The study.
  public let study: StimulationStudy
  /// Threads that the file asks for; nil leaves the choice to the machine.
  public let threads: Int?
  /// Name of the file.
  public let path: String
  /// Text of the file.
  public let text: String

  /// Reads a study file.
  ///
  /// - Parameters:
  ///   - path: the file, at most 1 MB of UTF-8 text.
  ///   - changes: applied to the study before it is checked, such as `--quick` of the command line.
  /// - Returns: the study, with every value checked.
  /// - Throws: `ScenarioError` with everything that is wrong with the file.
  public static func read(
    path: String, changes: (inout StimulationStudy) -> Void = { _ in }
  ) throws(ScenarioError) -> StimulationFile {
    let findings = FindingList(file: path)
    guard let text = ScenarioFile.text(at: path, into: findings) else { throw findings.error }
    return try read(text, changes, findings)
  }

  /// Reads the text of a study file.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - name: what to call it in findings.
  ///   - changes: applied to the study before it is checked.
  /// - Returns: the study, with every value checked.
  /// - Throws: `ScenarioError` with everything that is wrong with the text.
  public static func read(
    text: String, name: String, changes: (inout StimulationStudy) -> Void = { _ in }
  ) throws(ScenarioError) -> StimulationFile {
    let findings = FindingList(file: name)
    guard text.utf8.count <= ScenarioDocument.largestSize else {
      ScenarioFile.refuse(size: text.utf8.count, into: findings)
      throw findings.error
    }
    return try read(text, changes, findings)
  }

  private static func read(
    _ text: String, _ changes: (inout StimulationStudy) -> Void, _ findings: FindingList
  ) throws(ScenarioError) -> StimulationFile {
    let node = ScenarioDocument.read(text, into: findings)
    let reader = StimulationReader(findings: findings)
    let read = node.flatMap { reader.study(from: $0) }
    guard findings.findings.isEmpty else { throw findings.error }
    guard let node, let read else {
      findings.add(.file, line: nil, "the file could not be read as a stimulation study")
      throw findings.error
    }
    var study = read.study
    changes(&study)
    reader.add(study.faults(), at: node, montagePlaces: read.montagePlaces)
    guard findings.findings.isEmpty else { throw findings.error }
    return StimulationFile(study: study, threads: read.threads, path: findings.file, text: text)
  }

  /// The study's name as the name of a directory.
  public var directoryName: String { Scenario.directoryName(for: study.name) }
}
