import Foundation
import MyelonAnatomy

/// The space between cord and dura in one plane, in polar coordinates round the cord's middle.
struct RootPlane {
  private let cord: CrossSection?
  private let sac: DuralSac.Section?
  private let z: Double

  init(_ model: SpineModel, z: Double) {
    let section = model.anatomy.crossSection(atZ: z)
    cord = z < model.anatomy.length ? section : nil
    sac = z < model.sac.end ? model.sac.section(atZ: z, cord: section) : nil
    self.z = z
  }

  /// A point on the left side.
  ///
  /// - Parameters:
  ///   - angle: from the side (0) towards dorsal, radians.
  ///   - depth: 0 on the cord, 1 on the dura.
  /// - Returns: position, mm.
  func point(angle: Double, depth: Double) -> SIMD3<Double> {
    let cosine = Foundation.cos(angle)
    let sine = Foundation.sin(angle)
    let inner = cord.map { cordRadius($0, cosine, sine) } ?? 0
    let outer = sac.map { sacRadius($0, cosine, sine) } ?? inner
    let radius = inner + depth * (outer - inner)
    return SIMD3(radius * cosine, radius * sine, z)
  }

  private func cordRadius(_ cord: CrossSection, _ cosine: Double, _ sine: Double) -> Double {
    var low = 0.0
    var high = cord.lateral + cord.anteroposterior
    for _ in 0..<40 {
      let middle = 0.5 * (low + high)
      let isInside = cord.outline.contains(
        lateral: 2 * middle * cosine / cord.lateral, dorsal: 2 * middle * sine / cord.anteroposterior)
      if isInside { low = middle } else { high = middle }
    }
    return low
  }

  private func sacRadius(_ sac: DuralSac.Section, _ cosine: Double, _ sine: Double) -> Double {
    let a = Foundation.pow(cosine / sac.halfWidth, 2) + Foundation.pow(sine / sac.halfDepth, 2)
    let b = -2 * sine * sac.middle / (sac.halfDepth * sac.halfDepth)
    let c = Foundation.pow(sac.middle / sac.halfDepth, 2) - 1
    let root = max(0, b * b - 4 * a * c).squareRoot()
    return max(0, (-b + root) / (2 * a))
  }
}
