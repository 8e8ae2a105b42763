import Foundation
import MyelonFields

extension ConductionTable {
  /// Intact internodes before and behind the stretch of a computation.
  static let flank = 12
  /// Ratio of axon to fibre diameter of a remyelinated stretch.
  ///
  /// Remyelinated axons have 0.85 to 0.9 (Smith, Blakemore & McDonald 1981 Brain 104:383; recalled).
  static let remyelinatedRatio = 0.85
  /// New internodes for each old one.
  ///
  /// Internodes of a third to half of the old length are usual after remyelination (recalled).
  static let shortInternodes = 3

  /// Computes a table with the fibre model at 37 C.
  ///
  /// Fibres below 5.7 um are thin fibres (``FibreModel/smallMyelinated``), the others double-cable fibres of interpolated
  /// morphology. A spike started at one end meets the bare stretch after twelve intact internodes and has passed when it arrives
  /// behind twelve more. The needed density is bracketed to 2 % by halving its logarithm.
  ///
  /// - Parameters:
  ///   - diameters: outer diameters, um, rising.
  ///   - counts: numbers of bare internodes, rising from 1.
  ///   - executor: threads.
  /// - Returns: the table.
  /// - Throws: ``FibreError`` when no model has a diameter.
  public static func computed(
    diameters: [Double], counts: [Int], executor: SlabExecutor
  ) throws(FibreError) -> ConductionTable {
    let fibres = try diameters.map { diameter throws(FibreError) in
      try intact(diameter: diameter, nodes: 2 * flank + 1)
    }
    var densities = [[Result<Double, FibreError>]](
      repeating: [Result<Double, FibreError>](repeating: .success(0), count: counts.count),
      count: diameters.count)
    densities.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let rows = buffer
      executor.run(slabs: diameters.count) { row in
        for column in counts.indices {
          rows[row][column] = Result { () throws(FibreError) in
            try neededDensity(diameter: diameters[row], count: counts[column])
          }
        }
      }
    }
    return ConductionTable(
      diameters: diameters, internodes: fibres.map { $0.internodes[0].length / 1000 }, counts: counts,
      neededDensity: try densities.map { row throws(FibreError) in
        // A longer stretch is no easier: late spikes make the bracket uneven where it is steep.
        var largest = 0.0
        return try row.map { result throws(FibreError) in
          largest = max(largest, try result.get())
          return largest
        }
      },
      intactVelocity: try fibres.map { fibre throws(FibreError) in try FibreConduction(fibre).velocity() },
      remyelinatedVelocity: try fibres.map(remyelinatedVelocity))
  }

  private static func intact(diameter: Double, nodes: Int) throws(FibreError) -> NerveFibre {
    try NerveFibre.make(
      diameter < 5.7 ? .smallMyelinated : .mrgInterpolated, diameter: diameter, nodeCount: nodes)
  }

  /// Longest delay of a spike by each bare internode, and once more for entry and exit, us.
  ///
  /// A stretch that the spike fails to cross may fire by itself some milliseconds later: that is no conduction. Spikes that cross slowly
  /// lose up to this much, late ones more: assumed between the two.
  static let longestDelay = 500.0

  /// Least channel density with which so many bare internodes conduct, relative to a node; 1 when none below does.
  static func neededDensity(diameter: Double, count: Int) throws(FibreError) -> Double {
    let fibre = try intact(diameter: diameter, nodes: 2 * flank + count + 1)
    let scheme = CableScheme.secondOrder(timeStep: 5)
    let (first, last) = (flank - 4, flank + count + 4)
    guard let usual = try FibreConduction(fibre, scheme: scheme).transit(from: first, to: last) else {
      throw .noSpike(node: last)
    }
    func conducts(_ density: Double) throws(FibreError) -> Bool {
      let bare = try fibre.demyelinated(
        flank..<(flank + count), lamellaeFraction: 0, channelShare: density)
      let patience = usual + longestDelay * Double(count + 1)
      let transit = try FibreConduction(bare, scheme: scheme, patience: patience + 2000).transit(
        from: first, to: last)
      return transit.map { $0 <= patience } ?? false
    }
    guard try !conducts(0) else { return 0 }
    guard try conducts(1) else { return 1 }
    // A ten-thousandth of a node's density is a membrane without channels for any purpose.
    var (low, high) = (1e-4, 1.0)
    while high / low > 1.02 {
      let middle = (low * high).squareRoot()
      if try conducts(middle) { high = middle } else { low = middle }
    }
    return (low * high).squareRoot()
  }

  /// Velocity over a remyelinated stretch of eight old internodes, relative to the intact fibre.
  private static func remyelinatedVelocity(_ fibre: NerveFibre) throws(FibreError) -> Double {
    let stretch = 8..<16
    let repaired = try fibre.remyelinated(stretch, gRatio: remyelinatedRatio, segments: shortInternodes)
    let last = stretch.lowerBound + stretch.count * shortInternodes
    guard let before = try FibreConduction(fibre).transit(from: stretch.lowerBound, to: stretch.upperBound),
      let after = try FibreConduction(repaired).transit(from: stretch.lowerBound, to: last)
    else { return 0 }
    return before / after
  }
}
