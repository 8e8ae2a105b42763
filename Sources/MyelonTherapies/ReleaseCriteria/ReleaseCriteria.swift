/// The release tests that a lot must pass before it is given, each with its limit and where the limit comes from.
public struct ReleaseCriteria: Sendable, Hashable {
  /// The tests, in the order of `ReleaseTest`.
  public let criteria: [Criterion]

  /// One test with its limit.
  public struct Criterion: Sendable, Hashable {
    /// The test.
    public let test: ReleaseTest
    /// The side on which results pass.
    public let bound: Bound
    /// Limit, in the unit of the test.
    public let limit: Double
    /// Where the limit comes from.
    public let source: String

    /// Declares a limit.
    ///
    /// - Parameters:
    ///   - test: the test.
    ///   - bound: the side on which results pass.
    ///   - limit: limit, in the unit of the test.
    ///   - source: where the limit comes from.
    public init(_ test: ReleaseTest, _ bound: Bound, _ limit: Double, source: String) {
      self.test = test
      self.bound = bound
      self.limit = limit
      self.source = source
    }

    /// True when a result passes; a result that is no number does not.
    public func isPassed(by value: Double) -> Bool {
      switch bound {
      case .atLeast: value >= limit
      case .atMost: value <= limit
      }
    }

    /// The limit in words, such as `at least 80 %`.
    public var limitText: String {
      switch test {
      case .sterility, .mycoplasma: test.text(of: limit)
      default: "\(bound == .atLeast ? "at least" : "at most") \(test.text(of: limit))"
      }
    }
  }

  /// The side of a limit on which results pass; the limit itself passes.
  public enum Bound: String, Sendable, Hashable {
    /// Results from the limit upwards pass.
    case atLeast
    /// Results up to the limit pass.
    case atMost
  }

  /// Gathers limits.
  ///
  /// - Parameter criteria: the tests with their limits.
  public init(_ criteria: [Criterion]) {
    self.criteria = criteria
  }

  /// The criterion of a test, or nil where the test is not part of the release.
  public func criterion(of test: ReleaseTest) -> Criterion? {
    criteria.first { $0.test == test }
  }

  /// Holds the results of a lot against the limits.
  ///
  /// - Parameter lot: the lot; tests that it does not report are left out.
  /// - Returns: a failure for each reported result beyond its limit, in the order of the criteria; empty for a lot
  ///   that passes.
  public func check(_ lot: ProductLot) -> [ReleaseFailure] {
    criteria.compactMap { criterion in
      guard let value = lot.results[criterion.test], !criterion.isPassed(by: value) else { return nil }
      return ReleaseFailure(lot: lot.id, criterion: criterion, found: value)
    }
  }

  /// The tests of the release that a lot does not report; the run takes nominal values for them.
  public func unreported(_ lot: ProductLot) -> [ReleaseTest] {
    criteria.map(\.test).filter { lot.results[$0] == nil }
  }
}
