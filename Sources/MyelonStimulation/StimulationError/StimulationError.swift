/// Why a stimulation study could not be carried out.
public enum StimulationError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The study itself is at fault; all faults.
  case invalid([StudyFault])
  /// The volume conductor could not be set up or solved.
  case field(contact: String, problem: String)
  /// A fibre could not be computed.
  case fibre(FibreError)
  /// The run was stopped on request; nothing was written.
  case stopped

  /// A sentence that says what is required, what was found and what to do.
  public var description: String {
    switch self {
    case .invalid(let faults): faults.map(\.description).joined(separator: "\n")
    case .field(let contact, let problem):
      "The potential of contact '\(contact)' could not be computed: \(problem)"
    case .fibre(let error): error.description
    case .stopped: "The study was stopped before it ended; run it again."
    }
  }
}
