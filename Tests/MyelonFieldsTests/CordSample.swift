import MyelonTestSupport
import MyelonFields

/// Random cords and short calls, shared by the tests.
enum CordSample {
  /// A ragged mask with partial rims and conductances over two orders of magnitude.
  static func conductance(_ grid: VoxelGrid, filled: Float, seed: UInt64) throws -> FaceConductance {
    var random = SeededGenerator(seed: seed)
    let capacity = (0..<grid.count).map { _ -> Float in
      guard Float.random(in: 0...1, using: &random) < filled else { return 0 }
      return Bool.random(using: &random) ? 1 : Float.random(in: 0.05...1, using: &random)
    }
    return try FaceConductance(
      grid: grid, capacity: capacity,
      alongX: random.floats(grid.count, in: 0.02...2), alongY: random.floats(grid.count, in: 0.02...2),
      alongZ: random.floats(grid.count, in: 0.02...2))
  }

  /// Random values in [0, 1] inside the cord, 0 outside.
  static func values(_ conductance: FaceConductance, seed: UInt64) -> [Float] {
    var random = SeededGenerator(seed: seed)
    return conductance.capacity.map { capacity in
      let value = Float.random(in: 0...1, using: &random)
      return capacity > 0 ? value : 0
    }
  }
}

extension DiffusionSolver {
  /// Advances arrays in place.
  func advance(
    _ fields: inout [[Float]], _ transports: [SubstanceTransport], sources: [[Float]?] = [],
    decays: [[Float]?] = [], timeStep: Double, threads: Int = 1
  ) {
    withPointers(&fields, sources, decays) { fields, sources, decays in
      advance(
        fields, transports: transports, sources: sources, decays: decays, timeStep: timeStep,
        executor: SlabExecutor(threads: threads))
    }
  }
}

extension ConstantDiffusionSolver {
  /// Advances arrays in place.
  func advance(
    _ fields: inout [[Float]], _ transports: [SubstanceTransport], sources: [[Float]?] = [], timeStep: Double,
    threads: Int = 1
  ) {
    withPointers(&fields, sources, []) { fields, sources, _ in
      advance(
        fields, transports: transports, sources: sources, timeStep: timeStep,
        executor: SlabExecutor(threads: threads))
    }
  }
}

/// Copies arrays to memory that does not move, calls, and copies the fields back.
private func withPointers(
  _ fields: inout [[Float]], _ sources: [[Float]?], _ decays: [[Float]?],
  _ body: ([UnsafeMutablePointer<Float>], [UnsafePointer<Float>?], [UnsafePointer<Float>?]) -> Void
) {
  func copy(_ values: [Float]) -> UnsafeMutablePointer<Float> {
    let memory = UnsafeMutablePointer<Float>.allocate(capacity: values.count)
    for index in values.indices { (memory + index).initialize(to: values[index]) }
    return memory
  }
  let fieldMemory = fields.map(copy)
  let sourceMemory = sources.map { $0.map(copy) }
  let decayMemory = decays.map { $0.map(copy) }
  body(
    fieldMemory, sourceMemory.map { $0.map { UnsafePointer($0) } },
    decayMemory.map { $0.map { UnsafePointer($0) } })
  for index in fields.indices {
    for voxel in fields[index].indices { fields[index][voxel] = fieldMemory[index][voxel] }
    fieldMemory[index].deallocate()
  }
  for memory in sourceMemory + decayMemory { memory?.deallocate() }
}

/// Sum of capacity times value.
func mass(_ values: [Float], _ conductance: FaceConductance) -> Double {
  var total = 0.0
  for index in values.indices { total += Double(values[index]) * Double(conductance.capacity[index]) }
  return total
}
