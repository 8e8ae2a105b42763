import Foundation
import MyelonFields
import MyelonSimulation
import NIfTI

/// One field of an arm over the visits, read from the run's directory.
struct VolumeFile {
  /// Voxels along x, y and z.
  let nx: Int
  let ny: Int
  let nz: Int
  /// Time points: visits, or 1 for a map that does not change.
  let nt: Int
  /// The values, x fastest, visit slowest.
  let voxels: [Float]

  /// Reads a volume, or says in words why it cannot be shown.
  ///
  /// A report must come out whatever happened to the volumes, so this is a result and not an error.
  static func read(_ path: String, grid: VoxelGrid, visits: Int) -> Result<VolumeFile, Problem> {
    let name = URL(fileURLWithPath: path).lastPathComponent
    guard FileManager.default.fileExists(atPath: path) else {
      return .failure(Problem(text: "\(name) is not there"))
    }
    do throws(NIfTIError) {
      let volume = try NIfTIVolume(contentsOf: path)
      let size = Array(volume.dimensions.prefix(3))
      guard size == [grid.nx, grid.ny, grid.nz] else {
        let found = size.map(String.init).joined(separator: " × ")
        return .failure(
          Problem(text: "\(name) has \(found) voxels; \(grid.nx) × \(grid.ny) × \(grid.nz) are required"))
      }
      guard volume.timePointCount == visits else {
        return .failure(
          Problem(text: "\(name) has \(volume.timePointCount) time points; \(visits) are required"))
      }
      return .success(
        VolumeFile(nx: grid.nx, ny: grid.ny, nz: grid.nz, nt: visits, voxels: volume.voxels))
    } catch {
      return .failure(Problem(text: "\(name): \(error.description)"))
    }
  }

  /// Why a volume could not be used; not escaped.
  struct Problem: Error {
    let text: String
  }
}
