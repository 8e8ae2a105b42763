/// A model parameter that a scenario replaces, as the file gives it.
///
/// Whether the parameter exists, and whether the value is plausible, is checked against the model's
/// parameter table by ``Scenario/overriding(_:file:)``.
public struct ParameterOverride: Sendable, Codable {
  /// Identifier of the parameter.
  public var id: String
  /// The number as written.
  public var value: Double
  /// The unit as written; nil when none was, which stands for the parameter's own unit.
  public var unit: String?
  /// Line of the file, from 1; 0 when it was not read from a file.
  ///
  /// No part of the value: two overrides that differ only in their lines are equal.
  public var line: Int

  /// Describes a replacement.
  ///
  /// - Parameters:
  ///   - id: identifier of the parameter.
  ///   - value: the number.
  ///   - unit: its unit, or nil for the parameter's own.
  ///   - line: line of the file, or 0.
  public init(id: String, value: Double, unit: String? = nil, line: Int = 0) {
    self.id = id
    self.value = value
    self.unit = unit
    self.line = line
  }
}

extension ParameterOverride: Hashable {
  /// True when identifier, value and unit are equal, wherever they were read.
  public static func == (first: ParameterOverride, second: ParameterOverride) -> Bool {
    first.id == second.id && first.value == second.value && first.unit == second.unit
  }

  /// Hashes identifier, value and unit.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(value)
    hasher.combine(unit)
  }
}
