/// Parameters that a sensitivity study varies together, as one factor.
public struct SensitivityGroup: Sendable, Hashable, Codable {
  /// Name of the factor.
  public let name: String
  /// Identifiers of the parameters; one that ends in `*` stands for all that begin so.
  public let parameters: [String]

  /// Names a group.
  ///
  /// - Parameters:
  ///   - name: name of the factor.
  ///   - parameters: identifiers, or beginnings followed by `*`.
  public init(_ name: String, parameters: [String]) {
    self.name = name
    self.parameters = parameters
  }
}
