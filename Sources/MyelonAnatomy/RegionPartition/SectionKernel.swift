/// A region partition stripped for the loop: single precision, present regions only.
///
/// In a row of constant v a cost is `(a u + p) u + q`, so a sample costs two multiply-adds a region; eight
/// samples are worked at once.
struct SectionKernel {
  /// Number of tracts in the lists; grey regions follow them.
  private let whiteCount: Int
  private let regions: [Int32]
  private let a: [Float]
  private let b: [Float]
  private let c: [Float]
  private let d: [Float]
  private let e: [Float]
  private let f: [Float]
  private let shell: Float
  private var p: [Float]
  private var q: [Float]

  init(_ partition: RegionPartition) {
    let active = partition.activeRegions
    whiteCount = active.count { $0 < RegionKey.firstGrey }
    regions = active.map(Int32.init)
    func column(_ offset: Int) -> [Float] {
      active.map { Float(partition.coefficients[$0 * RegionPartition.stride + offset]) }
    }
    a = column(0)
    b = column(1)
    c = column(2)
    d = column(3)
    e = column(4)
    f = column(5)
    shell = Float(partition.shell)
    p = [Float](repeating: 0, count: active.count)
    q = p
  }

  /// Number of labels a row buffer must hold for `count` samples.
  static func padded(_ count: Int) -> Int { (count + 7) & ~7 }

  /// Writes the region numbers of `count` samples of a row.
  ///
  /// Sample j lies at lateral position `first + j * pitch` (at least 0) and dorsal position `v`, in
  /// half-diameters. `labels` must hold `padded(count)` bytes.
  mutating func labelRow(
    dorsal v: Float, first: Float, pitch: Float, count: Int, into labels: UnsafeMutableBufferPointer<UInt8>
  ) {
    precondition(
      labels.count >= Self.padded(count), "Row buffer of \(labels.count) bytes for \(count) samples")
    guard count > 0 else { return }
    for k in regions.indices {
      p[k] = b[k] * v + d[k]
      q[k] = (c[k] * v + e[k]) * v + f[k]
    }
    let lanes = SIMD8<Float>(0, 1, 2, 3, 4, 5, 6, 7) * pitch
    a.withUnsafeBufferPointer { a in
      p.withUnsafeBufferPointer { p in
        q.withUnsafeBufferPointer { q in
          regions.withUnsafeBufferPointer { numbers in
            let row = CostRow(a: a, p: p, q: q, regions: numbers)
            var column = 0
            while column < count {
              let u = lanes + (first + Float(column) * pitch)
              let (white, whiteCost) = row.best(u, from: 0, to: whiteCount)
              let (grey, greyCost) = row.best(u, from: whiteCount, to: numbers.count)
              var result = white
              result.replace(with: Int32(RegionKey.propriospinal), where: greyCost .< whiteCost + shell)
              result.replace(with: grey, where: greyCost .< whiteCost)
              for lane in 0..<8 { labels[column &+ lane] = UInt8(truncatingIfNeeded: result[lane]) }
              column &+= 8
            }
          }
        }
      }
    }
  }
}

/// Costs of one row, by pointer.
private struct CostRow {
  let a: UnsafeBufferPointer<Float>
  let p: UnsafeBufferPointer<Float>
  let q: UnsafeBufferPointer<Float>
  let regions: UnsafeBufferPointer<Int32>

  @inline(__always)
  func best(_ u: SIMD8<Float>, from start: Int, to end: Int) -> (SIMD8<Int32>, SIMD8<Float>) {
    var region = SIMD8<Int32>(repeating: Int32(RegionKey.propriospinal))
    var least = SIMD8<Float>(repeating: .greatestFiniteMagnitude)
    var k = start
    while k < end {
      let slope = u * a[k] + p[k]
      let cost = slope * u + q[k]
      let isLess = cost .< least
      least.replace(with: cost, where: isLess)
      region.replace(with: regions[k], where: isLess)
      k &+= 1
    }
    return (region, least)
  }
}
