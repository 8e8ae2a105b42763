/// A model from a closure, for studies of something else than lives.
public struct ClosureModel: MemberModel {
  /// Short name.
  public let name: String
  /// What is run, as text.
  public let scenarioText: String
  /// Names of the values that a member is given.
  public let parameterNames: [String]
  /// What every member yields.
  public let outcomes: [StudyOutcome]
  private let body: @Sendable (StudyMember) throws -> [Double?]

  /// Makes a model.
  ///
  /// - Parameters:
  ///   - name: short name.
  ///   - scenarioText: what is run; the study's identity, so change it when the closure's numbers change.
  ///   - parameterNames: names of the values that a member is given.
  ///   - outcomes: what every member yields.
  ///   - body: runs a member; called on several threads at once.
  public init(
    name: String, scenarioText: String = "", parameterNames: [String], outcomes: [StudyOutcome],
    body: @escaping @Sendable (StudyMember) throws -> [Double?]
  ) {
    self.name = name
    self.scenarioText = scenarioText
    self.parameterNames = parameterNames
    self.outcomes = outcomes
    self.body = body
  }

  /// Name and text.
  public var identity: String { "\(name)\n\(scenarioText)" }

  /// Runs one member on the calling thread.
  public func run(_ member: StudyMember) throws -> [Double?] { try body(member) }
}
