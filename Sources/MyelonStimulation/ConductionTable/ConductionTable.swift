import Foundation

/// Whether a spike passes a stretch of axon without myelin, as the fibre model finds it.
///
/// A bare axolemma carries the spike only if it has channels. For every fibre diameter D and number n of bare internodes the
/// table holds the least density ρ_c of nodal channels in the bare axolemma, relative to a node of Ranvier, with which a
/// spike passes; bare axons that have more conduct, those that have less block. The numbers were computed by
/// `ConductionTable.computed` (a test repeats some of them).
public struct ConductionTable: Sendable, Hashable {
  /// Outer diameters of the fibres before they lost their myelin, um, rising.
  public let diameters: [Double]
  /// Internode lengths of those fibres, mm.
  public let internodes: [Double]
  /// Numbers of bare internodes, rising from 1.
  public let counts: [Int]
  /// Least channel density ρ_c, `[diameter][count]`, relative to a node.
  ///
  /// 0 where a stretch without channels conducts, 1 where none up to a node's own density does.
  public let neededDensity: [[Double]]
  /// Conduction velocity of the intact fibres, m/s.
  public let intactVelocity: [Double]
  /// Velocity over a remyelinated stretch (g-ratio 0.85, three internodes for one) relative to the intact fibre.
  public let remyelinatedVelocity: [Double]

  private let logarithms: [Double]
  private let columns: [Double]

  /// Makes a table; rows belong to diameters, columns to counts.
  public init(
    diameters: [Double], internodes: [Double], counts: [Int], neededDensity: [[Double]],
    intactVelocity: [Double], remyelinatedVelocity: [Double]
  ) {
    precondition(
      !diameters.isEmpty && neededDensity.count == diameters.count && internodes.count == diameters.count
        && intactVelocity.count == diameters.count && remyelinatedVelocity.count == diameters.count
        && counts.first == 1 && neededDensity.allSatisfy { $0.count == counts.count },
      "A conduction table needs one row a diameter and one column a number of internodes, beginning with 1")
    self.diameters = diameters
    self.internodes = internodes
    self.counts = counts
    self.neededDensity = neededDensity
    self.intactVelocity = intactVelocity
    self.remyelinatedVelocity = remyelinatedVelocity
    logarithms = diameters.map { log($0) }
    columns = counts.map(Double.init)
  }

  /// Least channel density with which a bare stretch of a fibre conducts, relative to a node.
  ///
  /// Linear in the logarithm of the diameter and in the number of internodes; beyond the table the nearest value. A stretch
  /// shorter than one internode needs as much as a whole one.
  ///
  /// - Parameters:
  ///   - diameter: outer diameter of the fibre, um.
  ///   - length: length of the bare stretch, mm.
  /// - Returns: ρ_c; 1 or more for a stretch that always blocks.
  public func neededDensity(diameter: Double, length: Double) -> Double {
    let (row, share) = Self.place(log(diameter), in: logarithms)
    let next = min(row + 1, diameters.count - 1)
    func value(_ index: Int) -> Double {
      let (column, part) = Self.place(length / internodes[index], in: columns)
      let following = min(column + 1, counts.count - 1)
      return (1 - part) * neededDensity[index][column] + part * neededDensity[index][following]
    }
    return (1 - share) * value(row) + share * value(next)
  }

  /// Length of an internode, mm, linear in the diameter.
  public func internode(diameter: Double) -> Double { interpolated(internodes, diameter) }

  /// Velocity of the intact fibre, m/s: linear in the diameter, below the table in proportion to it.
  public func velocity(diameter: Double) -> Double {
    interpolated(intactVelocity, diameter) * min(1, diameter / diameters[0])
  }

  /// Velocity over a remyelinated stretch relative to the intact fibre.
  public func remyelinatedShare(diameter: Double) -> Double { interpolated(remyelinatedVelocity, diameter) }

  /// A value linear in the diameter, held beyond the ends.
  private func interpolated(_ values: [Double], _ diameter: Double) -> Double {
    let (row, share) = Self.place(diameter, in: diameters)
    return (1 - share) * values[row] + share * values[min(row + 1, values.count - 1)]
  }

  /// The interval of rising nodes that holds a value, and the place in it, held at the ends.
  private static func place(_ value: Double, in nodes: [Double]) -> (index: Int, share: Double) {
    guard let first = nodes.first, let last = nodes.last, value > first else { return (0, 0) }
    guard value < last else { return (nodes.count - 1, 0) }
    let index = (nodes.firstIndex { $0 > value } ?? nodes.count - 1) - 1
    return (index, (value - nodes[index]) / (nodes[index + 1] - nodes[index]))
  }
}
