import MyelonRecovery

extension RegrowthRecord {
  /// What carries the drive to motor neurons at one visit.
  public struct Contribution: Sendable, Hashable, Codable {
    /// Day after injury.
    public var day: Double
    /// Shares of the intact motor drive by `PathwaySource.rawValue`, as `FunctionContributions.motorDrive` has them.
    ///
    /// They add up to the whole drive at that visit. A source without an entry contributes nothing; entries under other
    /// names are left alone.
    public var shares: [String: Double]

    /// Joins a day and its shares.
    public init(day: Double, shares: [String: Double]) {
      self.day = day
      self.shares = shares
    }

    /// The share of one source; 0 where it is missing or no finite number.
    public func share(_ source: PathwaySource) -> Double {
      guard let value = shares[source.rawValue], value.isFinite else { return 0 }
      return max(0, value)
    }

    /// All sources together.
    public var total: Double { PathwaySource.allCases.reduce(0) { $0 + share($1) } }

    /// What did not exist before the injury: regenerated, detoured and relayed connections.
    public var new: Double { PathwaySource.allCases.filter(\.isNew).reduce(0) { $0 + share($1) } }
  }
}

extension PathwaySource {
  /// Whether such connections did not exist before the injury.
  public var isNew: Bool {
    switch self {
    case .spared, .remyelinated: false
    case .regenerated, .detoured, .relayed: true
    }
  }
}
