/// The division of one cross-section into regions: a power diagram with one quadratic cost a region.
///
/// A point (u, v) of one half (u >= 0, half-diameters) belongs to the region with the least cost
/// `a u^2 + b u v + c v^2 + d u + e v + f`: the squared Mahalanobis distance to the region's centroid with its
/// own spreads, plus an offset that gives the region its area (`PartitionSolver`). Cells are bounded by conics,
/// cover the section and do not overlap. Propriospinal white matter is the shell around the grey matter where
/// the best grey cost exceeds the best tract cost by less than `shell`.
struct RegionPartition: Sendable, Hashable {
  /// Coefficients a, b, c, d, e, f of each of the 20 regions, region-major.
  var coefficients: [Double]
  /// Whether the region has an area in this section.
  var isPresent: [Bool]
  /// Thickness of the propriospinal shell in units of cost, at least 0.
  var shell: Double

  static let stride = 6

  /// Squared distances with all offsets 0.
  init(shapes: [RegionShape]) {
    coefficients = [Double](repeating: 0, count: RegionKey.count * Self.stride)
    isPresent = shapes.map(\.isPresent)
    shell = 0
    for (region, shape) in shapes.enumerated() where shape.spreadLateral > 0 && shape.spreadDorsal > 0 {
      setQuadratic(region, shape)
    }
  }

  /// A blend of two sections: `fraction` 0 gives `first`, 1 gives `second`.
  init(_ first: RegionPartition, _ second: RegionPartition, fraction: Double) {
    let rest = 1 - fraction
    coefficients = zip(first.coefficients, second.coefficients).map { rest * $0 + fraction * $1 }
    isPresent = zip(first.isPresent, second.isPresent).map {
      ($0 && fraction < 1) || ($1 && fraction > 0)
    }
    shell = rest * first.shell + fraction * second.shell
  }

  private mutating func setQuadratic(_ region: Int, _ shape: RegionShape) {
    // Inverse of the covariance matrix; the correlation is held below 0.98 so that the matrix stays regular.
    let correlation = min(max(shape.correlation, -0.98), 0.98)
    let uu = shape.spreadLateral * shape.spreadLateral
    let vv = shape.spreadDorsal * shape.spreadDorsal
    let uv = correlation * shape.spreadLateral * shape.spreadDorsal
    let determinant = uu * vv - uv * uv
    let a = vv / determinant
    let b = -2 * uv / determinant
    let c = uu / determinant
    let mu = shape.centroidLateral
    let mv = shape.centroidDorsal
    let base = region * Self.stride
    coefficients[base] = a
    coefficients[base + 1] = b
    coefficients[base + 2] = c
    coefficients[base + 3] = -2 * a * mu - b * mv
    coefficients[base + 4] = -2 * c * mv - b * mu
    coefficients[base + 5] = a * mu * mu + b * mu * mv + c * mv * mv
  }

  /// Offset of a region: adding to it shrinks the region.
  subscript(offset region: Int) -> Double {
    get { coefficients[region * Self.stride + 5] }
    set { coefficients[region * Self.stride + 5] = newValue }
  }

  /// Regions that can own points, white matter first; the propriospinal shell is not among them.
  var activeRegions: [Int] {
    isPresent.indices.filter { isPresent[$0] && $0 != RegionKey.propriospinal }
  }
}
