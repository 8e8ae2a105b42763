import MyelonAnatomy
import MyelonFields
import MyelonLesion

extension Release {
  /// Depots at points: each a ball of cord around its site, at least one voxel, that takes its share of the load.
  static func depots(
    _ sites: [InjectionSite], radius: Double, in cord: CordModel, epicentre: Double, name: String
  ) throws(TherapyError) -> Target {
    let frame = SectionFrame(cord)
    let whole = sites.reduce(0) { $0 + $1.share }
    var share: [Int32: Double] = [:]
    for site in sites {
      let ball = try ball(
        around: site, radius: radius, in: cord, frame: frame, epicentre: epicentre, name: name)
      let volume = ball.reduce(0) { $0 + $1.part }
      for (voxel, part) in ball { share[voxel, default: 0] += site.share / whole * part / volume }
    }
    let sorted = share.sorted { $0.key < $1.key }
    return .voxels(sorted.map(\.key), share: sorted.map(\.value))
  }

  /// All of a scaffold, in proportion to the volume placed in each voxel.
  static func throughout(_ scaffold: Scaffold, cord: CordModel) -> Target {
    let parts = zip(scaffold.voxels, scaffold.share).map {
      Double($1) * Double(cord.cordFraction[Int($0)])
    }
    let whole = parts.reduce(0, +)
    return .voxels(scaffold.voxels, share: parts.map { $0 / whole })
  }

  /// The voxels whose middles lie within the radius of a site, or the nearest one, with their cord parts.
  private static func ball(
    around site: InjectionSite, radius: Double, in cord: CordModel, frame: SectionFrame, epicentre: Double,
    name: String
  ) throws(TherapyError) -> [(voxel: Int32, part: Double)] {
    let grid = cord.grid
    let z = epicentre + site.axial
    guard cord.window.contains(z) else {
      throw .outsideWindow(intervention: name, position: z, window: cord.window)
    }
    let slice = cord.slice(atZ: z)
    let middle = grid.origin + grid.spacing * SIMD3(frame.centreX[slice], frame.centreY[slice], 0)
    let point = SIMD3(middle.x + site.lateral, middle.y + site.dorsal, z)
    var ball: [(voxel: Int32, part: Double)] = []
    var nearest: (voxel: Int, distance: Double)?
    let reach = Int((radius / grid.spacing.z).rounded(.up))
    for k in max(0, slice - reach)...min(grid.nz - 1, slice + reach) {
      for y in 0..<grid.ny {
        for x in 0..<grid.nx {
          let voxel = grid.index(x, y, k)
          let part = Double(cord.cordFraction[voxel])
          guard part > 0 else { continue }
          let offset = grid.centre(x, y, k) - point
          let distance = (offset * offset).sum().squareRoot()
          if distance <= radius { ball.append((Int32(voxel), part)) }
          if distance < nearest?.distance ?? .infinity { nearest = (voxel, distance) }
        }
      }
    }
    guard let nearest, nearest.distance <= radius + grid.spacing.max() else {
      throw .outsideCord(intervention: name, site: site, distance: nearest?.distance ?? .infinity)
    }
    guard ball.isEmpty else { return ball }
    return [(Int32(nearest.voxel), Double(cord.cordFraction[nearest.voxel]))]
  }
}
