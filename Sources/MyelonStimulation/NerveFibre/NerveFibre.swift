/// A nerve fibre as a row of compartments: nodes, and between myelinated ones the ten compartments of each internode.
///
/// Every node and every internode is its own record, so that demyelinated, remyelinated and regenerated stretches are edits of
/// a healthy fibre. An unmyelinated fibre is a row of nodes without internodes.
public struct NerveFibre: Sendable, Hashable, Codable {
  /// Fewest nodes that a fibre may have: two ends and something between them.
  public static let leastNodes = 5
  /// Temperature of the body, degrees Celsius.
  public static let bodyTemperature = 37.0

  /// Model that the fibre was made from.
  public let model: FibreModel
  /// Nominal diameter of the fibre, um.
  public let diameter: Double
  /// Temperature, degrees Celsius; only rates of gates depend on it.
  public var temperature: Double
  /// Nodes in order.
  public var nodes: [FibreNode]
  /// Internodes in order, one fewer than nodes; empty in an unmyelinated fibre.
  public var internodes: [Internode]

  init(
    model: FibreModel, diameter: Double, temperature: Double, nodes: [FibreNode], internodes: [Internode]
  ) {
    self.model = model
    self.diameter = diameter
    self.temperature = temperature
    self.nodes = nodes
    self.internodes = internodes
  }

  /// Whether there is myelin between the nodes.
  public var isMyelinated: Bool { !internodes.isEmpty }

  /// Compartments of the fibre.
  public var compartmentCount: Int { nodes.count + internodes.count * Internode.compartments }

  /// Compartment of every node.
  public var nodeCompartments: [Int] {
    let stride = isMyelinated ? Internode.compartments + 1 : 1
    return nodes.indices.map { $0 * stride }
  }

  /// Lengths of the compartments, um.
  public var lengths: [Double] {
    var lengths: [Double] = []
    lengths.reserveCapacity(compartmentCount)
    for (index, node) in nodes.enumerated() {
      lengths.append(node.length)
      if index < internodes.count { lengths.append(contentsOf: internodes[index].lengths) }
    }
    return lengths
  }

  /// Arc length of the middle of every compartment from the fibre's beginning, um.
  public var centres: [Double] {
    var begin = 0.0
    return lengths.map { length in
      defer { begin += length }
      return begin + length / 2
    }
  }

  /// Arc length of the middle of every node from the fibre's beginning, um.
  public var nodeCentres: [Double] {
    let centres = centres
    return nodeCompartments.map { centres[$0] }
  }

  /// Length of the fibre, mm.
  public var length: Double { lengths.reduce(0, +) / 1000 }

  /// Checks that all records can be pieces of a fibre.
  ///
  /// - Throws: ``FibreError`` with the first finding.
  public func validate() throws(FibreError) {
    guard nodes.count >= Self.leastNodes else {
      throw .tooFewNodes(found: nodes.count, required: Self.leastNodes)
    }
    guard internodes.isEmpty || internodes.count == nodes.count - 1 else {
      throw .impossibleMorphology(
        quantity: "number of internodes", found: Double(internodes.count), unit: "",
        required: "one fewer than nodes (\(nodes.count - 1)), or 0")
    }
    guard AxonMembrane.temperatures.contains(temperature) else {
      throw .temperatureOutOfRange(found: temperature, allowed: AxonMembrane.temperatures)
    }
    for node in nodes {
      for (name, value) in [("length of a node", node.length), ("diameter of a node", node.diameter)]
      where !(value > 0 && value.isFinite) {
        throw .impossibleMorphology(quantity: name, found: value, unit: "um", required: "above 0 and finite")
      }
      try Self.validate(node.channels)
    }
    for internode in internodes {
      try internode.validate()
      try Self.validate(internode.axolemma)
    }
  }

  private static func validate(_ channels: ChannelDensities) throws(FibreError) {
    for lane in 0..<4 where !(channels.vector[lane] >= 0 && channels.vector[lane].isFinite) {
      throw .impossibleMorphology(
        quantity: "density of channels", found: channels.vector[lane], unit: "S/cm2",
        required: "0 or more and finite")
    }
  }
}
