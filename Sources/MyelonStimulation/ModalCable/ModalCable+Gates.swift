extension ModalCable {
  /// Carries the gates over a step at the new potentials and opens the channels for the next.
  ///
  /// - Returns: largest relative potential, mV.
  func updateGates() -> Double {
    switch membrane {
    case .node: updateGates(RanvierGating.self)
    case .sundt: updateGates(SundtGating.self)
    case .squid: updateGates(SquidGating.self)
    }
  }

  @inline(__always)
  private func updateGates<Gating: NodalGating>(_: Gating.Type) -> Double {
    let offset = (membrane.restPotential - GateTable.range.lowerBound) * GateTable.perMillivolt
    let last = Double(GateTable.rows) - 1.000_001
    let batteries = batteries
    let (nodes, gates, channels) = (nodes, gates, channels)
    let (conductance, batteryCurrent) = (conductance, batteryCurrent)
    var largest = -Double.infinity
    stepping.table.entries.withUnsafeBufferPointer { buffer in
      guard let table = buffer.baseAddress else { return }
      for node in 0..<nodeCount {
        let potential = nodes[node]
        largest = max(largest, potential)
        let position = min(last, max(0, potential * GateTable.perMillivolt + offset))
        let row = Int(position)
        let share = SIMD4<Double>(repeating: position - Double(row))
        let entry = table + 2 &* row
        let decay = entry[0] + share * (entry[2] - entry[0])
        let gain = entry[1] + share * (entry[3] - entry[1])
        let gate = decay * gates[node] + gain
        gates[node] = gate
        let open = Gating.conductances(gate, channels[node])
        conductance[node] = open.sum()
        batteryCurrent[node] = (open * batteries).sum()
      }
    }
    return largest
  }
}

// In this file, so that the loop above is compiled for each of them in every kind of build.

/// How the gates of a membrane open its channels: what the kernels are specialised for.
protocol NodalGating {
  /// Conductances of the four channels.
  ///
  /// - Parameters:
  ///   - gates: the four gates.
  ///   - largest: conductances with all gates open.
  /// - Returns: sodium, persistent sodium, potassium, leak; in the unit of `largest`.
  static func conductances(_ gates: SIMD4<Double>, _ largest: SIMD4<Double>) -> SIMD4<Double>
}

/// Node of Ranvier: m3 h, p3, s.
enum RanvierGating: NodalGating {
  @inline(__always)
  static func conductances(_ gates: SIMD4<Double>, _ largest: SIMD4<Double>) -> SIMD4<Double> {
    let m = gates[0]
    let p = gates[1]
    return largest * SIMD4(m * m * m * gates[2], p * p * p, gates[3], 1)
  }
}

/// C fibre of Sundt et al.: m3 h, n3 l.
enum SundtGating: NodalGating {
  @inline(__always)
  static func conductances(_ gates: SIMD4<Double>, _ largest: SIMD4<Double>) -> SIMD4<Double> {
    let m = gates[0]
    let n = gates[1]
    return largest * SIMD4(m * m * m * gates[2], 0, n * n * n * gates[3], 1)
  }
}

/// Squid axon: m3 h, n4.
enum SquidGating: NodalGating {
  @inline(__always)
  static func conductances(_ gates: SIMD4<Double>, _ largest: SIMD4<Double>) -> SIMD4<Double> {
    let m = gates[0]
    let square = gates[1] * gates[1]
    return largest * SIMD4(m * m * m * gates[2], 0, square * square, 1)
  }
}

extension AxonMembrane {
  /// Conductances of the four channels; for code where speed does not matter.
  func conductances(_ gates: SIMD4<Double>, _ largest: SIMD4<Double>) -> SIMD4<Double> {
    switch self {
    case .node: RanvierGating.conductances(gates, largest)
    case .sundt: SundtGating.conductances(gates, largest)
    case .squid: SquidGating.conductances(gates, largest)
    }
  }
}
