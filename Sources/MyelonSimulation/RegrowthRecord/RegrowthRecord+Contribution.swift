extension RegrowthRecord {
  /// What carries the drive to motor neurons at one visit.
  public struct Contribution: Sendable, Hashable, Codable {
    /// Day after injury.
    public var day: Double
    /// Shares of the intact motor drive, mean over the segments that are examined, by `Carrier.rawValue`.
    ///
    /// They add up to the whole drive at that visit. A carrier without an entry contributes nothing; entries under
    /// other names are left alone.
    public var shares: [String: Double]

    /// Joins a day and its shares.
    public init(day: Double, shares: [String: Double]) {
      self.day = day
      self.shares = shares
    }

    /// The share of one carrier; 0 where it is missing or no finite number.
    public func share(_ carrier: Carrier) -> Double {
      guard let value = shares[carrier.rawValue], value.isFinite else { return 0 }
      return max(0, value)
    }

    /// All carriers together.
    public var total: Double { Carrier.allCases.reduce(0) { $0 + share($1) } }

    /// What did not exist before the injury: regenerated, detoured and relayed connections.
    public var new: Double { Carrier.allCases.filter(\.isNew).reduce(0) { $0 + share($1) } }
  }

  /// Kinds of connection that carry motor drive.
  public enum Carrier: String, Sendable, Hashable, Codable, CaseIterable {
    /// Axons that the injury never cut, with their own myelin.
    case spared
    /// Uncut axons that conduct because of new myelin.
    case remyelinated
    /// Cut axons of the brain that have grown to their target again.
    case regenerated
    /// Paths through the host's own propriospinal neurons.
    case detoured
    /// Paths through grafted neurons.
    case relayed

    /// Whether such connections did not exist before the injury.
    public var isNew: Bool {
      switch self {
      case .spared, .remyelinated: false
      case .regenerated, .detoured, .relayed: true
      }
    }
  }
}
