/// What the members of a study do: from a seed and parameter values to outcomes.
///
/// A member's outcomes may depend on its seed and its values and on nothing else: not on its number, the thread, the
/// order or what other members do. Several members run at once, each on one thread.
public protocol MemberModel: Sendable {
  /// Short name.
  var name: String { get }
  /// The scenario, or another text that says what is run.
  var scenarioText: String { get }
  /// Everything that decides a member's outcomes besides its seed and values, as text.
  var identity: String { get }
  /// Names of the values that a member is given, in order.
  var parameterNames: [String] { get }
  /// What every member yields, in order.
  var outcomes: [StudyOutcome] { get }

  /// Runs one member on the calling thread.
  ///
  /// - Parameter member: number, seed and values, the latter in the order of `parameterNames`.
  /// - Returns: one number an outcome, finite, or nil where it could not be determined.
  /// - Throws: why the member could not be run; it is tried again unless `isWorthRetrying` says no.
  func run(_ member: StudyMember) throws -> [Double?]

  /// Whether another try of a member may end better.
  func isWorthRetrying(_ error: any Error) -> Bool
}

extension MemberModel {
  /// True: nothing is known of the error.
  public func isWorthRetrying(_ error: any Error) -> Bool { true }
}
