/// What one try of a member came to.
public struct MemberResult: Sendable, Hashable {
  /// How a try ends.
  public enum End: Sendable, Hashable {
    /// With outcomes, in the study's order, nil where a number could not be determined.
    case outcomes([Double?])
    /// With an error; `isFinal` when the member is not tried again.
    case error(reason: String, isFinal: Bool)
  }

  /// The member.
  public let member: StudyMember
  /// How the try ended.
  public let end: End
  /// Processor time of the try, s.
  public let seconds: Double

  /// The outcomes, nil when the try failed.
  public var outcomes: [Double?]? {
    guard case .outcomes(let values) = end else { return nil }
    return values
  }

  /// Why the try failed, nil when it did not.
  public var reason: String? {
    guard case .error(let reason, _) = end else { return nil }
    return reason
  }
}
