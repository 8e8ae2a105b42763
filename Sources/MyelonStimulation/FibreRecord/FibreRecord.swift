/// What a simulation of a fibre has shown.
public struct FibreRecord: Sendable, Hashable {
  /// An upward crossing of -30 mV by a node.
  public struct Spike: Sendable, Hashable, Codable {
    /// The node.
    public var node: Int
    /// Time, us.
    public var time: Double
  }

  /// All spikes in order of time.
  public internal(set) var spikes: [Spike] = []
  /// Compartments whose potentials were recorded.
  public internal(set) var compartments: [Int] = []
  /// Times of the recorded potentials, us.
  public internal(set) var times: [Double] = []
  /// Membrane potential of each recorded compartment at each time, mV: axoplasm against the space under the myelin.
  public internal(set) var membrane: [[Double]] = []
  /// Potential of the periaxonal space of each recorded compartment against the outside at each time, mV.
  public internal(set) var periaxonal: [[Double]] = []

  /// Time of the first spike at a node, us; nil without one.
  public func arrival(at node: Int) -> Double? { spikes.first { $0.node == node }?.time }

  /// Times of all spikes at a node, us.
  public func arrivals(at node: Int) -> [Double] { spikes.filter { $0.node == node }.map(\.time) }
}
