import Foundation
import MyelonFields
import Testing

@testable import MyelonStimulation

@Suite("Conduction of fibres")
struct FibreConductionTests {
  @Test("All conduction velocities agree to 1 % at the same step", .enabled(if: FibreReference.isPresent))
  func velocities() throws {
    for name in ["cv_mrg.csv", "cv_temperature.csv"] {
      for row in try FibreReference.rows(name) {
        let fibre = try NerveFibre.make(
          try FibreReference.model(row["model"] ?? ""), diameter: row.number("diameter_um"), nodeCount: 41,
          temperature: row.number("temperature_C"))
        let found = try FibreConduction(fibre, scheme: .parity(timeStep: row.number("dt_us"))).velocity()
        #expect(abs(found / row.number("cv_m_s") - 1) < 0.01, "\(row): \(found)")
      }
    }
  }

  /// Runs of NEURON 9.0.2 with PyFibers 0.13.0, 41 nodes, between nodes 10 and 30.
  @Test(
    "A choice of the velocities stands here",
    arguments: [
      (FibreModel.mrgDiscrete, 5.7, 5.0, 37.0, 23.2558), (.mrgDiscrete, 10, 5, 37, 51.1111),
      (.mrgDiscrete, 10, 1, 37, 55.2885), (.mrgDiscrete, 10, 5, 25, 35.1145),
      (.mrgDiscrete, 10, 5, 41, 56.7901),
      (.mrgInterpolated, 4, 5, 37, 16.2769), (.mrgInterpolated, 12, 5, 37, 62.1733),
      (.smallMyelinated, 1.1, 5, 37, 1.7411), (.smallMyelinated, 4, 5, 37, 12.9915),
    ])
  func fixed(
    _ model: FibreModel, _ diameter: Double, _ step: Double, _ temperature: Double, _ velocity: Double
  ) throws {
    let fibre = try NerveFibre.make(model, diameter: diameter, nodeCount: 41, temperature: temperature)
    let found = try FibreConduction(fibre, scheme: .parity(timeStep: step)).velocity()
    #expect(abs(found / velocity - 1) < 0.01)
  }

  @Test(
    "The accurate scheme's velocities are within 0.2 % of converged ones, and converge at second order",
    arguments: [(5.7, 25.7964), (10.0, 56.2424), (15.0, 86.8822)])
  func converged(_ diameter: Double, _ velocity: Double) throws {
    let fibre = try NerveFibre.make(.mrgDiscrete, diameter: diameter, nodeCount: 41)
    func error(_ scheme: CableScheme) throws -> Double {
      try FibreConduction(fibre, scheme: scheme).velocity() / velocity - 1
    }
    #expect(abs(try error(.accurate)) < 0.002)
    let ratio = try error(.secondOrder(timeStep: 2)) / error(.secondOrder(timeStep: 1))
    #expect(abs(ratio - 4) < 0.4, "\(ratio)")
  }

  @Test("Unmyelinated fibres conduct and peak like the reference runs")
  func unmyelinated() throws {
    for (model, velocity, peak, rest, allowed) in [
      (FibreModel.unmyelinated, 0.49259, 15.49, -59.931, 0.001),
      (.unmyelinatedSquid, 0.62654, -5.20, -70, 0.005),
    ] {
      let fibre = try NerveFibre.make(model, diameter: 1, length: 5)
      #expect(fibre.nodes.count == 601)
      let found = try FibreConduction(fibre, scheme: .parity(timeStep: 5)).velocity()
      #expect(abs(found / velocity - 1) < allowed, "\(found)")
      let record = try FibreSimulation(fibre, scheme: .parity(timeStep: 5)).run(
        [.clamp(.standard(for: fibre))], duration: 6000, recording: .compartments([300]))
      #expect(abs((record.membrane[0].max() ?? 0) - peak) < 0.05)
      #expect(abs(record.membrane[0][0] - rest) < 0.002)
    }
  }

  @Test("Rest is that of the reference run: potentials of all kinds of compartment, and gates")
  func rest() throws {
    let fibre = try NerveFibre.make(.mrgDiscrete, diameter: 10, nodeCount: 41)
    let network = CableNetwork(fibre)
    let tables = SteppingTables([fibre], scheme: .parity(timeStep: 5))
    let cable = tables.settledPlain(fibre, network, [network.clamp(node: 1)])
    let node = fibre.nodeCompartments[20]
    // The compartment in the middle of the internode is its sixth.
    for (offset, potential) in [(0, -79.959446), (1, -79.963327), (2, -79.974213), (6, -79.997618)] {
      #expect(abs(cable.w[node + offset] - cable.u[node + offset] - 80 - potential) < 5e-5)
    }
    #expect(abs(cable.u[node + 1] - 0.0038675) < 5e-5 && abs(cable.u[node + 6] - 0.0379268) < 5e-5)
    for (gate, value) in [0.0734807, 0.2032633, 0.6193721, 0.0433635].enumerated() {
      #expect(abs(cable.gates[node][gate] - value) < 5e-6)
    }
  }

  @Test(
    "The action potential follows the reference trace at the same step",
    .enabled(if: FibreReference.isPresent))
  func trace() throws {
    let rows = try FibreReference.rows("ap_trace_10um_dt5us.csv")
    let fibre = try NerveFibre.make(.mrgDiscrete, diameter: 10, nodeCount: 41)
    let node = fibre.nodeCompartments[20]
    let record = try FibreSimulation(fibre, scheme: .parity(timeStep: 5)).run(
      [.clamp(.standard(for: fibre))], duration: 6000,
      recording: .compartments([node, node + 1, node + 2, node + 6]))
    for (index, column) in ["Vm", "Vm_mysa", "Vm_flut", "Vm_stin"].enumerated() {
      var sum = 0.0
      for (row, potential) in zip(rows, record.membrane[index]) {
        let difference = potential - row.number(column)
        sum += difference * difference
      }
      #expect((sum / Double(rows.count)).squareRoot() < 0.05, "\(column)")
    }
    #expect(abs((record.membrane[0].max() ?? 0) - 28.3768) < 0.02)
  }

  @Test("Half-width and depolarising afterpotential of the action potential")
  func shape() throws {
    let fibre = try NerveFibre.make(.mrgDiscrete, diameter: 10, nodeCount: 41)
    let record = try FibreSimulation(fibre, scheme: .parity(timeStep: 5)).run(
      [.clamp(.standard(for: fibre))], duration: 3000, recording: .compartments([fibre.nodeCompartments[20]]))
    let trace = record.membrane[0]
    let peak = try #require(trace.indices.max { trace[$0] < trace[$1] })
    let half = (trace[peak] + trace[0]) / 2
    let width = trace.indices.filter { trace[$0] > half }.count * 5
    #expect(abs(Double(width) - 300) <= 10)
    #expect(abs(record.times[peak] - 630) <= 5)
    // 1 ms after the peak, above rest (design figure +3.9 mV).
    #expect(abs(trace[peak + 200] - trace[0] - 3.9) < 0.3, "\(trace[peak + 200] - trace[0])")
  }

  @Test("The afterpotentials follow the reference for 100 ms", .enabled(if: FibreReference.isPresent))
  func afterpotential() throws {
    let rows = try FibreReference.rows("afterpotential_10um.csv")
    let fibre = try NerveFibre.make(.mrgDiscrete, diameter: 10, nodeCount: 21)
    let record = try FibreSimulation(fibre, scheme: .parity(timeStep: 10)).run(
      [.clamp(.standard(for: fibre))], duration: 100_000,
      recording: .compartments([fibre.nodeCompartments[10]]))
    var sum = 0.0
    for row in rows {
      let index = Int((row.number("t_ms") * 100).rounded())
      let difference = record.membrane[0][index] - row.number("Vm_mV")
      sum += difference * difference
    }
    #expect((sum / Double(rows.count)).squareRoot() < 0.05)
    let trough = record.membrane[0].dropFirst(1000).min() ?? 0
    #expect(abs(trough - record.membrane[0][0] + 0.62) < 0.05)
  }

  @Test("Spikes of both ends meet and vanish")
  func collision() throws {
    let fibre = try NerveFibre.make(.mrgDiscrete, diameter: 10, nodeCount: 41)
    var far = CurrentClamp.standard(for: fibre)
    far.node = 39
    let simulation = try FibreSimulation(fibre)
    let record = try simulation.run([.clamp(.standard(for: fibre)), .clamp(far)], duration: 5000)
    for node in 0..<40 where node > 0 { #expect(record.arrivals(at: node).count == 1) }
    let alone = try simulation.run([.clamp(.standard(for: fibre))], duration: 5000)
    #expect(try #require(alone.arrival(at: 35)) > (try #require(record.arrival(at: 35))))
  }
}
