import MyelonAnatomy
import MyelonFields

extension GrowthEnvironment {
  /// What a growth cone senses of the gradients of the eight levels in every row that is needed.
  func updateGuidance() {
    let sensing = GradientSensing(numbers)
    nonisolated(unsafe) let environment = self
    forEachRow(need.guidance) { environment.setGuidance($0, sensing: sensing) }
  }

  private func setGuidance(_ index: Int, sensing: GradientSensing) {
    let voxel = Int(voxelOf[index])
    let grid = cord.grid
    let target = row(index)
    let x = voxel % grid.nx
    let y = voxel / grid.nx % grid.ny
    let z = voxel / (grid.nx * grid.ny)
    let gradientX = gradient(voxel, 1, x > 0, x < grid.nx - 1, Float(grid.spacing.x))
    let gradientY = gradient(voxel, grid.nx, y > 0, y < grid.ny - 1, Float(grid.spacing.y))
    let gradientZ = gradient(voxel, grid.nx * grid.ny, z > 0, z < grid.nz - 1, Float(grid.spacing.z))
    let square = gradientX * gradientX + gradientY * gradientY + gradientZ * gradientZ
    let scale = sensing.scale(levels: target[GrowthRow.levels], gradient: square.squareRoot())
    target[GrowthRow.guidanceX] = gradientX * scale
    target[GrowthRow.guidanceY] = gradientY * scale
    target[GrowthRow.guidanceZ] = gradientZ * scale
  }

  /// Gradient of the levels along one axis, 1/mm: central where both neighbours are cord, else one-sided or zero.
  @inline(__always)
  private func gradient(
    _ voxel: Int, _ step: Int, _ hasLower: Bool, _ hasUpper: Bool, _ spacing: Float
  ) -> SIMD8<Float> {
    let lower = hasLower && rowOf[voxel - step] >= 0 ? voxel - step : voxel
    let upper = hasUpper && rowOf[voxel + step] >= 0 ? voxel + step : voxel
    guard lower != upper else { return .zero }
    let distance = spacing * (upper - lower == step ? 1 : 2)
    let difference = row(Int(rowOf[upper]))[GrowthRow.levels] - row(Int(rowOf[lower]))[GrowthRow.levels]
    return difference / distance
  }
}
