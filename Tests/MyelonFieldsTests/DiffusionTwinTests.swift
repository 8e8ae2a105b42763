import MyelonFields
import Testing

/// Grids with every kind of remainder: single planes and lines, fewer than four voxels, ragged ends, many groups.
let awkwardGrids: [VoxelGrid] = [
  (1, 1, 1), (1, 1, 9), (9, 1, 1), (1, 9, 1), (2, 3, 4), (3, 5, 2), (5, 7, 11), (8, 8, 8), (13, 33, 6),
  (30, 26, 17), (33, 70, 5), (41, 39, 3), (64, 32, 4), (70, 9, 12),
].map { VoxelGrid(nx: $0.0, ny: $0.1, nz: $0.2, spacing: SIMD3(0.3, 0.4, 0.5)) }

@Suite("Fast kernels agree with the plain twin")
struct DiffusionTwinTests {
  @Test("Varying coefficients on every kind of grid", arguments: awkwardGrids, [0.35 as Float, 0.9, 1])
  func varying(grid: VoxelGrid, filled: Float) throws {
    let conductance = try CordSample.conductance(grid, filled: filled, seed: 11)
    let solver = DiffusionSolver(grid: grid, conductance: conductance)
    let transports = [
      SubstanceTransport(diffusivity: 0.4), SubstanceTransport(diffusivity: 2, decay: 0.7),
      SubstanceTransport(diffusivity: 0, decay: 0.3),
    ]
    let start = (0..<3).map { CordSample.values(conductance, seed: 20 + UInt64($0)) }
    var fields = start
    solver.advance(&fields, transports, timeStep: 0.5)
    let twin = ReferenceDiffusion(conductance: conductance)
    for index in 0..<3 {
      let reference = twin.advanced(start[index], transports[index], timeStep: 0.5)
      #expect(relativeDifference(fields[index], reference) < 2e-6)
    }
  }

  @Test("Sources and decays that vary in space", arguments: awkwardGrids)
  func sourcesAndDecays(grid: VoxelGrid) throws {
    let conductance = try CordSample.conductance(grid, filled: 0.8, seed: 5)
    let solver = DiffusionSolver(grid: grid, conductance: conductance)
    let transports = [
      SubstanceTransport(diffusivity: 0.4, decay: 0.2), SubstanceTransport(diffusivity: 1, decay: 0.1),
      SubstanceTransport(diffusivity: 0.3), SubstanceTransport(diffusivity: 0.6),
    ]
    let start = (0..<4).map { CordSample.values(conductance, seed: 30 + UInt64($0)) }
    let source = CordSample.values(conductance, seed: 40)
    let decay = CordSample.values(conductance, seed: 41)
    let sources: [[Float]?] = [source, source, nil, nil]
    let decays: [[Float]?] = [nil, decay, decay, nil]
    var fields = start
    for timeStep in [0.25, 12] {
      fields = start
      solver.advance(&fields, transports, sources: sources, decays: decays, timeStep: timeStep)
      let twin = ReferenceDiffusion(conductance: conductance)
      for index in 0..<4 {
        let reference = twin.advanced(
          start[index], transports[index], source: sources[index], decay: decays[index], timeStep: timeStep)
        #expect(relativeDifference(fields[index], reference) < 4e-6)
      }
    }
  }

  @Test("Constant coefficients on every kind of grid", arguments: awkwardGrids)
  func constant(grid: VoxelGrid) throws {
    let full = try FaceConductance(
      grid: grid, capacity: [Float](repeating: 1, count: grid.count), relative: SIMD3(1, 0.5, 2))
    let solver = ConstantDiffusionSolver(grid: grid, anisotropy: SIMD3(1, 0.5, 2))
    let transports = [
      SubstanceTransport(diffusivity: 0.4), SubstanceTransport(diffusivity: 2, decay: 0.7),
      SubstanceTransport(diffusivity: 0, decay: 0.3),
    ]
    let start = (0..<3).map { CordSample.values(full, seed: 20 + UInt64($0)) }
    let sources: [[Float]?] = [nil, CordSample.values(full, seed: 3), nil]
    let twin = ReferenceDiffusion(conductance: full)
    var fields = start
    for timeStep in [0.5, 3] {
      fields = start
      solver.advance(&fields, transports, sources: sources, timeStep: timeStep)
      for index in 0..<3 {
        let reference = twin.advanced(
          start[index], transports[index], source: sources[index], timeStep: timeStep)
        #expect(relativeDifference(fields[index], reference) < 2e-6)
      }
    }
  }

  @Test("A pattern that is replaced takes effect, also where the cord grows")
  func update() throws {
    let grid = VoxelGrid(nx: 20, ny: 18, nz: 10, spacing: SIMD3(repeating: 0.25))
    let first = try CordSample.conductance(grid, filled: 0.3, seed: 1)
    let second = try CordSample.conductance(grid, filled: 1, seed: 2)
    let solver = DiffusionSolver(grid: grid, conductance: first)
    let transport = SubstanceTransport(diffusivity: 1)
    var fields = [CordSample.values(second, seed: 3)]
    let start = fields[0]
    solver.update(conductance: second)
    solver.advance(&fields, [transport], timeStep: 0.2)
    let reference = ReferenceDiffusion(conductance: second).advanced(start, transport, timeStep: 0.2)
    #expect(relativeDifference(fields[0], reference) < 2e-6)
  }
}
