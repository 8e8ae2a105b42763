import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonSimulation
import MyelonStimulation
import MyelonTherapies
import NIfTI

/// A made-up field of a treatment: a cloud around the middle of the window that thins out.
struct SampleField {
  let name: String
  let grid: VoxelGrid
  let days: [Double]

  func write(to path: String) throws {
    let middle = grid.centre(grid.nx / 2, grid.ny / 2, grid.nz / 2)
    let values = days.flatMap { day in
      (0..<grid.count).map { index -> Float in
        guard day >= 21, name != "chondroitinase" else { return 0 }
        let point =
          grid.centre(index % grid.nx, index / grid.nx % grid.ny, index / (grid.nx * grid.ny)) - middle
        let distance = (point * point).sum().squareRoot() / grid.spacing.x
        let strength = name == "nt3" ? 120 * exp(-0.01 * (day - 21)) : 0.8 * exp(-0.005 * (day - 21))
        return Float(strength * exp(-distance * distance / (name == "nt3" ? 20 : 8)))
      }
    }
    try NIfTIVolume(
      dimensions: [grid.nx, grid.ny, grid.nz, days.count], voxels: values,
      affine: NIfTIAffine(spacing: -grid.spacing, origin: -grid.origin)
    ).write(to: path, compressionLevel: 1)
  }
}
