/// How a fibre conducts spikes that begin at its end: velocity, transit, refractory period, following of trains.
///
/// Spikes are started by ``CurrentClamp/standard(for:)``.
public struct FibreConduction: Sendable {
  /// The simulation of the fibre.
  public let simulation: FibreSimulation
  /// The clamp that starts a spike.
  public var clamp: CurrentClamp
  /// Longest wait for a spike, us.
  public var patience: Double

  /// Prepares measurements.
  ///
  /// - Parameters:
  ///   - fibre: the fibre.
  ///   - scheme: scheme and step in time.
  ///   - patience: longest wait for a spike, us; nil: 5 ms and its length at a tenth of the usual velocity.
  /// - Throws: ``FibreError`` when the fibre or the step cannot be.
  public init(
    _ fibre: NerveFibre, scheme: CableScheme = .accurate, patience: Double? = nil
  ) throws(FibreError) {
    simulation = try FibreSimulation(fibre, scheme: scheme)
    clamp = .standard(for: fibre)
    // About 5 m/s for each um of a myelinated fibre, 0.5 m/s for an unmyelinated one; mm over m/s is ms.
    let usual = fibre.isMyelinated ? 5 * fibre.diameter : 0.5 * fibre.diameter.squareRoot()
    self.patience = patience ?? 5000 + 1000 * fibre.length / (fibre.isMyelinated ? 0.1 * usual : 0.5 * usual)
  }

  /// The fibre.
  public var fibre: NerveFibre { simulation.fibre }

  /// Conduction velocity between two nodes, m/s.
  ///
  /// - Parameters:
  ///   - from: share of the nodes at which the measurement begins.
  ///   - to: share of the nodes at which it ends.
  /// - Returns: m/s.
  /// - Throws: ``FibreError/noSpike(node:)`` when the spike does not arrive, and what a run throws.
  public func velocity(from: Double = 0.25, to: Double = 0.75) throws(FibreError) -> Double {
    let first = SpikeCriterion.node(at: from, of: fibre.nodes.count)
    let last = SpikeCriterion.node(at: to, of: fibre.nodes.count)
    guard first < last else {
      throw .settingOutOfRange(
        name: "stretch of the velocity", found: to - from, unit: "", required: "above 0 in nodes")
    }
    let transit = try transit(from: first, to: last)
    guard let transit else { throw .noSpike(node: last) }
    let centres = fibre.nodeCentres
    return (centres[last] - centres[first]) / transit
  }

  /// Time that a spike takes from one node to another, us; nil when it does not arrive.
  ///
  /// - Parameters:
  ///   - first: node at which the time begins.
  ///   - last: node at which it ends.
  /// - Returns: us.
  /// - Throws: ``FibreError`` when a node does not exist.
  public func transit(from first: Int, to last: Int) throws(FibreError) -> Double? {
    for node in [first, last] where !fibre.nodes.indices.contains(node) {
      throw .settingOutOfRange(
        name: "node of a transit", found: Double(node), unit: "", required: "0 to \(fibre.nodes.count - 1)")
    }
    let record = try run(clamp, arrivals: 1, at: max(first, last))
    guard let begin = record.arrival(at: first), let end = record.arrival(at: last) else { return nil }
    return end - begin
  }

  /// Whether a spike arrives at a node.
  ///
  /// - Parameter node: the node; nil for the one at nine tenths of the fibre.
  /// - Returns: whether it does.
  /// - Throws: ``FibreError`` when the node does not exist.
  public func propagates(to node: Int? = nil) throws(FibreError) -> Bool {
    let node = node ?? SpikeCriterion.node(at: 0.9, of: fibre.nodes.count)
    return try transit(from: clamp.node, to: node) != nil
  }

  /// One run that ends when so many spikes have arrived at a node.
  func run(_ clamp: CurrentClamp, arrivals: Int, at node: Int) throws(FibreError) -> FibreRecord {
    try simulation.run(
      [.clamp(clamp)], duration: clamp.start + clamp.waveform.totalDuration + patience,
      until: { record in record.arrivals(at: node).count >= arrivals })
  }
}
