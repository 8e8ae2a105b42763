/// Why the data of a trial, or a question about them, cannot be used.
public enum ConductError: Error, Sendable, Hashable, Codable, CustomStringConvertible {
  /// The file has faults; all of them, in the order of rows.
  case data(file: String, findings: [ConductFinding])
  /// The protocol has no such stage.
  case noStage(TrialStage, known: [TrialStage])
  /// The person to be allocated is not described well enough.
  case person(required: String, found: String)
  /// A question that this stage cannot answer.
  case unanswerable(String)

  /// What was required, what was found and what to do.
  public var description: String {
    switch self {
    case .data(let file, let findings):
      findings.map { "\(file): \($0)" }.joined(separator: "\n")
    case .noStage(let stage, let known):
      "the protocol has no stage \(stage.rawValue); it has \(known.map(\.rawValue).joined(separator: ", "))"
    case .person(let required, let found):
      "the next person: \(required) is required; found \(found)"
    case .unanswerable(let text): text
    }
  }
}
