import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonQuantities
import MyelonRandom

/// Growth cones as agents: each stands for a number of axons, has a tip, a direction and a path.
///
/// A growth step looks everything up in a `GrowthEnvironment` and runs in parallel over fixed slabs of slots; contacts,
/// waypoints and branches are then booked in slot order. A slot stays with its agent for ever. The same seed gives the
/// same bits for any number of threads and after a checkpoint. Equations: `GrowthConeKernel`, `ConeSurroundings`.
public final class GrowthCones {
  /// The cord.
  public let cord: CordModel
  /// Most agents; at the limit axons no longer branch and `append` adds nothing.
  public let limit: Int
  /// Slots whose axon connected in the last step.
  public internal(set) var newContacts: [Int] = []
  /// Slots whose axon withdrew from its target in the last step, or by `withdraw` since the one before.
  public internal(set) var lostContacts: [Int] = []
  /// Slots that were taken back to their beginning in the last step.
  public internal(set) var gone: [Int] = []
  /// Branches, and agents to be added, that the limit has prevented.
  public internal(set) var prevented = 0

  var agents = GrowthConeAgents()
  var paths = AxonPaths()
  var step: UInt32 = 0
  var nextID: UInt32 = 0
  let numbers: GrowthNumbers
  let key: SIMD2<UInt32>
  let executor: SlabExecutor
  let rowOf: [Int32]
  let space: GrowthSpace
  let corner: SIMD3<Float>
  /// Longest substep, mm: half of the shortest edge of a voxel.
  var strideLimit: Float

  /// Slots of a slab; fixed, so that slabs do not depend on the threads.
  static let slabLength = 512

  /// A cord in which nothing grows yet.
  ///
  /// - Parameters:
  ///   - cord: the intact cord.
  ///   - parameters: a table that holds `RegrowthParameters` of the cord's species.
  ///   - seed: seed of the run.
  ///   - executor: threads to use; the result does not depend on their number.
  ///   - limit: most agents, gone ones and branches included.
  public init(
    cord: CordModel, parameters: ParameterTable, seed: UInt64, executor: SlabExecutor,
    limit: Int = 2_000_000
  ) {
    self.cord = cord
    self.limit = limit
    self.executor = executor
    numbers = GrowthNumbers(parameters)
    key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    let grid = cord.grid
    var open = [Int32](repeating: -1, count: grid.count)
    var rows: Int32 = 0
    var middle = SIMD2<Double>.zero
    for voxel in 0..<grid.count where cord.cordFraction[voxel] >= GrowthEnvironment.leastCordShare {
      open[voxel] = rows
      rows += 1
      middle += SIMD2(Double(voxel % grid.nx), Double(voxel / grid.nx % grid.ny))
    }
    rowOf = open
    let centre = (middle / Double(max(rows, 1)) + 0.5) * SIMD2(grid.spacing.x, grid.spacing.y)
    space = GrowthSpace(grid: grid, centre: SIMD2<Float>(centre))
    corner = SIMD3<Float>(grid.origin - 0.5 * grid.spacing)
    strideLimit = 0.5 * Float(min(grid.spacing.x, grid.spacing.y, grid.spacing.z))
  }

  /// Slots in use.
  public var count: Int { agents.count }

  /// Adds a growth cone.
  ///
  /// - Parameter cone: what to add; outside the cord it begins in the nearest voxel that axons grow in.
  /// - Returns: its slot, or nil when the limit is reached or the cord has no voxel for it.
  @discardableResult
  public func append(_ cone: NewCone) -> Int? {
    guard count < limit, let (place, voxel) = start(near: cone.position - corner) else {
      prevented += 1
      return nil
    }
    let slot = agents.takeSlot()
    let columns = agents.columns
    columns.x[slot] = place.x
    columns.y[slot] = place.y
    columns.z[slot] = place.z
    setDirection(slot, cone.direction)
    columns.axons[slot] = cone.axons
    columns.born[slot] = Float(cone.day)
    columns.voxel[slot] = Int32(voxel)
    columns.connectedVoxel[slot] = -1
    columns.parent[slot] = -1
    columns.stemChunk[slot] = -1
    columns.id[slot] = nextID
    columns.origin[slot] = cone.origin
    columns.type[slot] = cone.type.rawValue
    columns.state[slot] = GrowthState.growing.rawValue
    columns.chunk[slot] = paths.append(place, chunk: -1, count: 0)
    columns.waypoints[slot] = 1
    nextID += 1
    return slot
  }

  func setDirection(_ slot: Int, _ direction: SIMD3<Float>) {
    let size = (direction * direction).sum().squareRoot()
    let unit = size > 0 && size.isFinite ? direction / size : SIMD3(0, 0, 1)
    agents.columns.dx[slot] = unit.x
    agents.columns.dy[slot] = unit.y
    agents.columns.dz[slot] = unit.z
  }

  /// The place itself when axons grow there, else the middle of the nearest voxel in which they do, of the same slice when
  /// it has one.
  private func start(near wish: SIMD3<Float>) -> (SIMD3<Float>, Int)? {
    guard wish.x.isFinite, wish.y.isFinite, wish.z.isFinite else { return nil }
    if wish.z <= space.last, let voxel = space.voxel(wish), rowOf[voxel] >= 0 { return (wish, voxel) }
    let grid = cord.grid
    let slice = min(max(Int(min(max(wish.z, 0), space.last) * space.inverse.z), 0), grid.nz - 1)
    for distance in 0..<grid.nz {
      for z in Set([slice - distance, slice + distance]).sorted() where z >= 0 && z < grid.nz {
        var best: (distance: Float, place: SIMD3<Float>, voxel: Int)?
        for inSlice in 0..<grid.nx * grid.ny {
          let voxel = z * grid.nx * grid.ny + inSlice
          guard rowOf[voxel] >= 0 else { continue }
          let place =
            (SIMD3(Float(inSlice % grid.nx), Float(inSlice / grid.nx), Float(z)) + 0.5) / space.inverse
          let away = place - wish
          let size = (away * away).sum()
          if size < best?.distance ?? .infinity { best = (size, place, voxel) }
        }
        if let best { return (best.place, best.voxel) }
      }
    }
    return nil
  }
}
