/// A release test that a lot fails.
public struct ReleaseFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// Lot number.
  public let lot: String
  /// The test with its limit.
  public let criterion: ReleaseCriteria.Criterion
  /// The lot's result, in the unit of the test.
  public let found: Double

  /// Describes a failure.
  ///
  /// - Parameters:
  ///   - lot: lot number.
  ///   - criterion: the test with its limit.
  ///   - found: the lot's result.
  public init(lot: String, criterion: ReleaseCriteria.Criterion, found: Double) {
    self.lot = lot
    self.criterion = criterion
    self.found = found
  }

  /// The failing test.
  public var test: ReleaseTest { criterion.test }

  /// A sentence that says what is required, what was found and what to do.
  public var description: String {
    "Lot '\(lot)' fails its release test '\(test.key)': \(criterion.limitText) is required (\(criterion.source)); "
      + "found \(test.text(of: found)). Take another lot, or set 'use-although-failed: yes' to study this one."
  }
}
