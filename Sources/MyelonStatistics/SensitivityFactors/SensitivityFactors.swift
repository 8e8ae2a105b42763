/// What varies together in a sensitivity analysis: single parameters, or groups of them under one name.
public struct SensitivityFactors: Sendable, Hashable, Codable {
  /// Name of each factor.
  public let names: [String]
  /// Indices of the parameters of each factor.
  public let members: [[Int]]

  /// Number of factors.
  public var count: Int { names.count }

  /// One factor a parameter.
  public init(_ space: ParameterSpace) {
    names = space.names
    members = space.names.indices.map { [$0] }
  }

  /// Groups of parameters.
  ///
  /// - Parameters:
  ///   - groups: for each parameter the name of its group; factors come in the order of first mention.
  ///   - space: the parameters.
  /// - Throws: `StatisticsError.lengthMismatch` if there is not one name a parameter.
  public init(groups: [String], of space: ParameterSpace) throws(StatisticsError) {
    try StatisticsError.requireLength(groups.count, space.count, "names of groups")
    var names: [String] = []
    var members: [[Int]] = []
    for (parameter, name) in groups.enumerated() {
      if let factor = names.firstIndex(of: name) {
        members[factor].append(parameter)
      } else {
        names.append(name)
        members.append([parameter])
      }
    }
    self.names = names
    self.members = members
  }
}
