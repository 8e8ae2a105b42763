import MyelonAnatomy
import MyelonFields

extension LesionModel {
  /// Calls `body` with everything that must be kept, besides the clock, to continue with the same bits.
  ///
  /// The parts are the block of all fields and the three face arrays of the diffusion pattern, which was made
  /// from an earlier state and cannot be made again from this one.
  public func withCheckpointParts<Result>(
    _ body: ([UnsafeRawBufferPointer]) throws -> Result
  ) rethrows -> Result {
    let pattern = solver.conductance
    let faces = [pattern.x, pattern.y, pattern.z].flatMap { $0 }
    let fields = UnsafeRawBufferPointer(state.block)
    return try faces.withUnsafeBytes { try body([fields, $0]) }
  }

  /// Number of bytes that a checkpoint of this cord holds.
  public var checkpointByteCount: Int {
    (state.block.count + 3 * cord.grid.count) * MemoryLayout<Float>.stride
  }

  /// Bytes of memory that grow with the grid.
  ///
  /// Fields (Float), and per voxel four numbers of the diffusion pattern, one of its decay weights, two cord and
  /// grey fractions twice kept, one sweep weight; two bytes of region codes; and the bundles' voxel indices.
  public var memoryByteCount: Int {
    let perVoxel = 4 + 1 + 2 + 2 + 1
    return (state.block.count + perVoxel * cord.grid.count) * MemoryLayout<Float>.stride
      + 2 * cord.grid.count + cord.bundles.voxel.count * MemoryLayout<Int32>.stride
  }

  /// Puts a cord back to where it was when the parts were taken.
  ///
  /// - Parameters:
  ///   - clock: the clock at that time.
  ///   - bytes: the parts, one after the other; `checkpointByteCount` bytes.
  /// - Throws: `FaceConductanceError` when the pattern is not valid.
  public func restore(clock: LesionClock, bytes: UnsafeRawBufferPointer) throws(FaceConductanceError) {
    precondition(bytes.count == checkpointByteCount, "A checkpoint of another size: \(bytes.count) bytes")
    self.clock = clock
    let fieldBytes = state.block.count * MemoryLayout<Float>.stride
    UnsafeMutableRawBufferPointer(state.block).copyMemory(
      from: UnsafeRawBufferPointer(rebasing: bytes[..<fieldBytes]))
    let count = cord.grid.count
    func face(_ index: Int) -> [Float] {
      let start = fieldBytes + index * count * MemoryLayout<Float>.stride
      let slice = UnsafeRawBufferPointer(rebasing: bytes[start..<start + count * MemoryLayout<Float>.stride])
      return [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(from: slice)
        initialized = count
      }
    }
    let pattern = try FaceConductance(
      grid: cord.grid, x: face(0), y: face(1), z: face(2), capacity: cord.cordFraction)
    solver.update(conductance: pattern)
  }
}
