import MyelonAnatomy

/// What new connections bring to each segment, as shares of the intact supply, and what training adds to the old ones.
///
/// Recovery reads function from spared connections and from this; it knows neither growth cones nor grafts. Sides are
/// sides of the cord. A supply without entries is a cord in which nothing has regrown and nobody has trained.
public struct ConnectionSupply: Sendable, Hashable, Codable {
  /// Shares of the intact supply of one segment and side.
  public struct Share: Sendable, Hashable, Codable {
    /// Axons of the brain or of the sensory ganglia that have regrown to their target.
    public var regenerated: Double
    /// Paths through grafted neurons.
    public var relayed: Double
    /// Paths through the host's propriospinal neurons.
    public var detoured: Double

    /// Joins shares.
    public init(regenerated: Double = 0, relayed: Double = 0, detoured: Double = 0) {
      self.regenerated = regenerated
      self.relayed = relayed
      self.detoured = detoured
    }

    /// All new connections together; not limited to 1.
    public var total: Double { regenerated + relayed + detoured }
    /// Nothing.
    public static let none = Share()
  }

  /// Segments of the cord.
  public let segmentCount: Int
  /// Descending: regenerated shares by tract, `[tract.rawValue][side][segment]`, each of the tract's own supply.
  public var descending: [[[Double]]]
  /// Descending paths that belong to no single tract, `[side][segment]`, of the whole descending supply;
  /// `regenerated` is what tracts bring beyond their own intact supply.
  public var relays: [[Share]]
  /// Ascending: shares of the supply of the brain from a segment, `[modality][side][segment]`; modality 0 is the dorsal
  /// columns, 1 the crossed spinothalamic path (side of the tract in the cord).
  public var ascending: [[[Share]]]
  /// Share of the input of a segment and side that comes from misdirected new connections, `[side][segment]`, 0 to 1.
  public var misdirected: [[Double]]
  /// Gain that training has brought to spared connections of each task, fold; 1 without, by `MotorTask.rawValue`.
  public var trainingGain: [Double]
  /// Excitability by stimulation while it is on, fold, by `MotorTask.rawValue`.
  public var excitability: [Double]

  /// A cord in which nothing has regrown.
  public init(segmentCount: Int) {
    self.segmentCount = segmentCount
    let zeros = [Double](repeating: 0, count: segmentCount)
    let none = [Share](repeating: .none, count: segmentCount)
    descending = [[[Double]]](repeating: [zeros, zeros], count: Tract.count)
    relays = [none, none]
    ascending = [[none, none], [none, none]]
    misdirected = [zeros, zeros]
    trainingGain = [Double](repeating: 1, count: MotorTask.allCases.count)
    excitability = trainingGain
  }
}
