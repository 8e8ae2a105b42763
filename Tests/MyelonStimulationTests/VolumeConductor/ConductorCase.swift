import Foundation
import MyelonFields
import MyelonStimulation

/// Grids and media that several suites share.
enum ConductorCase {
  static func faces(_ low: Double, _ high: Double, _ cells: Int) -> [Double] {
    (0...cells).map { low + (high - low) * Double($0) / Double(cells) }
  }

  /// Faces that lie symmetrically about zero, each cell wider than the one inside by a ratio.
  static func stretched(fine: Double, ratio: Double, cells: Int) -> [Double] {
    var half = [0.0]
    for at in 0..<(cells / 2) { half.append(half[at] + fine * pow(ratio, Double(at))) }
    return half.dropFirst().reversed().map { -$0 } + half
  }

  /// Equal cells about zero and on either side layers of cells that widen by a ratio.
  static func padded(half: Double, cells: Int, ratio: Double, layers: Int) -> [Double] {
    let core = faces(-half, half, cells)
    var edge = half
    let outer = (1...layers).map { at -> Double in
      edge += (core[1] - core[0]) * pow(ratio, Double(at))
      return edge
    }
    return outer.reversed().map { -$0 } + core + outer
  }

  /// A cube round the origin.
  static func cube(half: Double, cells: Int) -> RectilinearGrid {
    let faces = faces(-half, half, cells)
    return RectilinearGrid(x: faces, y: faces, z: faces)
  }

  static func point(_ position: SIMD3<Double>, _ name: String = "p") -> ElectrodeContact {
    ElectrodeContact(name: name, position: position, shape: .point)
  }

  /// A field whose labels come from the cells' middles.
  static func field(
    _ grid: RectilinearGrid, _ tissues: [TissueConductivity], layers: [ThinLayer] = [],
    label: (SIMD3<Double>) -> UInt8
  ) throws -> ConductivityField {
    var labels: [UInt8] = []
    for k in 0..<grid.nz {
      for j in 0..<grid.ny {
        for i in 0..<grid.nx { labels.append(label(grid.centre(i, j, k))) }
      }
    }
    return try ConductivityField(grid: grid, labels: labels, tissues: tissues, layers: layers)
  }

  /// A cord in fluid, fat, bone and muscle with an insulating paddle.
  static func spine(_ grid: RectilinearGrid) throws -> ConductivityField {
    try field(
      grid,
      [
        .isotropic("grey", 0.23), .fibres("white", longitudinal: 0.6, transverse: 0.083),
        .isotropic("fluid", 1.7), .isotropic("fat", 0.04), .isotropic("bone", 0.02),
        .fibres("muscle", longitudinal: 0.5, transverse: 0.08), .isotropic("silicone", 1e-6),
        .insulator("gap"),
      ], layers: [ThinLayer(name: "dura", between: 2, and: 3, thickness: 0.3, conductivity: 0.03)]
    ) { place in
      let radius = (place.x * place.x + place.y * place.y).squareRoot()
      if abs(place.x) < 3, place.y > 7, place.y < 8.5, abs(place.z) < 8 { return abs(place.x) < 1 ? 7 : 6 }
      if radius < 2 { return 0 }
      if radius < 4 { return 1 }
      if radius < 6.5 { return 2 }
      if radius < 9 { return 3 }
      return radius < 13 ? 4 : 5
    }
  }
}
