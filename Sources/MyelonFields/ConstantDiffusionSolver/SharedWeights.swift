/// Elimination weights of the three axes of one substance, kept until its coefficients change.
///
/// Along x and y a line is eliminated from its start. Along z both halves are eliminated towards the middle and
/// joined there (the twisted factorisation: Parlett and Dhillon, Linear Algebra Appl. 267 (1997) 247-279,
/// doi:10.1016/S0024-3795(97)80053-5, also known as burn at both ends), so that two threads can share a substance
/// while each still runs through memory in order.
final class SharedWeights {
  /// Weights of one axis, one pair a voxel; see `LineKernel` for κ (forward) and γ (backward).
  ///
  /// Along z, forward means towards the middle, and the two middle voxels have in `backward` their weight towards
  /// each other.
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
    fill(start: 0, count: counts[0], face: scale.x)
    fill(start: 2 * counts[0], count: counts[1], face: scale.y)
    fillTwisted(start: 2 * (counts[0] + counts[1]), count: counts[2], face: scale.z)
  }

  private func fill(start: Int, count: Int, face: Double) {
    var upstream = 0.0
    for i in 0..<count {
      let seen = 1 + upstream
      let conductance = i < count - 1 ? face : 0
      let weight = conductance / (seen + conductance)
      storage[start + i] = Float(upstream / seen)
      storage[start + count + i] = Float(weight)
      upstream = weight * seen
    }
  }

  private func fillTwisted(start: Int, count: Int, face: Double) {
    let half = SharedWeights.half(count)
    var joined = [0.0, 0.0]
    var seenInMiddle = [1.0, 1.0]
    for side in 0..<2 {
      var upstream = 0.0
      for step in 0..<(side == 0 ? half : count - half) {
        let i = side == 0 ? step : count - 1 - step
        let seen = 1 + upstream
        let weight = face / (seen + face)
        storage[start + i] = Float(upstream / seen)
        storage[start + count + i] = Float(weight)
        upstream = weight * seen
        seenInMiddle[side] = seen
      }
      joined[side] = upstream
    }
    guard count > 1 else { return }
    storage[start + count + half - 1] = Float(joined[1] / (seenInMiddle[0] + joined[1]))
    storage[start + count + half] = Float(joined[0] / (seenInMiddle[1] + joined[0]))
  }

  /// Number of slices in the first half of `count`.
  static func half(_ count: Int) -> Int { (count + 1) / 2 }
}
