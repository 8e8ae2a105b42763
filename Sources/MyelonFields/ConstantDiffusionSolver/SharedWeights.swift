/// Elimination weights of the three axes of one substance, kept until its coefficients change.
final class SharedWeights {
  /// Weights of one axis, one pair a voxel; see `LineKernel` for κ (forward) and γ (backward).
  struct Axis {
    let forward: UnsafePointer<Float>
    let backward: UnsafePointer<Float>
  }

  /// Diffusivity x time / spacing^2 for which the weights were computed; negative before the first time.
  private(set) var scale = SIMD3<Double>(repeating: -1)

  private let counts: [Int]
  private let storage: UnsafeMutablePointer<Float>

  init(grid: VoxelGrid) {
    counts = [grid.nx, grid.ny, grid.nz]
    storage = .allocate(capacity: 2 * (grid.nx + grid.ny + grid.nz))
    storage.initialize(repeating: 0, count: 2 * (grid.nx + grid.ny + grid.nz))
  }

  deinit { storage.deallocate() }

  var x: Axis { axis(start: 0, count: counts[0]) }
  var y: Axis { axis(start: 2 * counts[0], count: counts[1]) }
  var z: Axis { axis(start: 2 * (counts[0] + counts[1]), count: counts[2]) }

  private func axis(start: Int, count: Int) -> Axis {
    Axis(forward: UnsafePointer(storage + start), backward: UnsafePointer(storage + (start + count)))
  }

  /// Computes the weights unless those for `scale` are there already.
  func prepare(_ scale: SIMD3<Double>) {
    guard scale != self.scale else { return }
    self.scale = scale
    var start = 0
    for axis in 0..<3 {
      let count = counts[axis]
      var upstream = 0.0
      for i in 0..<count {
        let seen = 1 + upstream
        let face = i < count - 1 ? scale[axis] : 0
        let weight = face / (seen + face)
        storage[start + i] = Float(upstream / seen)
        storage[start + count + i] = Float(weight)
        upstream = weight * seen
      }
      start += 2 * count
    }
  }
}
