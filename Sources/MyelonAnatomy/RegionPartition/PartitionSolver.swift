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
    (24, 120, 3), (48, 60, 3), (128, 90, 2),
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
      let rows = Raster(stage.raster, outline: outline)
      let point = 1 / Double(max(1, rows.total))
      let active = partition.activeRegions + [RegionKey.propriospinal]
      for step in 0..<stage.steps {
        measure(partition, rows)
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

  /// Counts areas on a raster.
  private mutating func measure(_ partition: RegionPartition, _ raster: Raster) {
    var kernel = SectionKernel(partition)
    var counts = [Int](repeating: 0, count: 256)
    var labels = [UInt8](repeating: 0, count: SectionKernel.padded(raster.columns))
    labels.withUnsafeMutableBufferPointer { labels in
      counts.withUnsafeMutableBufferPointer { counts in
        for row in raster.rows {
          kernel.labelRow(
            dorsal: row.dorsal, first: row.first, pitch: raster.pitch, count: row.count, into: labels)
          for column in 0..<row.count { counts[Int(labels[column])] &+= 1 }
        }
      }
    }
    for region in areas.indices { areas[region] = Double(counts[region]) / Double(max(1, raster.total)) }
  }

  private func vanishAbsentRegions(_ partition: inout RegionPartition, raster: Int) {
    let absent = partition.isPresent.indices.filter {
      !partition.isPresent[$0] && partition.coefficients[$0 * RegionPartition.stride] > 0
    }
    guard !absent.isEmpty else { return }
    let active = partition.activeRegions
    let raster = Raster(raster, outline: outline)
    var needed = [Double](repeating: -.infinity, count: RegionKey.count)
    for row in raster.rows {
      for column in 0..<row.count {
        let u = Double(row.first + Float(column) * raster.pitch)
        let v = Double(row.dorsal)
        var least = Double.infinity
        for region in active { least = min(least, partition.cost(of: region, lateral: u, dorsal: v)) }
        for region in absent {
          needed[region] = max(needed[region], least - partition.cost(of: region, lateral: u, dorsal: v))
        }
      }
    }
    for region in absent { partition[offset: region] += needed[region] }
  }
}

/// Points of one half of a section, row by row.
///
/// Each row is shifted by a golden-ratio part of a step, so that straight borders do not fall between columns.
private struct Raster {
  let columns: Int
  let pitch: Float
  let rows: [(dorsal: Float, first: Float, count: Int)]
  let total: Int

  init(_ columns: Int, outline: SuperEllipse) {
    self.columns = columns
    pitch = 1 / Float(columns)
    rows = (0..<(2 * columns)).map { row in
      let v = (Double(row) + 0.5) / Double(columns) - 1
      let shift = (Double(row) * 0.618_033_988_749_895).truncatingRemainder(dividingBy: 1)
      let width = outline.halfWidth(atDorsal: v) * Double(columns)
      let count = min(columns, max(0, Int((width - shift).rounded(.up))))
      return (Float(v), Float(shift / Double(columns)), count)
    }
    total = rows.reduce(0) { $0 + $1.count }
  }
}

extension RegionPartition {
  /// Cost of a region at a point.
  func cost(of region: Int, lateral u: Double, dorsal v: Double) -> Double {
    let k = region * Self.stride
    let quadratic = coefficients[k] * u * u + coefficients[k + 1] * u * v + coefficients[k + 2] * v * v
    return quadratic + coefficients[k + 3] * u + coefficients[k + 4] * v + coefficients[k + 5]
  }
}
