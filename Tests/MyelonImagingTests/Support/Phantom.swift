import Foundation
import MyelonImaging
import NIfTI

/// A cord and a lesion as formulas, turned into masks on any grid.
///
/// Formulas hold in the phantom's own frame: x to the right, y to the front, z to the head, middle at the origin.
struct Phantom {
  /// Whether a point of the frame lies in the cord.
  var cord: @Sendable (SIMD3<Double>) -> Bool
  /// Whether a point of the frame lies in the lesion.
  var lesion: @Sendable (SIMD3<Double>) -> Bool
  /// Frame to world.
  var pose = Pose()

  /// A rotation and a shift.
  struct Pose {
    var columns = [SIMD3<Double>(1, 0, 0), SIMD3(0, 1, 0), SIMD3(0, 0, 1)]
    var shift = SIMD3<Double>.zero

    /// Turns about x, then y, then z, in degrees.
    init(_ x: Double = 0, _ y: Double = 0, _ z: Double = 0, shift: SIMD3<Double> = .zero) {
      for (axis, degrees) in [(0, x), (1, y), (2, z)] {
        let (i, j) = ((axis + 1) % 3, (axis + 2) % 3)
        let (c, s) = (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
        columns = columns.map { old in
          var new = old
          new[i] = c * old[i] - s * old[j]
          new[j] = s * old[i] + c * old[j]
          return new
        }
      }
      self.shift = shift
    }

    func toFrame(_ world: SIMD3<Double>) -> SIMD3<Double> {
      let p = world - shift
      return SIMD3((columns[0] * p).sum(), (columns[1] * p).sum(), (columns[2] * p).sum())
    }

    func toWorld(_ frame: SIMD3<Double>) -> SIMD3<Double> {
      columns[0] * frame.x + columns[1] * frame.y + columns[2] * frame.z + shift
    }
  }

  /// A straight cord of elliptic section, 120 mm long, with an ellipsoid in it.
  static func ellipsoid(
    halfLateral: Double = 6, halfDepth: Double = 4, halfLength: Double = 60,
    centre: SIMD3<Double> = .zero, semiAxes: SIMD3<Double> = SIMD3(3, 2, 12)
  ) -> Phantom {
    Phantom(
      cord: { p in
        abs(p.z) < halfLength
          && (p.x / halfLateral) * (p.x / halfLateral)
            + (p.y / halfDepth) * (p.y / halfDepth) < 1
      },
      lesion: { p in
        let q = (p - centre) / semiAxes
        return (q * q).sum() < 1
      })
  }

  /// A mask on a grid: 1 where the formula holds at a voxel's middle.
  ///
  /// With several `points` along each edge of a voxel, the share of them inside.
  func mask(
    _ grid: Grid, _ formula: (SIMD3<Double>) -> Bool, points: Int = 1
  ) -> NIfTIVolume {
    var voxels = [Float](repeating: 0, count: grid.size.x * grid.size.y * grid.size.z)
    let parts = (0..<points).map { (Double($0) + 0.5) / Double(points) - 0.5 }
    // Voxel to frame in one step: the loop is long.
    let origin = pose.toFrame(grid.affine.translation)
    let steps = (0..<3).map { pose.toFrame(grid.affine.translation + grid.affine.column($0)) - origin }
    let (first, second, third) = (steps[0], steps[1], steps[2])
    var index = 0
    for z in 0..<grid.size.z {
      for y in 0..<grid.size.y {
        for x in 0..<grid.size.x {
          var hits = 0
          for c in parts {
            for b in parts {
              for a in parts {
                let place =
                  origin + first * (Double(x) + a) + second * (Double(y) + b) + third * (Double(z) + c)
                if formula(place) { hits += 1 }
              }
            }
          }
          voxels[index] = Float(hits) / Float(points * points * points)
          index += 1
        }
      }
    }
    return NIfTIVolume(
      dimensions: [grid.size.x, grid.size.y, grid.size.z], voxels: voxels, affine: grid.affine)
  }

  /// Both masks, measured.
  func image(_ grid: Grid, points: Int = 1, levels: LevelSource = .unknown) throws -> LesionImage {
    try LesionImage(
      lesion: MaskVolume(mask(grid, { lesion($0) && cord($0) }, points: points), role: .lesion),
      cord: MaskVolume(mask(grid, cord, points: points), role: .cord), levels: levels)
  }
}

/// Whether two numbers differ by at most a tolerance.
func isNear(_ found: Double?, _ wanted: Double, _ tolerance: Double) -> Bool {
  guard let found else { return false }
  return abs(found - wanted) <= tolerance
}
