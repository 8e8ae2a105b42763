/// The electric circuit of a fibre: what both kernels are built from.
///
/// Units: uS, nF, mV, ms, nA. Potentials are relative: w = axoplasm - outside - rest, u = periaxonal space - outside.
struct CableNetwork {
  /// Compartment of every node.
  let nodeCompartments: [Int]
  /// Whether a compartment is a node, where u = 0.
  let isNode: [Bool]
  /// Capacitance of the axolemma, nF.
  let membraneCapacitance: [Double]
  /// Conductance of the axolemma to the rest potential, uS.
  let passiveConductance: [Double]
  /// Largest conductances of channels, uS.
  let channels: [SIMD4<Double>]
  /// Capacitance of the myelin, nF; 0 at nodes.
  let myelinCapacitance: [Double]
  /// Conductance of the myelin, uS; 0 at nodes.
  let myelinConductance: [Double]
  /// Axial conductance of the axoplasm from each compartment to the next, uS.
  let axial: [Double]
  /// Axial conductance of the periaxonal space from each compartment to the next, uS.
  let periaxonal: [Double]
  /// The excitable membrane.
  let membrane: AxonMembrane
  /// Degrees Celsius.
  let temperature: Double
  /// Whether channels lie outside nodes too.
  let hasInternodalChannels: Bool

  var count: Int { isNode.count }
  var nodeCount: Int { nodeCompartments.count }

  /// Builds the circuit of a validated fibre.
  init(_ fibre: NerveFibre) {
    let membrane = fibre.model.membrane
    var parts: [Patch] = []
    parts.reserveCapacity(fibre.compartmentCount)
    for (index, node) in fibre.nodes.enumerated() {
      parts.append(Patch(node, membrane))
      guard index < fibre.internodes.count else { continue }
      let internode = fibre.internodes[index]
      for (position, length) in internode.lengths.enumerated() {
        parts.append(Patch(internode, position: position, length: length, membrane))
      }
    }
    nodeCompartments = fibre.nodeCompartments
    isNode = parts.map(\.isNode)
    membraneCapacitance = parts.map(\.membraneCapacitance)
    passiveConductance = parts.map(\.passiveConductance)
    channels = parts.map(\.channels)
    myelinCapacitance = parts.map(\.myelinCapacitance)
    myelinConductance = parts.map(\.myelinConductance)
    axial = zip(parts, parts.dropFirst()).map { 1 / ($0.halfAxial + $1.halfAxial) }
    periaxonal = zip(parts, parts.dropFirst()).map { 1 / ($0.halfPeriaxonal + $1.halfPeriaxonal) }
    self.membrane = membrane
    temperature = fibre.temperature
    hasInternodalChannels = fibre.internodes.contains { !$0.axolemma.isNone }
  }

  /// Current into the axoplasm and the periaxonal space of every compartment for 1 mA, nA.
  ///
  /// - Parameter potentials: outside potentials, mV for 1 mA.
  /// - Returns: S_i and S_p, the latter 0 at nodes.
  func sources(_ potentials: [Double]) -> CableDrive {
    var axoplasm = [Double](repeating: 0, count: count)
    var periaxon = axoplasm
    for index in axial.indices {
      let step = potentials[index + 1] - potentials[index]
      axoplasm[index] += axial[index] * step
      axoplasm[index + 1] -= axial[index] * step
      periaxon[index] += periaxonal[index] * step
      periaxon[index + 1] -= periaxonal[index] * step
    }
    for compartment in nodeCompartments { periaxon[compartment] = 0 }
    return CableDrive(axoplasm: axoplasm, periaxon: periaxon)
  }

  /// A clamp's current into the axoplasm of a node, nA for amplitude 1.
  func clamp(node: Int) -> CableDrive {
    var axoplasm = [Double](repeating: 0, count: count)
    axoplasm[nodeCompartments[node]] = 1
    return CableDrive(axoplasm: axoplasm, periaxon: [Double](repeating: 0, count: count))
  }
}

/// One compartment's share of the circuit.
private struct Patch {
  let isNode: Bool
  let membraneCapacitance: Double
  let passiveConductance: Double
  let channels: SIMD4<Double>
  let myelinCapacitance: Double
  let myelinConductance: Double
  /// Axial resistances from the middle to an end, Mohm.
  let halfAxial: Double
  let halfPeriaxonal: Double

  /// um2 times uF/cm2 in nF, or times 1e3 S/cm2 in uS.
  private static let perArea = 1e-5
  /// Resistivity of the periaxonal space, ohm cm (McIntyre and others 2002).
  private static let periaxonalResistivity = 70.0

  init(_ node: FibreNode, _ membrane: AxonMembrane) {
    let area = Double.pi * node.diameter * node.length
    isNode = true
    // Dead ends of the reference fibres: 1 uF/cm2, 1e-4 S/cm2, axoplasm of 1e10 ohm cm.
    membraneCapacitance = Self.perArea * area * (node.isPassive ? 1 : membrane.capacitance)
    passiveConductance = node.isPassive ? Self.perArea * area * 1e3 * 1e-4 : 0
    channels = node.isPassive ? SIMD4() : Self.perArea * area * 1e3 * node.channels.vector
    myelinCapacitance = 0
    myelinConductance = 0
    let resistivity = node.isPassive ? 1e10 : membrane.axoplasmResistivity
    halfAxial = Self.half(resistivity, node.length, Self.disc(node.diameter))
    halfPeriaxonal = Self.half(
      Self.periaxonalResistivity, node.length, Self.annulus(node.diameter, Internode.healthyParanodalGap))
  }

  init(_ internode: Internode, position: Int, length: Double, _ membrane: AxonMembrane) {
    let isAttachment = position == 0 || position == Internode.compartments - 1
    let diameter = isAttachment ? internode.paranodeDiameter : internode.axonDiameter
    let gap = isAttachment ? internode.paranodalGap : internode.internodalGap
    let area = Double.pi * diameter * length
    isNode = false
    membraneCapacitance = Self.perArea * area * membrane.capacitance
    // Passive axolemma: 1e-3 S/cm2 under the attachment, 1e-4 elsewhere (McIntyre and others 2002).
    passiveConductance = Self.perArea * area * 1e3 * (isAttachment ? 1e-3 : 1e-4)
    channels = Self.perArea * area * 1e3 * internode.axolemma.vector
    // Each lamella is two membranes of 0.1 uF/cm2 and 1e-3 S/cm2 in series (McIntyre and others 2002).
    let membranes = 2 * max(internode.lamellae, Internode.leastLamellae)
    let myelinArea = Double.pi * internode.fibreDiameter * length
    myelinCapacitance = Self.perArea * myelinArea * 0.1 / membranes
    myelinConductance = Self.perArea * myelinArea * 1e3 * 1e-3 / membranes
    halfAxial = Self.half(membrane.axoplasmResistivity, length, Self.disc(diameter))
    halfPeriaxonal = Self.half(Self.periaxonalResistivity, length, Self.annulus(diameter, gap))
  }

  /// Mohm for ohm cm, um and um2.
  private static func half(_ resistivity: Double, _ length: Double, _ area: Double) -> Double {
    1e-2 * resistivity * (length / 2) / area
  }

  private static func disc(_ diameter: Double) -> Double { Double.pi * diameter * diameter / 4 }

  private static func annulus(_ diameter: Double, _ gap: Double) -> Double {
    Double.pi * gap * (diameter + gap)
  }
}
