/// A request that something vary between the members of a study.
public struct VariedParameter: Sendable, Hashable {
  /// Identifier of a model parameter, or of a `ScenarioVariable`.
  public let name: String
  /// Lowest and highest value; nil for the parameter's plausible range.
  public let range: ClosedRange<Double>?

  /// Names something that varies.
  ///
  /// - Parameters:
  ///   - name: identifier.
  ///   - range: lowest and highest value, or nil.
  public init(_ name: String, range: ClosedRange<Double>? = nil) {
    self.name = name
    self.range = range
  }
}
