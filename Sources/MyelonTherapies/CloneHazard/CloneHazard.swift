import Foundation
import MyelonRandom

/// Clones that grow from residual undifferentiated or transformed cells of one transplant.
///
/// A clone of n cells is a linear birth-death process with division rate b and death rate d as long as it is small:
/// every cell of it is followed through its exact transition over the step (Bailey 1964, "The elements of stochastic
/// processes", section 8.6). From `switchSize` cells on, chance no longer matters and it grows by Gompertz' law,
/// `dn/dt = (b - d) n ln(N_c / n) / ln(N_c / switchSize)`, solved exactly. `b - d = ln 2 / doubling`,
/// `d = δ_c b`; rejection and an activated safety switch add to d.
struct CloneHazard: Sendable, Hashable, Codable {
  /// One clone.
  struct Clone: Sendable, Hashable, Codable {
    /// Voxel of its founder.
    var voxel: Int32
    /// Its cells; 0 for one that died out.
    var cells: Double
  }

  /// All clones that were founded, also those that died out.
  private(set) var clones: [Clone] = []

  /// Size from which growth is deterministic: the coefficient of variation of the step is then below a few per cent.
  static let switchSize = 1000.0

  /// Cells of all clones.
  var cells: Double { clones.reduce(0) { $0 + $1.cells } }
  /// Clones that still have cells.
  var living: Int { clones.reduce(0) { $1.cells > 0 ? $0 + 1 : $0 } }
  /// Cells of the largest clone.
  var largest: Double { clones.reduce(0) { max($0, $1.cells) } }

  /// Rates of a step, 1/h.
  struct Rates: Sendable, Hashable {
    /// Division b.
    var division: Double
    /// Death d, with rejection and the safety switch.
    var death: Double
    /// Death without those two, for Gompertz' law.
    var naturalDeath: Double
    /// Cells at which growth stops.
    var capacity: Double
  }

  /// Most clones that are followed; more founders than this are joined into larger ones.
  static let cloneLimit = 1000

  /// Adds founders, one clone each.
  mutating func found(at voxel: Int32, cells: Double = 1) {
    clones.append(Clone(voxel: voxel, cells: cells))
  }

  /// Advances every clone.
  mutating func advance(_ rates: Rates, hours: Double, random: inout RandomStream) {
    for index in clones.indices where clones[index].cells > 0 {
      let cells = clones[index].cells
      clones[index].cells =
        cells < Self.switchSize
        ? Self.step(cells: Int(cells), rates, hours: hours, random: &random)
        : Self.grow(cells, rates, hours: hours)
    }
  }

  /// Chance that a lineage is extinct after a time.
  static func extinction(division: Double, death: Double, hours: Double) -> Double {
    guard abs(division - death) > 1e-12 * max(division, death) else {
      return division * hours / (1 + division * hours)
    }
    let growth = exp((division - death) * hours)
    return death * (growth - 1) / (division * growth - death)
  }

  // Each cell's lineage is extinct with chance α, else has a geometric number of cells with ratio β = α b / d.
  private static func step(
    cells: Int, _ rates: Rates, hours: Double, random: inout RandomStream
  ) -> Double {
    guard rates.division > 0 || rates.death > 0 else { return Double(cells) }
    let extinct = extinction(division: rates.division, death: rates.death, hours: hours)
    let ratio =
      rates.death > 0
      ? extinct * rates.division / rates.death : 1 - exp(-rates.division * hours)
    let logRatio = ratio > 0 ? log(ratio) : -Double.infinity
    var total = 0.0
    for _ in 0..<cells where random.uniform() >= extinct {
      total += 1 + (log(random.uniform()) / logRatio).rounded(.down)
    }
    return total
  }

  private static func grow(_ cells: Double, _ rates: Rates, hours: Double) -> Double {
    let span = log(max(rates.capacity, 2 * switchSize) / switchSize)
    let distance = log(cells / max(rates.capacity, 2 * switchSize))
    let pace = (rates.division - rates.naturalDeath) / span
    let grown = max(rates.capacity, 2 * switchSize) * exp(distance * exp(-pace * hours))
    return (grown * exp(-(rates.death - rates.naturalDeath) * hours)).rounded()
  }
}
