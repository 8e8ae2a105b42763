import Foundation
import MyelonFields
import MyelonSolvers
import MyelonTestSupport
import Testing

@testable import MyelonStimulation

@Suite("The cable equations of fibres")
struct FibreCableTests {
  static let schemes: [CableScheme] = [.parity(timeStep: 5), .secondOrder(timeStep: 2.5)]

  /// A fibre whose nodes hold leak alone, at a rest where no current flows.
  private func passive(_ fibre: NerveFibre, leak: Double) -> NerveFibre {
    var fibre = fibre
    for index in fibre.nodes.indices {
      fibre.nodes[index].channels = ChannelDensities(sodium: 0, persistentSodium: 0, potassium: 0, leak: leak)
    }
    return fibre
  }

  /// Runs a kernel of the fibre over a waveform.
  private func kernel(
    _ fibre: NerveFibre, _ drive: (CableNetwork) -> CableDrive, _ scheme: CableScheme, isPlain: Bool
  ) -> any CableKernel {
    let network = CableNetwork(fibre)
    let tables = SteppingTables([fibre], scheme: scheme)
    return isPlain
      ? tables.settledPlain(fibre, network, [drive(network)])
      : tables.settled(fibre, network, [drive(network)])
  }

  @Test(
    "A steady current into a passive axon decays by the length constant from the input resistance",
    arguments: schemes)
  func electrotonus(_ scheme: CableScheme) throws {
    // 1 um, 100 ohm cm, 1e-4 S/cm2: lambda = sqrt(d / (4 rho g)) = 0.5 mm; one side's resistance is 4 rho lambda / (pi d2).
    let leak = 1e-4
    let fibre = passive(try .make(.unmyelinated, diameter: 1, length: 6), leak: leak)
    let axon = kernel(fibre, { $0.clamp(node: 360) }, scheme, isPlain: false)
    axon.prepare(CableStepping(.parity(timeStep: 5000), .sundt, temperature: 37))
    let rest = axon.nodes[360]
    var current = 1e-3
    for _ in 0..<100 { _ = axon.advance(&current) }
    let lambda = (1e-4 / (4 * 100 * leak)).squareRoot() * 1e4
    let resistance = 4 * 100 * (lambda * 1e-4) / (Double.pi * 1e-8) / 2 * 1e-6
    // The middle compartment is 8.333 um long: its potential is a mean that lies 1/120 of lambda nearer.
    #expect(abs((axon.nodes[360] - rest) / (1e-3 * resistance) - 1) < 2e-3)
    // The ends are sealed: the potential falls as cosh of the distance to the end.
    let reach = 359.5 * 8.333 / lambda
    for distance in [60, 120, 180, 300] {
      let ratio = (axon.nodes[360 + distance] - rest) / (axon.nodes[360] - rest)
      let expected = cosh(reach - Double(distance) * 8.333 / lambda) / cosh(reach)
      #expect(abs(ratio / expected - 1) < 1e-3, "\(distance): \(ratio) for \(expected)")
    }
  }

  @Test("Backward Euler is of first order, the accurate scheme of second, in passive and excited fibres")
  func order() throws {
    let healthy = try NerveFibre.make(.mrgDiscrete, diameter: 10, nodeCount: 11)
    let one = FibreReference.pointSource(healthy, distance: 1)
    for (fibre, amplitude) in [(passive(healthy, leak: 0.007), 1.0), (healthy, 0.1)] {
      // Backward Euler shows its order at shorter steps only; there the other's error nears that of the gate table.
      for (isParity, expected, steps) in [(true, 1.0, [2.0, 1, 0.5, 0.25]), (false, 2.0, [8, 4, 2, 1])] {
        let values = steps.map { step in
          let scheme: CableScheme = isParity ? .parity(timeStep: step) : .secondOrder(timeStep: step)
          let cable = kernel(fibre, { $0.sources(one.potentials) }, scheme, isPlain: false)
          // 120 us of current and 40 us after it, so that both edges of the pulse count.
          for index in 0..<Int(160 / step) {
            var level = Double(index) * step < 120 ? amplitude : 0
            _ = cable.advance(&level)
          }
          return cable.nodes[5]
        }
        let observed = ObservedOrder(values: values, steps: steps)
        let overall = try #require(observed.overall)
        #expect(
          abs(overall - expected) < 0.2, "\(fibre.nodes[3].channels.sodium) \(isParity): \(observed.orders)")
      }
    }
  }

  @Test(
    "All current that leaves a fibre through membranes, myelin and ends is the current put into it",
    arguments: [0.0, 2])
  func conservation(_ clamped: Double) throws {
    let fibre = try NerveFibre.make(.mrgDiscrete, diameter: 10, nodeCount: 9)
      .demyelinated(2..<4, lamellaeFraction: 0.1)
    let network = CableNetwork(fibre)
    let one = FibreReference.pointSource(fibre, distance: 0.5)
    let scheme = CableScheme.parity(timeStep: 5)
    let cable = SteppingTables([fibre], scheme: scheme)
      .settledPlain(fibre, network, [network.sources(one.potentials), network.clamp(node: 4)])
    let levels = [clamped == 0 ? 0.3 : 0, clamped]
    for _ in 0..<60 {
      let (w, u, gates) = (cable.w, cable.u, cable.gates)
      _ = cable.advance(levels)
      let balance = Self.balance(network, one.potentials, levels, before: (w, u, gates), after: cable)
      #expect(abs(balance.axoplasm - clamped) < 1e-9 * balance.scale)
      #expect(abs(balance.outside - clamped) < 1e-9 * balance.scale)
      #expect(balance.scale > 0.01)
    }
  }

  /// Currents of a backward Euler step of 5 us: out of the axoplasm, and out of myelin and nodes.
  private static func balance(
    _ network: CableNetwork, _ potentials: [Double], _ levels: [Double],
    before: (w: [Double], u: [Double], gates: [SIMD4<Double>]), after: BlockCable
  ) -> (axoplasm: Double, outside: Double, scale: Double) {
    let step = 0.005
    let batteries = network.membrane.batteries - network.membrane.restPotential
    var axoplasm = 0.0
    var outside = 0.0
    var scale = 0.0
    for index in 0..<network.count {
      let open = network.membrane.conductances(before.gates[index], network.channels[index])
      let now = after.w[index] - after.u[index]
      let charging = network.membraneCapacitance[index] / step * (now - before.w[index] + before.u[index])
      let ionic = (open * (now - batteries)).sum() + network.passiveConductance[index] * now
      axoplasm += charging + ionic
      scale += abs(charging + ionic)
      guard network.isNode[index] else {
        outside += network.myelinCapacitance[index] / step * (after.u[index] - before.u[index])
        outside += network.myelinConductance[index] * after.u[index]
        continue
      }
      outside += charging + ionic
      // At a node the periaxonal space opens to the outside.
      for (neighbour, link) in [(index - 1, index - 1), (index + 1, index)]
      where neighbour >= 0 && neighbour < network.count {
        let step = after.u[neighbour] + levels[0] * (potentials[neighbour] - potentials[index])
        outside += network.periaxonal[link] * step
      }
    }
    return (axoplasm, outside, scale)
  }

  @Test("The fast kernel does what the plain one does", arguments: schemes)
  func twins(_ scheme: CableScheme) throws {
    let healthy = try NerveFibre.make(.mrgDiscrete, diameter: 10, nodeCount: 15)
    let fibres = [
      healthy, try healthy.demyelinated(5..<8, lamellaeFraction: 0.02, paranodalGap: 0.02),
      try healthy.remyelinated(6..<8, gRatio: 0.85, segments: 3, sodiumShare: 0.7),
      try NerveFibre.make(.smallMyelinated, diameter: 1.5, nodeCount: 15),
      try NerveFibre.make(.mrgInterpolated, diameter: 7, nodeCount: 16, temperature: 30, passiveEnds: false),
      try NerveFibre.make(.unmyelinated, diameter: 0.8, length: 1),
      try NerveFibre.make(.unmyelinatedSquid, diameter: 1.2, length: 1),
    ]
    for fibre in fibres {
      let one = FibreReference.pointSource(fibre, distance: 0.3)
      let fast = kernel(fibre, { $0.sources(one.potentials) }, scheme, isPlain: false)
      let plain = kernel(fibre, { $0.sources(one.potentials) }, scheme, isPlain: true)
      #expect(fast is ModalCable && plain is BlockCable)
      var worst = 0.0
      var largest = 0.0
      for step in 0..<240 {
        var level = step < 40 ? (fibre.isMyelinated ? 0.5 : 3) : 0
        largest = max(largest, fast.advance(&level))
        _ = plain.advance(&level)
        for node in 0..<fast.nodeCount { worst = max(worst, abs(fast.nodes[node] - plain.nodes[node])) }
      }
      #expect(worst < 1e-6, "\(fibre.model) \(fibre.diameter): \(worst) mV")
      #expect(largest > 20)
    }
  }

  @Test("Small responses are linear in the amplitude, and fields superpose in a passive fibre")
  func linearity() throws {
    let healthy = try NerveFibre.make(.mrgDiscrete, diameter: 10, nodeCount: 11)
    let near = FibreReference.pointSource(healthy, distance: 1).potentials
    let far = FibreReference.pointSource(healthy, distance: 3, offset: 2000, sign: 1).potentials
    func response(_ fibre: NerveFibre, _ potentials: [Double], _ amplitude: Double) -> [Double] {
      let cable = kernel(fibre, { $0.sources(potentials) }, .accurate, isPlain: false)
      // The remembered rest still drifts a little: what counts is the difference from a silent run.
      var level = 0.0
      for _ in 0..<80 { _ = cable.advance(&level) }
      let silent = (0..<11).map { cable.nodes[$0] }
      cable.recall()
      level = amplitude
      for _ in 0..<80 { _ = cable.advance(&level) }
      return (0..<11).map { cable.nodes[$0] - silent[$0] }
    }
    let single = response(healthy, near, 1e-5)
    let double = response(healthy, near, 2e-5)
    for node in 0..<11 { #expect(abs(double[node] - 2 * single[node]) < 1e-3 * abs(single[5])) }
    let fibre = passive(healthy, leak: 0.007)
    let both = response(fibre, zip(near, far).map { $0 + $1 }, 1)
    let parts = zip(response(fibre, near, 1), response(fibre, far, 1)).map { $0 + $1 }
    for (sum, part) in zip(both, parts) { #expect(abs(sum - part) < 1e-9) }
    #expect(abs(both[5]) > 1)
  }

  @Test("Eigenvectors diagonalise a stiff symmetric matrix")
  func eigen() {
    var random = SeededGenerator(seed: 3)
    let size = 20
    let scale = (0..<size).map { _ in Double.random(in: -2...3, using: &random) }
    var matrix = [Double](repeating: 0, count: size * size)
    for row in 0..<size {
      for column in row..<size {
        let value = row == column ? 30 : Double.random(in: -1...1, using: &random)
        let entry = value * exp(scale[row] + scale[column])
        matrix[row * size + column] = entry
        matrix[column * size + row] = entry
      }
    }
    let eigen = SymmetricEigen(matrix, size: size)
    let norm: Double = eigen.values.map { abs($0) }.max() ?? 0
    for row in 0..<size {
      for column in 0..<size {
        var product = 0.0
        var identity = 0.0
        for mode in 0..<size {
          let overlap: Double = eigen.vector(mode, row) * eigen.vector(mode, column)
          product += overlap * eigen.values[mode]
          identity += overlap
        }
        let entry: Double = matrix[row * size + column]
        let unit: Double = row == column ? 1 : 0
        #expect(abs(product - entry) < 1e-13 * norm)
        #expect(abs(identity - unit) < 1e-13)
      }
    }
  }

  @Test("A waveform cut into steps keeps its charge, and whole steps their levels")
  func plan() {
    let whole = StimulusPlan(.symmetricBiphasic(width: 20, gap: 10), timeStep: 5)
    #expect(whole.levels == [1, 1, 1, 1, 0, 0, -1, -1, -1, -1])
    var train = StimulusWaveform.asymmetricBiphasic(width: 33, ratio: 3, gap: 7)
    train.period = 411
    train.pulses = 3
    let cut = StimulusPlan(train, start: 12.3, timeStep: 2.5)
    let charge: Double = cut.levels.reduce(0, +) * 2.5
    #expect(abs(charge - 3 * train.netCharge) < 1e-9)
    let moved: Double = cut.levels.reduce(0) { $0 + abs($1) } * 2.5
    #expect(abs(moved - 3 * 66) < 15)
    #expect(cut.activeSteps == Int(((12.3 + train.totalDuration) / 2.5).rounded(.up)))
  }
}
