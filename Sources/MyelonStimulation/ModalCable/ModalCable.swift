/// The fast cable kernel: internodes as decoupled modes, one unknown a node.
///
/// Exactly the equations of ``BlockCable`` for fibres whose channels lie in nodes alone. A stage costs one sweep over the modes,
/// vectors across modes, and one tridiagonal solution over the nodes from both ends; a step one look-up of the gates a node,
/// vectors across gates. Nothing is shared between runs, so a result cannot depend on what else is computed.
final class ModalCable: CableKernel {
  let nodeCount: Int
  let nodes: UnsafeMutablePointer<Double>
  let membrane: AxonMembrane
  let startGates: SIMD4<Double>
  let batteries: SIMD4<Double>
  let driveCount: Int
  var stepping: CableStepping
  // Constants of the stepping beside it, so that a step reads them without a check of exclusive access to a class.
  let constants: UnsafeMutablePointer<Double>
  /// Length of an implicit stage, ms.
  var stage: Double { constants[0] }
  /// Whether the step is backward Euler.
  var isParity: Bool { constants[1] != 0 }
  /// Amplitudes of the drives times the stage.
  var scaledLevels: UnsafeMutablePointer<Double> { constants + 2 }

  // Of each node: capacitance, passive and channel conductances, axial conductance to both sides.
  let capacitance: UnsafeMutablePointer<Double>
  let passive: UnsafeMutablePointer<Double>
  let channels: UnsafeMutablePointer<SIMD4<Double>>
  let axialBefore: UnsafeMutablePointer<Double>
  let axialBehind: UnsafeMutablePointer<Double>
  /// Current into every node, drive by drive, nA for amplitude 1.
  let nodeSources: UnsafeMutablePointer<Double>

  // Of each internode: its kind, its modes' sources drive by drive, the amplitudes y and the pending part p.
  let linkCount: Int
  let kinds: [InternodeModes]
  let kindOfLink: UnsafeMutablePointer<Int>
  let isMirrored: UnsafeMutablePointer<Bool>
  let modeSources: UnsafeMutablePointer<SIMD4<Double>>
  let amplitudes: UnsafeMutablePointer<SIMD4<Double>>
  let pending: UnsafeMutablePointer<SIMD4<Double>>
  /// Of each kind, vector by vector: 1 / (1 + h rate); h times that times the couplings to the node before and behind; the
  /// couplings themselves.
  let coefficients: UnsafeMutablePointer<SIMD4<Double>>

  // Of the step: scaled capacitance, constant diagonal, off-diagonal, and the parts of the solution.
  let charge: UnsafeMutablePointer<Double>
  let diagonal: UnsafeMutablePointer<Double>
  let offDiagonal: UnsafeMutablePointer<Double>
  let inverse: UnsafeMutablePointer<Double>
  let right: UnsafeMutablePointer<Double>
  let start: UnsafeMutablePointer<Double>
  let gates: UnsafeMutablePointer<SIMD4<Double>>
  let conductance: UnsafeMutablePointer<Double>
  let batteryCurrent: UnsafeMutablePointer<Double>

  private var memory: (nodes: [Double], gates: [SIMD4<Double>], pending: [SIMD4<Double>]) = ([], [], [])

  /// Builds the kernel of a fibre without channels in its internodes.
  init(_ network: CableNetwork, drives: [CableDrive], stepping: CableStepping) {
    precondition(!network.hasInternodalChannels, "Channels outside nodes need BlockCable")
    let count = network.nodeCount
    let isMyelinated = network.count > count
    nodeCount = count
    linkCount = isMyelinated ? count - 1 : 0
    membrane = network.membrane
    startGates =
      network.membrane.gates(at: network.membrane.restPotential, temperature: network.temperature).steady
    batteries = network.membrane.batteries - network.membrane.restPotential
    driveCount = drives.count
    self.stepping = stepping
    func doubles(_ count: Int) -> UnsafeMutablePointer<Double> {
      let memory = UnsafeMutablePointer<Double>.allocate(capacity: max(1, count))
      memory.initialize(repeating: 0, count: max(1, count))
      return memory
    }
    func fours(_ count: Int) -> UnsafeMutablePointer<SIMD4<Double>> {
      let memory = UnsafeMutablePointer<SIMD4<Double>>.allocate(capacity: max(1, count))
      memory.initialize(repeating: SIMD4(), count: max(1, count))
      return memory
    }
    nodes = doubles(count)
    constants = doubles(2 + drives.count)
    capacitance = doubles(count)
    passive = doubles(count)
    channels = fours(count)
    axialBefore = doubles(count)
    axialBehind = doubles(count)
    nodeSources = doubles(count * drives.count)
    charge = doubles(count)
    diagonal = doubles(count)
    offDiagonal = doubles(count)
    inverse = doubles(count)
    right = doubles(count)
    start = doubles(count)
    gates = fours(count)
    conductance = doubles(count)
    batteryCurrent = doubles(count)
    let links = isMyelinated ? count - 1 : 0
    amplitudes = fours(links * InternodeModes.vectors)
    pending = fours(links * InternodeModes.vectors)
    modeSources = fours(links * InternodeModes.vectors * drives.count)
    kindOfLink = .allocate(capacity: max(1, links))
    kindOfLink.initialize(repeating: 0, count: max(1, links))
    isMirrored = .allocate(capacity: max(1, links))
    isMirrored.initialize(repeating: false, count: max(1, links))
    kinds = Self.findKinds(network, links: links, kindOfLink)
    coefficients = fours(kinds.count * InternodeModes.vectors * InternodeModes.roles)
    fill(network, drives)
    prepareCoefficients()
    rest()
    remember()
  }

  deinit {
    for memory in [
      nodes, capacitance, passive, axialBefore, axialBehind, nodeSources, charge, diagonal, offDiagonal,
      inverse,
      right, start, conductance, batteryCurrent, constants,
    ] { memory.deallocate() }
    for memory in [channels, gates, amplitudes, pending, modeSources, coefficients] { memory.deallocate() }
    kindOfLink.deallocate()
    isMirrored.deallocate()
  }

  func rest() {
    nodes.update(repeating: 0, count: nodeCount)
    gates.update(repeating: startGates, count: nodeCount)
    pending.update(repeating: SIMD4(), count: max(1, linkCount * InternodeModes.vectors))
    openChannels()
  }

  func remember() {
    memory = (
      (0..<nodeCount).map { nodes[$0] }, (0..<nodeCount).map { gates[$0] },
      (0..<linkCount * InternodeModes.vectors).map { pending[$0] }
    )
  }

  func recall() {
    for index in 0..<nodeCount {
      nodes[index] = memory.nodes[index]
      gates[index] = memory.gates[index]
    }
    for index in 0..<linkCount * InternodeModes.vectors { pending[index] = memory.pending[index] }
    openChannels()
  }
}
