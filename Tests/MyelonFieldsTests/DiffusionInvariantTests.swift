import MyelonFields
import MyelonTestSupport
import Testing

@Suite("Invariants of diffusion")
struct DiffusionInvariantTests {
  let grid = VoxelGrid(nx: 37, ny: 34, nz: 21, spacing: SIMD3(0.25, 0.25, 0.5))

  @Test(
    "Mass is conserved to rounding with random masks and conductances", arguments: [0.01, 1, 100, 10_000])
  func mass(timeStep: Double) throws {
    for seed in UInt64(0)..<3 {
      let conductance = try CordSample.conductance(grid, filled: 0.8, seed: seed)
      let solver = DiffusionSolver(grid: grid, conductance: conductance)
      var fields = [CordSample.values(conductance, seed: seed + 50)]
      let before = MyelonFieldsTests.mass(fields[0], conductance)
      solver.advance(&fields, [SubstanceTransport(diffusivity: 0.5)], timeStep: timeStep)
      let after = MyelonFieldsTests.mass(fields[0], conductance)
      #expect(abs(after / before - 1) < 1e-6)
    }
  }

  @Test("Mass does not drift over a thousand steps", arguments: [0.05, 12])
  func noDrift(timeStep: Double) throws {
    let small = VoxelGrid(nx: 19, ny: 18, nz: 17, spacing: SIMD3(repeating: 0.25))
    let conductance = try FaceConductance(
      grid: small, capacity: [Float](repeating: 1, count: small.count), relative: SIMD3(0.7, 0.6, 1.3))
    let solver = DiffusionSolver(grid: small, conductance: conductance)
    let constant = ConstantDiffusionSolver(grid: small, anisotropy: SIMD3(0.7, 0.6, 1.3))
    var fields = [CordSample.values(conductance, seed: 7), CordSample.values(conductance, seed: 8)]
    var others = fields
    let transports = [SubstanceTransport(diffusivity: 0.31), SubstanceTransport(diffusivity: 0.77)]
    let before = fields.map { MyelonFieldsTests.mass($0, conductance) }
    for _ in 0..<1000 {
      solver.advance(&fields, transports, timeStep: timeStep)
      constant.advance(&others, transports, timeStep: timeStep)
    }
    for index in 0..<2 {
      #expect(abs(MyelonFieldsTests.mass(fields[index], conductance) / before[index] - 1) < 3e-6)
      #expect(abs(MyelonFieldsTests.mass(others[index], conductance) / before[index] - 1) < 3e-6)
    }
  }

  @Test("A uniform field stays what it is, bit for bit")
  func uniform() throws {
    let conductance = try CordSample.conductance(grid, filled: 0.7, seed: 9)
    let solver = DiffusionSolver(grid: grid, conductance: conductance)
    let value: Float = 0.123_456_79
    let start = conductance.capacity.map { $0 > 0 ? value : 0 }
    var fields = [start]
    for timeStep in [0.01, 1, 1000] {
      solver.advance(&fields, [SubstanceTransport(diffusivity: 0.9)], timeStep: timeStep)
    }
    #expect(fields[0] == start)
  }

  @Test("Values stay between the extremes of the input for any time step", arguments: [1e-6, 1, 1e6, 1e12])
  func positivity(timeStep: Double) throws {
    for seed in UInt64(0)..<4 {
      let conductance = try CordSample.conductance(grid, filled: 0.75, seed: seed)
      let solver = DiffusionSolver(grid: grid, conductance: conductance)
      var random = SeededGenerator(seed: seed + 90)
      // Sparse spikes over many orders of magnitude: the hardest input for positivity.
      var fields = [
        conductance.capacity.map { capacity -> Float in
          guard capacity > 0, Float.random(in: 0...1, using: &random) < 0.1 else { return 0 }
          return Float.random(in: 0...1, using: &random) * Float.random(in: 0...1, using: &random)
        }
      ]
      for _ in 0..<3 {
        solver.advance(&fields, [SubstanceTransport(diffusivity: 0.8)], timeStep: timeStep)
      }
      #expect(fields[0].allSatisfy { $0 >= 0 && $0 <= 1 })
    }
  }

  @Test("The bits do not depend on the number of threads")
  func threads() throws {
    let conductance = try CordSample.conductance(grid, filled: 0.8, seed: 4)
    let transports = [
      SubstanceTransport(diffusivity: 0.4, decay: 0.1), SubstanceTransport(diffusivity: 1.1),
      SubstanceTransport(diffusivity: 0.2),
    ]
    let start = (0..<3).map { CordSample.values(conductance, seed: 60 + UInt64($0)) }
    let source = CordSample.values(conductance, seed: 70)
    func run(_ threads: Int) -> [[Float]] {
      let solver = DiffusionSolver(grid: grid, conductance: conductance)
      let constant = ConstantDiffusionSolver(grid: grid)
      var fields = start
      for timeStep in [0.1, 0.5, 6] {
        solver.advance(
          &fields, transports, sources: [source, nil, source], decays: [nil, nil, source], timeStep: timeStep,
          threads: threads)
        constant.advance(&fields, transports, timeStep: timeStep, threads: threads)
      }
      return fields
    }
    let one = run(1)
    #expect(run(2) == one)
    #expect(run(3) == one)
    #expect(run(8) == one)
  }

  @Test("Mirroring the cord mirrors the result", arguments: 0..<3)
  func mirror(axis: Int) throws {
    let conductance = try CordSample.conductance(grid, filled: 0.85, seed: 14)
    let transport = SubstanceTransport(diffusivity: 0.6)
    let start = CordSample.values(conductance, seed: 15)
    var fields = [start]
    DiffusionSolver(grid: grid, conductance: conductance).advance(&fields, [transport], timeStep: 0.3)
    let mirrored = try FaceConductance(
      grid: grid, x: flipFaces(conductance.x, 0, axis), y: flipFaces(conductance.y, 1, axis),
      z: flipFaces(conductance.z, 2, axis), capacity: flip(conductance.capacity, axis))
    var others = [flip(start, axis)]
    DiffusionSolver(grid: grid, conductance: mirrored).advance(&others, [transport], timeStep: 0.3)
    let back = flip(others[0], axis)
    let worst = zip(back, fields[0]).map { abs($0 - $1) }.max() ?? 0
    #expect(worst < 1e-6)
  }

  private func flip(_ values: [Float], _ axis: Int) -> [Float] {
    var flipped = values
    for z in 0..<grid.nz {
      for y in 0..<grid.ny {
        for x in 0..<grid.nx {
          let source = grid.index(
            axis == 0 ? grid.nx - 1 - x : x, axis == 1 ? grid.ny - 1 - y : y, axis == 2 ? grid.nz - 1 - z : z)
          flipped[grid.index(x, y, z)] = values[source]
        }
      }
    }
    return flipped
  }

  /// Faces along the mirrored axis belong to the other voxel afterwards.
  private func flipFaces(_ faces: [Float], _ along: Int, _ axis: Int) -> [Float] {
    let flipped = flip(faces, axis)
    guard along == axis else { return flipped }
    let stride = [1, grid.nx, grid.nx * grid.ny][axis]
    let count = [grid.nx, grid.ny, grid.nz][axis]
    return flipped.indices.map { index in
      (index / stride) % count < count - 1 ? flipped[index + stride] : 0
    }
  }
}
