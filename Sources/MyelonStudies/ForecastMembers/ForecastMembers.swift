/// The members behind a forecast: how many lived, what their weights are worth, and who is missing.
public struct ForecastMembers: Sendable, Hashable, Codable {
  /// Why members failed.
  public struct Failure: Sendable, Hashable, Codable {
    /// The reason as it was stored.
    public let reason: String
    /// Members that failed with it.
    public let count: Int
  }

  /// Members of the study.
  public let total: Int
  /// Members that were lived and carry weight: all numbers rest on these.
  public let lived: Int
  /// Members that were lived and have the weight zero, so that they count for nothing.
  public let weightless: Int
  /// Members given up.
  public let failed: Int
  /// Share of the weight of all members that the failed ones carry, 0 to 1.
  ///
  /// A forecast is one for members that can be lived; what the others would have come to is not known.
  public let failedShare: Double
  /// Members not begun or under way; 0 unless the settings accept an unfinished study.
  public let unfinished: Int
  /// Whether members carry weights; if not, all count alike.
  public let areWeighted: Bool
  /// Kish's effective size of the members that were lived, (Σ w)² / Σ w².
  public let effectiveSize: Double
  /// Largest share of the weight that one member carries.
  public let largestShare: Double
  /// Reasons of failure, the commonest first; at most ten.
  public let failures: [Failure]
}
