/// Everything that is wrong with a scenario file, in the order of its lines.
///
/// Findings of the product files that it names follow its own.
///
/// A reader collects all findings before it throws, so that one `myelon check` shows everything there is to
/// mend. The exception is text that is not YAML at all: after the first break nothing more can be read.
public struct ScenarioError: Error, Sendable, Hashable, Codable, CustomStringConvertible {
  /// Name of the file, as the user gave it.
  public let file: String
  /// What is wrong, in the order of lines; never empty when a reader throws it.
  public let findings: [ScenarioFinding]

  /// Gathers findings and puts them into the order of their lines.
  ///
  /// - Parameters:
  ///   - file: name of the file.
  ///   - findings: what is wrong; repetitions are dropped.
  public init(file: String, findings: [ScenarioFinding]) {
    self.file = file
    var seen = Set<ScenarioFinding>()
    let unique = findings.filter { seen.insert($0).inserted }
    self.findings = unique.enumerated().sorted { first, second in
      if first.element.file != second.element.file {
        let firstFile = (first.element.file == file ? 0 : 1, first.element.file)
        let secondFile = (second.element.file == file ? 0 : 1, second.element.file)
        return firstFile < secondFile
      }
      let firstPlace = (first.element.line ?? 0, first.element.column ?? 0, first.offset)
      let secondPlace = (second.element.line ?? 0, second.element.column ?? 0, second.offset)
      return firstPlace < secondPlace
    }.map(\.element)
  }

  /// One finding per line, each `file:line: path: message`.
  public var description: String {
    findings.map(\.description).joined(separator: "\n")
  }
}
