/// One lot of a cell product with the results of its release tests.
///
/// A result that is nil was not reported: the run takes the product's nominal value for it, and
/// ``ReleaseCriteria/unreported(_:)`` names it.
public struct ProductLot: Sendable, Hashable, Codable {
  /// Lot number.
  public var id: String
  /// Results by test.
  public var results: [ReleaseTest: Double]
  /// True when the lot is to be simulated although it fails a release test, to study what that does.
  public var isUsedAlthoughFailed: Bool

  /// Describes a lot.
  ///
  /// - Parameters:
  ///   - id: lot number.
  ///   - results: results by test, in the unit of the test.
  ///   - isUsedAlthoughFailed: whether to simulate it although it fails.
  public init(id: String, results: [ReleaseTest: Double], isUsedAlthoughFailed: Bool = false) {
    self.id = id
    self.results = results
    self.isUsedAlthoughFailed = isUsedAlthoughFailed
  }
}
