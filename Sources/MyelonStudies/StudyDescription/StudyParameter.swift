/// A number that differs between the members of a study.
public struct StudyParameter: Sendable, Hashable, Codable {
  /// How values are spread over the range.
  public enum Scale: String, Sendable, Hashable, Codable, CaseIterable {
    /// Evenly.
    case linear
    /// Evenly in the logarithm.
    case logarithmic
    /// Given from outside; the range is not used.
    case given
  }

  /// Identifier: that of a model parameter, or of an `InjuryVariable`.
  public let name: String
  /// Unit of value and range.
  public let unit: String
  /// How values are spread.
  public let scale: Scale
  /// Lowest and highest value.
  public let range: ClosedRange<Double>
  /// The value of a run outside any study, nil where there is none.
  public let usual: Double?
  /// What the number means, in one sentence.
  public let meaning: String

  /// Describes a number that varies.
  ///
  /// - Parameters:
  ///   - name: identifier.
  ///   - unit: unit of value and range.
  ///   - scale: how values are spread.
  ///   - range: lowest and highest value.
  ///   - usual: the value of a run outside any study, or nil.
  ///   - meaning: one sentence.
  public init(
    name: String, unit: String, scale: Scale, range: ClosedRange<Double>, usual: Double?, meaning: String
  ) {
    self.name = name
    self.unit = unit
    self.scale = scale
    self.range = range
    self.usual = usual
    self.meaning = meaning
  }
}
