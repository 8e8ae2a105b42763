/// Method and groups of a sensitivity study: what it notes of itself beside parameters and seed.
public struct SensitivityScheme: Sendable, Hashable, Codable {
  /// How rows are placed.
  public let method: SensitivityMethod
  /// What is varied together; parameters in no group stand alone.
  public let groups: [SensitivityGroup]
  /// Whether low-discrepancy points are scrambled; they are, unless a published sample is to be repeated.
  public let isScrambled: Bool

  /// Joins a method and groups.
  ///
  /// - Parameters:
  ///   - method: how rows are placed.
  ///   - groups: what is varied together.
  ///   - isScrambled: whether low-discrepancy points are scrambled.
  public init(method: SensitivityMethod, groups: [SensitivityGroup] = [], isScrambled: Bool = true) {
    self.method = method
    self.groups = groups
    self.isScrambled = isScrambled
  }

  /// What keeps a study of this scheme from being continued with another, in words; nil when nothing does.
  public func difference(to other: SensitivityScheme) -> String? {
    if let difference = method.difference(to: other.method) { return difference }
    if isScrambled != other.isScrambled {
      return "its points are \(isScrambled ? "scrambled" : "not scrambled")"
    }
    return groups == other.groups ? nil : "its groups of parameters are others"
  }
}
