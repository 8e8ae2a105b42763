/// How strictly examinations are read.
public struct ReadingOptions: Sendable, Hashable {
  /// Whether motor "5*" of editions before 2019 is read as 5; refused by default.
  ///
  /// That grade meant "would be 5 but for pain or disuse" and counted as 5. Each translation is noted in the record.
  public var acceptsLegacy: Bool

  /// Whether fields that no examination has are skipped instead of refused; false by default.
  public var ignoresUnknownFields: Bool

  /// Options of reading.
  ///
  /// - Parameters:
  ///   - acceptsLegacy: Whether motor "5*" is read as 5.
  ///   - ignoresUnknownFields: Whether unknown fields are skipped.
  public init(acceptsLegacy: Bool = false, ignoresUnknownFields: Bool = false) {
    self.acceptsLegacy = acceptsLegacy
    self.ignoresUnknownFields = ignoresUnknownFields
  }
}
