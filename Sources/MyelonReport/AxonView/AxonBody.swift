import Foundation
import MyelonFields
import MyelonSimulation
import NIfTI

/// One body around the axons (cord, lesion, graft, ...) at the last visit: a share of every voxel, and a level.
struct AxonBody {
  let solid: AxonPalette.Solid
  /// Values in grid order.
  let values: [Float]
  /// Value at the surface that is drawn.
  let level: Float

  /// Reads a body; nil where its volume is missing or nothing of it is there.
  ///
  /// Surfaces lie at half: of a voxel for cord, grey matter and lesion, of the largest share for graft and scaffold,
  /// which fill a voxel only in part. Grafts and scaffolds below a hundredth of any voxel are not drawn.
  init?(_ solid: AxonPalette.Solid, arm: ArmRecord, volumes: RunVolumes, cord: VolumeFile) {
    self.solid = solid
    switch solid {
    case .cord: values = cord.voxels
    case .grey:
      guard case .success(let grey) = volumes.map("grey") else { return nil }
      values = zip(grey.voxels, cord.voxels).map { $0 * $1 }
    case .lesion:
      guard let tissue = Self.last("tissue", arm, volumes) else { return nil }
      values = zip(tissue, cord.voxels).map { max(0, 1 - $0) * $1 }
    case .graft, .scaffold:
      guard let field = Self.last(solid.rawValue, arm, volumes) else { return nil }
      values = zip(field, cord.voxels).map { $0 * $1 }
    }
    let highest = values.reduce(0) { $1.isFinite ? max($0, $1) : $0 }
    switch solid {
    case .graft, .scaffold:
      guard highest > 0.01 else { return nil }
      level = highest / 2
    default:
      guard highest > 0.5 else { return nil }
      level = 0.5
    }
  }

  /// The last visit of a field of an arm.
  private static func last(_ name: String, _ arm: ArmRecord, _ volumes: RunVolumes) -> ArraySlice<Float>? {
    guard volumes.has(name, of: arm), case .success(let field) = volumes.field(name, of: arm) else {
      return nil
    }
    return field.voxels.suffix(field.nx * field.ny * field.nz)
  }

  /// For every slice shown, first and last row or column with the body; nil where there is none.
  ///
  /// - Parameters:
  ///   - axis: 0 for columns (right to left), 1 for rows (ventral to dorsal).
  ///   - frame: what is shown.
  /// - Returns: edges in mm, a pair a slice.
  func extent(along axis: Int, in frame: AxonFrame) -> [ClosedRange<Double>?] {
    let grid = frame.grid
    return frame.slices.map { z in
      var low = Int.max
      var high = Int.min
      for y in 0..<grid.ny {
        for x in 0..<grid.nx where values[(z * grid.ny + y) * grid.nx + x] >= level {
          let place = axis == 0 ? x : y
          low = min(low, place)
          high = max(high, place)
        }
      }
      guard low <= high else { return nil }
      let (origin, step) = (grid.origin[axis], grid.spacing[axis])
      return (origin + (Double(low) - 0.5) * step)...(origin + (Double(high) + 0.5) * step)
    }
  }

  /// Voxels beyond which a body is coarsened; assumed because a browser finds the surface of so many at once.
  private static let voxelBudget = 60_000

  /// The body for the page: cut to the frame, coarsened, with an empty rim, eight bits a voxel, packed.
  ///
  /// The rim closes surfaces; along the cord only those of bodies that end inside it.
  func packed(in frame: AxonFrame) throws(ReportError) -> (grid: PackedGrid, base64: String) {
    let count = frame.columns.count * frame.rows.count * frame.slices.count
    var block = 1
    while count / (block * block * block) > Self.voxelBudget, block < 8 { block += 1 }
    func blocks(_ length: Int) -> Int { (length + block - 1) / block }
    let rim = solid == .cord || solid == .grey ? 0 : 1
    let size = (
      x: blocks(frame.columns.count) + 2, y: blocks(frame.rows.count) + 2,
      z: blocks(frame.slices.count) + 2 * rim
    )
    var bytes = [UInt8](repeating: 0, count: size.x * size.y * size.z)
    for z in 0..<blocks(frame.slices.count) {
      for y in 0..<size.y - 2 {
        for x in 0..<size.x - 2 {
          let value =
            mean(x * block, y * block, z * block, block: block, in: frame) / max(level, 1e-9) * 127.5
          bytes[((z + rim) * size.y + y + 1) * size.x + x + 1] = UInt8(min(255, max(0, value.rounded())))
        }
      }
    }
    let step = frame.grid.spacing * Double(block)
    let first = frame.low + step / 2 - SIMD3(1, 1, Double(rim)) * step
    let info = PackedGrid(
      count: [size.x, size.y, size.z], step: [step.x, step.y, step.z], first: [first.x, first.y, first.z])
    return (info, try PageData.packed(Data(bytes), part: "bodies around axons"))
  }

  /// Mean over a block of voxels; what lies outside counts as the nearest voxel inside.
  private func mean(_ x: Int, _ y: Int, _ z: Int, block: Int, in frame: AxonFrame) -> Float {
    let grid = frame.grid
    var sum: Float = 0
    for offset in 0..<block * block * block {
      let u = min(frame.columns.upperBound, frame.columns.lowerBound + x + offset % block)
      let v = min(frame.rows.upperBound, frame.rows.lowerBound + y + offset / block % block)
      let w = min(frame.slices.upperBound, frame.slices.lowerBound + z + offset / (block * block))
      let value = values[(w * grid.ny + v) * grid.nx + u]
      if value.isFinite { sum += value }
    }
    return sum / Float(block * block * block)
  }

  /// A packed grid of bytes: 127.5 stands for the surface.
  struct PackedGrid: Encodable {
    /// Voxels along x, y, z.
    let count: [Int]
    /// Their distance, mm.
    let step: [Double]
    /// Centre of the first voxel, mm in cord coordinates.
    let first: [Double]
  }
}
