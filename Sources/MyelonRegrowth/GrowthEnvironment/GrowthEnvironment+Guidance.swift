import MyelonAnatomy
import MyelonFields

extension GrowthEnvironment {
  /// What a growth cone senses of the gradients of the eight levels in every row.
  func updateGuidance() {
    let slabs = (rowCount + Self.slabLength - 1) / Self.slabLength
    let sensing = GradientSensing(numbers)
    nonisolated(unsafe) let environment = self
    executor.run(slabs: slabs) { slab in
      let first = slab * Self.slabLength
      for index in first..<min(first + Self.slabLength, environment.rowCount) {
        environment.setGuidance(index, sensing: sensing)
      }
    }
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

/// How a growth cone turns a gradient into a direction.
///
/// A factor at concentration c is sensed through the occupancy of its receptors: the change across the growth cone is
/// `δ = w |∇c| / c · 4 c K / (c + K)² = 4 w |∇h|` with `h = c / (c + K)`, best at c = K. A substrate q is sensed by its
/// relative change, `δ = w |∇q| / (q + q_0)`. What is left above the threshold saturates:
/// `s = (δ - δ_0)+ / ((δ - δ_0)+ + δ_s)` along the gradient; below the threshold it is exactly zero.
struct GradientSensing {
  private let width: Float
  private let threshold: SIMD8<Float>
  private let saturation: SIMD8<Float>
  private let floor: Float

  init(_ numbers: GrowthNumbers) {
    width = numbers.coneWidth
    threshold = SIMD8(repeating: numbers.threshold)
    saturation = SIMD8(repeating: numbers.saturation)
    floor = numbers.floor
  }

  /// Sensed direction over gradient, mm.
  ///
  /// - Parameters:
  ///   - levels: the eight levels.
  ///   - gradient: sizes of their gradients, 1/mm.
  /// - Returns: what to multiply each gradient with.
  func scale(levels: SIMD8<Float>, gradient: SIMD8<Float>) -> SIMD8<Float> {
    var sensitivity = width / (levels + floor)
    for factor in [GrowthRow.bdnf, GrowthRow.nt3, GrowthRow.gdnf] { sensitivity[factor] = 4 * width }
    let change = sensitivity * gradient - threshold
    let above = change.replacing(with: 0, where: change .< 0)
    let sensed = above / (above + saturation)
    // A gradient of zero is sensed as zero; the divisor only keeps the quotient finite.
    let size = gradient.replacing(with: Float.leastNormalMagnitude, where: gradient .<= 0)
    return sensed / size
  }
}
