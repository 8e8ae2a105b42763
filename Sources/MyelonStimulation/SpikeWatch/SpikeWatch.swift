/// Watches the nodes for spikes: upward crossings of -30 mV.
struct SpikeWatch {
  /// Potential whose upward crossing is a spike, mV (that of the reference runs).
  static let crossing = -30.0

  private let level: Double
  private let timeStep: Double
  private let isInterpolated: Bool
  private var isAbove: [Bool]
  private var anyAbove = false
  private var previous: [Double]
  /// The first crossing at all.
  private(set) var first: FibreRecord.Spike?
  /// All crossings, in order of time.
  private(set) var spikes: [FibreRecord.Spike] = []

  /// Watches from the present potentials on.
  init(_ kernel: any CableKernel, membrane: AxonMembrane, scheme: CableScheme) {
    level = Self.crossing - membrane.restPotential
    timeStep = scheme.timeStep
    isInterpolated = !scheme.isParity
    previous = (0..<kernel.nodeCount).map { kernel.nodes[$0] }
    isAbove = previous.map { [level] potential in potential >= level }
  }

  /// Looks at the nodes after a step.
  ///
  /// - Parameters:
  ///   - kernel: the cable.
  ///   - step: index of the step just done.
  ///   - largest: largest relative potential, mV.
  /// - Returns: whether a node has crossed.
  mutating func observe(_ kernel: any CableKernel, step: Int, largest: Double) -> Bool {
    let nodes = kernel.nodes
    var hasCrossed = false
    if largest >= level || anyAbove {
      anyAbove = false
      for node in isAbove.indices {
        let isNow = nodes[node] >= level
        if isNow && !isAbove[node] {
          hasCrossed = true
          record(node, step: step, potential: nodes[node])
        }
        isAbove[node] = isNow
        if isNow { anyAbove = true }
      }
    }
    if isInterpolated { for node in previous.indices { previous[node] = nodes[node] } }
    return hasCrossed
  }

  private mutating func record(_ node: Int, step: Int, potential: Double) {
    // Share of the step before the crossing; the plain scheme gives the end of the step, as the common simulators do.
    let share = isInterpolated ? (level - previous[node]) / (potential - previous[node]) : 1
    let spike = FibreRecord.Spike(node: node, time: (Double(step) + share) * timeStep)
    spikes.append(spike)
    if first == nil || spike.time < (first?.time ?? 0) { first = spike }
  }

  /// Time of the first spike at a node, us.
  func arrival(at node: Int) -> Double? { spikes.first { $0.node == node }?.time }

  /// Number of spikes at a node.
  func count(at node: Int) -> Int { spikes.reduce(0) { $0 + ($1.node == node ? 1 : 0) } }
}
