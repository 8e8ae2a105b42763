import Foundation

/// Finds the offsets of a region partition that give every region its area.
///
/// Areas are counted on a raster of one half of the section (u from 0 to 1, v from -1 to 1). Raising an offset
/// shrinks its region, and a step proportional to log(area / target) converges because the offsets are the
/// dual variables of a semi-discrete transport problem, which is concave (Aurenhammer, Hoffmann & Aronov 1998
/// Algorithmica 20:61). The raster is refined in stages so that most steps are cheap.
struct PartitionSolver {
  /// Area over the raster of each region after the last step, fractions of the half section.
  private(set) var areas: [Double]
  private let targets: [Double]
  private let outline: SuperEllipse

  /// Step of each region, and the sign of its last correction.
  private var steps: [Double]
  private var signs: [Double]

  /// Raster points per half lateral diameter, most steps and error allowed (in points), coarse to fine.
  static let stages: [(raster: Int, steps: Int, points: Double)] = [
    (24, 120, 3), (48, 60, 3), (128, 40, 2),
  ]

  /// Makes a solver; target fractions whose sum exceeds 1 are scaled to 1.
  init(shapes: [RegionShape], outline: SuperEllipse) {
    self.outline = outline
    var targets = shapes.map { 2 * max(0, $0.areaFraction) }
    targets[RegionKey.propriospinal] = 0
    let sum = targets.reduce(0, +)
    if sum > 1 { targets = targets.map { $0 / sum } }
    targets[RegionKey.propriospinal] = max(0, 1 - sum)
    self.targets = targets
    areas = [Double](repeating: 0, count: RegionKey.count)
    steps = [Double](repeating: 1, count: RegionKey.count)
    signs = [Double](repeating: 0, count: RegionKey.count)
  }

  /// Solves the partition of a section.
  ///
  /// A region that is absent gets the offset at which it just vanishes, so that it grows from nothing when
  /// sections are blended with a neighbour in which it exists.
  mutating func solve(_ start: RegionPartition) -> RegionPartition {
    var partition = start
    let hasShell = targets[RegionKey.propriospinal] > 0
    partition.shell = hasShell ? 0.5 : 0
    for stage in Self.stages {
      let rows = (0..<(2 * stage.raster)).map { row in
        let v = (Double(row) + 0.5) / Double(stage.raster) - 1
        return Int((outline.halfWidth(atDorsal: v) * Double(stage.raster)).rounded())
      }
      let point = 1 / Double(max(1, rows.reduce(0, +)))
      let active = partition.activeRegions + [RegionKey.propriospinal]
      for step in 0..<stage.steps {
        measure(partition, rows: rows, raster: stage.raster)
        let worst = active.map { abs(areas[$0] - targets[$0]) }.max() ?? 0
        if worst < stage.points * point { break }
        if step == 0 { steps = steps.map { max($0, 0.3) } }
        adjust(&partition, floor: 0.2 * point, hasShell: hasShell)
      }
    }
    vanishAbsentRegions(&partition, raster: 96)
    return partition
  }

  /// Moves every offset against its area's error; a step that overshoots is halved, one that does not grows.
  private mutating func adjust(_ partition: inout RegionPartition, floor: Double, hasShell: Bool) {
    for region in partition.activeRegions + (hasShell ? [RegionKey.propriospinal] : []) {
      let target = max(targets[region], 1e-7)
      let ratio = min(max(Foundation.log(target / max(areas[region], floor)), -1), 1)
      let sign = ratio < 0 ? -1.0 : 1.0
      steps[region] = sign * signs[region] < 0 ? steps[region] * 0.5 : min(steps[region] * 1.2, 4)
      signs[region] = sign
      if region == RegionKey.propriospinal {
        partition.shell *= Foundation.exp(0.5 * steps[region] * ratio)
      } else {
        partition[offset: region] -= steps[region] * ratio
      }
    }
  }

  /// Counts areas on a raster whose rows have the given numbers of points inside.
  private mutating func measure(_ partition: RegionPartition, rows: [Int], raster: Int) {
    var kernel = SectionKernel(partition)
    var counts = [Int](repeating: 0, count: 256)
    let pitch = 1 / Float(raster)
    var labels = [UInt8](repeating: 0, count: SectionKernel.padded(raster))
    labels.withUnsafeMutableBufferPointer { labels in
      counts.withUnsafeMutableBufferPointer { counts in
        for (row, inside) in rows.enumerated() {
          let v = (Float(row) + 0.5) * pitch - 1
          kernel.labelRow(dorsal: v, first: 0.5 * pitch, pitch: pitch, count: inside, into: labels)
          for column in 0..<inside { counts[Int(labels[column])] &+= 1 }
        }
      }
    }
    let total = Double(max(1, rows.reduce(0, +)))
    for region in areas.indices { areas[region] = Double(counts[region]) / total }
  }

  private func vanishAbsentRegions(_ partition: inout RegionPartition, raster: Int) {
    let absent = partition.isPresent.indices.filter {
      !partition.isPresent[$0] && partition.coefficients[$0 * RegionPartition.stride] > 0
    }
    for region in absent {
      var needed = -Double.infinity
      for row in 0..<(2 * raster) {
        let v = (Double(row) + 0.5) / Double(raster) - 1
        let inside = Int((outline.halfWidth(atDorsal: v) * Double(raster)).rounded())
        for column in 0..<inside {
          let u = (Double(column) + 0.5) / Double(raster)
          let least = partition.leastCost(lateral: u, dorsal: v)
          needed = max(needed, least - partition.cost(of: region, lateral: u, dorsal: v))
        }
      }
      partition[offset: region] += needed
    }
  }
}

extension RegionPartition {
  /// Cost of a region at a point.
  func cost(of region: Int, lateral u: Double, dorsal v: Double) -> Double {
    let k = region * Self.stride
    let quadratic = coefficients[k] * u * u + coefficients[k + 1] * u * v + coefficients[k + 2] * v * v
    return quadratic + coefficients[k + 3] * u + coefficients[k + 4] * v + coefficients[k + 5]
  }

  /// Least cost over the regions that are present.
  func leastCost(lateral u: Double, dorsal v: Double) -> Double {
    activeRegions.lazy.map { cost(of: $0, lateral: u, dorsal: v) }.min() ?? 0
  }
}
