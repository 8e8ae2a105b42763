import Foundation
import MyelonFields

/// A Gaussian blur that keeps the sum: what would leave the grid stays at its edge.
struct PointSpread {
  /// Width at half maximum, mm.
  let width: Double

  /// The blurred values of a grid.
  func blurred(_ values: [Float], on grid: VoxelGrid) -> [Float] {
    guard width > 0 else { return values }
    var result = values
    let extents = [grid.nx, grid.ny, grid.nz]
    let strides = [1, grid.nx, grid.nx * grid.ny]
    let spacings = [grid.spacing.x, grid.spacing.y, grid.spacing.z]
    for axis in 0..<3 where extents[axis] > 1 {
      result = spread(result, extent: extents[axis], stride: strides[axis], spacing: spacings[axis])
    }
    return result
  }

  /// Spreads each value along one axis; a source's weights inside the grid always sum to 1.
  private func spread(_ values: [Float], extent: Int, stride: Int, spacing: Double) -> [Float] {
    // A Gaussian's width at half maximum is 2 sqrt(2 ln 2) = 2.3548 standard deviations; beyond three of them
    // lies 0.3 % of it.
    let deviation = width / (2 * (2 * log(2.0)).squareRoot()) / spacing
    let reach = max(1, Int((3 * deviation).rounded(.up)))
    let weights = (-reach...reach).map { exp(-Double($0 * $0) / (2 * deviation * deviation)) }
    let scale = (0..<extent).map { place in
      let inside = max(-reach, -place)...min(reach, extent - 1 - place)
      return 1 / inside.reduce(0) { $0 + weights[$1 + reach] }
    }
    var result = [Float](repeating: 0, count: values.count)
    for (source, value) in values.enumerated() where value != 0 {
      let place = source / stride % extent
      for shift in max(-reach, -place)...min(reach, extent - 1 - place) {
        result[source + shift * stride] += value * Float(weights[shift + reach] * scale[place])
      }
    }
    return result
  }
}
