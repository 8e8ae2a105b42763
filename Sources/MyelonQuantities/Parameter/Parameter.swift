/// One number of the model with everything a reader needs to judge it.
public struct Parameter: Sendable, Hashable, Codable {
  /// Stable identifier, used in scenario files, tables and the equations' documentation.
  public let id: String
  /// Symbol in the equations.
  public let symbol: String
  /// The value in use, in `unit`.
  public internal(set) var value: Double
  /// Unit of the value and of the range, in the model's working units (mm, h, µM, ng/mL, fractions).
  public let unit: String
  /// Lowest and highest value that the evidence leaves plausible.
  public let plausible: ClosedRange<Double>
  /// What the number means, in one sentence.
  public let meaning: String
  /// Where it comes from.
  public let evidence: Evidence
  /// True when a scenario replaced the default.
  public internal(set) var isOverridden = false

  /// Declares a parameter.
  ///
  /// - Parameters:
  ///   - id: stable identifier.
  ///   - symbol: symbol in the equations.
  ///   - value: default, which must lie in the plausible range.
  ///   - unit: working unit of value and range.
  ///   - plausible: range that the evidence allows.
  ///   - meaning: one sentence.
  ///   - evidence: source or reason.
  public init(
    _ id: String, _ symbol: String, _ value: Double, _ unit: String, _ plausible: ClosedRange<Double>,
    _ meaning: String, _ evidence: Evidence
  ) {
    precondition(
      plausible.contains(value), "Parameter \(id): default \(value) \(unit) outside \(plausible)")
    self.id = id
    self.symbol = symbol
    self.value = value
    self.unit = unit
    self.plausible = plausible
    self.meaning = meaning
    self.evidence = evidence
  }
}
