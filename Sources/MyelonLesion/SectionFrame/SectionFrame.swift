import MyelonAnatomy
import MyelonFields

/// Centre and half-diameters of the cord in each slice of a voxel model, read from the voxels themselves.
///
/// An ellipse with semi-axes a and b has variances a²/4 and b²/4, so the semi-axes are twice the standard
/// deviations of the cord's area. Taking them from the voxels makes the injury independent of how the anatomy
/// was made: parametric, or read from an image.
public struct SectionFrame: Sendable {
  /// Lateral centre of each slice, in voxel units.
  public private(set) var centreX: [Double]
  /// Dorsoventral centre of each slice, in voxel units.
  public private(set) var centreY: [Double]
  /// Half of the left-right diameter, in voxel units.
  public private(set) var halfX: [Double]
  /// Half of the anteroposterior diameter, in voxel units.
  public private(set) var halfY: [Double]

  /// Measures every slice; an empty slice gets half-diameters of one voxel.
  public init(_ cord: CordModel) {
    let grid = cord.grid
    centreX = []
    centreY = []
    halfX = []
    halfY = []
    for z in 0..<grid.nz {
      var mass = 0.0
      var first = SIMD2<Double>.zero
      var second = SIMD2<Double>.zero
      for y in 0..<grid.ny {
        for x in 0..<grid.nx {
          let weight = Double(cord.cordFraction[grid.index(x, y, z)])
          let position = SIMD2(Double(x), Double(y))
          mass += weight
          first += weight * position
          second += weight * position * position
        }
      }
      let mean = mass > 0 ? first / mass : SIMD2(Double(grid.nx - 1) / 2, Double(grid.ny - 1) / 2)
      let variance = mass > 0 ? second / mass - mean * mean : SIMD2(0.25, 0.25)
      centreX.append(mean.x)
      centreY.append(mean.y)
      halfX.append(max(1, 2 * max(variance.x, 0).squareRoot()))
      halfY.append(max(1, 2 * max(variance.y, 0).squareRoot()))
    }
  }
}
