/// The plain cable kernel: every compartment's two potentials, one block-tridiagonal solution a stage.
///
/// It takes channels anywhere, gives every potential, and is the reference that the fast kernel is tested against. Equations:
/// Cm (w-u)' + I(w-u) = sum gi (w_nb - w) + A Si, -Cm (w-u)' - I(w-u) + Cy u' + Gy u = sum gp (u_nb - u) + A Sp; u = 0 at nodes.
final class BlockCable: CableKernel {
  let network: CableNetwork
  let drives: [CableDrive]
  private(set) var stepping: CableStepping
  let nodes: UnsafeMutablePointer<Double>
  /// Relative axoplasmic potential w and periaxonal potential u of every compartment, mV.
  private(set) var w: [Double]
  private(set) var u: [Double]
  /// Gates of every compartment that has channels.
  private(set) var gates: [SIMD4<Double>]
  private var memory: (w: [Double], u: [Double], gates: [SIMD4<Double>])
  private let batteries: SIMD4<Double>
  private let active: [Int]
  // Of the elimination: the diagonal blocks' inverses and the right sides.
  private var inverse: [(a: Double, b: Double, c: Double)]
  private var right: [(w: Double, u: Double)]
  private var conductance: [Double]
  private var batteryCurrent: [Double]

  init(_ network: CableNetwork, drives: [CableDrive], stepping: CableStepping) {
    self.network = network
    self.drives = drives
    self.stepping = stepping
    let count = network.count
    nodes = .allocate(capacity: network.nodeCount)
    nodes.initialize(repeating: 0, count: network.nodeCount)
    w = [Double](repeating: 0, count: count)
    u = w
    let start = network.membrane.gates(at: network.membrane.restPotential, temperature: network.temperature)
    gates = [SIMD4<Double>](repeating: start.steady, count: count)
    memory = (w, u, gates)
    batteries = network.membrane.batteries - network.membrane.restPotential
    active = (0..<count).filter { network.channels[$0] != SIMD4() }
    inverse = [(a: Double, b: Double, c: Double)](repeating: (0, 0, 0), count: count)
    right = [(w: Double, u: Double)](repeating: (0, 0), count: count)
    conductance = network.passiveConductance
    batteryCurrent = w
  }

  deinit { nodes.deallocate() }

  var nodeCount: Int { network.nodeCount }

  func prepare(_ stepping: CableStepping) { self.stepping = stepping }

  func rest() {
    let start = network.membrane.gates(at: network.membrane.restPotential, temperature: network.temperature)
    for index in 0..<network.count {
      w[index] = 0
      u[index] = 0
      gates[index] = start.steady
    }
    copyNodes()
  }

  func remember() { memory = (w, u, gates) }

  func recall() {
    (w, u, gates) = memory
    copyNodes()
  }

  func advance(_ levels: UnsafePointer<Double>) -> Double {
    for index in active {
      let open = network.membrane.conductances(gates[index], network.channels[index])
      conductance[index] = network.passiveConductance[index] + open.sum()
      batteryCurrent[index] = (open * batteries).sum()
    }
    let h = stepping.step * stepping.stageShare
    let oldW = w
    let oldU = u
    solve(step: h, levels)
    if !stepping.isParity {
      for index in 0..<network.count {
        w[index] = oldW[index] + CableStepping.extrapolation * (w[index] - oldW[index])
        u[index] = oldU[index] + CableStepping.extrapolation * (u[index] - oldU[index])
      }
      solve(step: h, levels)
    }
    for index in active { gates[index] = updated(gates[index], at: w[index] - u[index]) }
    return copyNodes()
  }

  /// Backward Euler over a step h, ms, from the present potentials.
  private func solve(step h: Double, _ levels: UnsafePointer<Double>) {
    let count = network.count
    for index in 0..<count {
      let left = index > 0 ? network.axial[index - 1] : 0
      let leftPeri = index > 0 ? network.periaxonal[index - 1] : 0
      let next = index < count - 1 ? network.axial[index] : 0
      let nextPeri = index < count - 1 ? network.periaxonal[index] : 0
      let charge = network.membraneCapacitance[index] / h
      let across = charge + conductance[index]
      let kept = charge * (w[index] - u[index]) + batteryCurrent[index]
      var rightW = kept
      var rightU = network.myelinCapacitance[index] / h * u[index] - kept
      for (drive, source) in drives.enumerated() {
        rightW += levels[drive] * source.axoplasm[index]
        rightU += levels[drive] * source.periaxon[index]
      }
      var diagonalW = across + left + next
      var diagonalU =
        across + network.myelinCapacitance[index] / h + network.myelinConductance[index] + leftPeri + nextPeri
      var off = -across
      if network.isNode[index] {
        rightU = 0
        diagonalU = 1
        off = 0
      }
      if index > 0 {
        // The block above, eliminated: off-diagonal blocks are diag(-left, -leftPeri), and 0 for u beside a node.
        let above = inverse[index - 1]
        let peri = network.isNode[index] || network.isNode[index - 1] ? 0 : leftPeri
        diagonalW -= left * left * above.a
        diagonalU -= peri * peri * above.c
        off -= left * peri * above.b
        rightW += left * (above.a * right[index - 1].w + above.b * right[index - 1].u)
        rightU += peri * (above.b * right[index - 1].w + above.c * right[index - 1].u)
      }
      let determinant = diagonalW * diagonalU - off * off
      inverse[index] = (diagonalU / determinant, -off / determinant, diagonalW / determinant)
      right[index] = (rightW, rightU)
    }
    substitute()
  }

  private func substitute() {
    let count = network.count
    var below = (w: 0.0, u: 0.0)
    for index in stride(from: count - 1, through: 0, by: -1) {
      var rightW = right[index].w
      var rightU = right[index].u
      if index < count - 1 {
        let isBeside = network.isNode[index] || network.isNode[index + 1]
        rightW += network.axial[index] * below.w
        rightU += (isBeside ? 0 : network.periaxonal[index]) * below.u
      }
      let block = inverse[index]
      below = (block.a * rightW + block.b * rightU, block.b * rightW + block.c * rightU)
      w[index] = below.w
      u[index] = below.u
    }
  }

  private func updated(_ gates: SIMD4<Double>, at relative: Double) -> SIMD4<Double> {
    let potential = relative + network.membrane.restPotential
    let position = (potential - GateTable.range.lowerBound) * GateTable.perMillivolt
    let bounded = min(Double(GateTable.rows) - 1.000_001, max(0, position))
    let row = Int(bounded)
    let share = bounded - Double(row)
    let entries = stepping.table.entries
    let decay = entries[2 * row] + share * (entries[2 * row + 2] - entries[2 * row])
    let gain = entries[2 * row + 1] + share * (entries[2 * row + 3] - entries[2 * row + 1])
    return decay * gates + gain
  }

  @discardableResult private func copyNodes() -> Double {
    var largest = -Double.infinity
    for (node, compartment) in network.nodeCompartments.enumerated() {
      nodes[node] = w[compartment]
      largest = max(largest, w[compartment])
    }
    return largest
  }
}
