import MyelonFields
import Testing

@Suite("Sharp masks never leak")
struct DiffusionLeakTests {
  @Test("Nothing crosses a closed face or a gap, and nothing outside changes", arguments: 0..<3)
  func chambers(axis: Int) throws {
    let grid = VoxelGrid(nx: 21, ny: 19, nz: 15, spacing: SIMD3(repeating: 0.25))
    // Three chambers along the axis: [0, 5) and [5, 9) share closed faces, [10, ...) lies beyond a gap at 9.
    func position(_ index: Int) -> Int {
      [index % grid.nx, (index / grid.nx) % grid.ny, index / (grid.nx * grid.ny)][axis]
    }
    let capacity = (0..<grid.count).map { position($0) == 9 ? 0 : 1 as Float }
    let open = try FaceConductance(grid: grid, capacity: capacity)
    func closed(_ faces: [Float], _ along: Int) -> [Float] {
      along == axis ? faces.indices.map { position($0) == 4 ? 0 : faces[$0] } : faces
    }
    let conductance = try FaceConductance(
      grid: grid, x: closed(open.x, 0), y: closed(open.y, 1), z: closed(open.z, 2), capacity: capacity)
    let solver = DiffusionSolver(grid: grid, conductance: conductance)
    // The first chamber holds a huge amount, the second a tiny uniform one, the third nothing.
    let start = (0..<grid.count).map { index -> Float in
      let at = position(index)
      return at < 5 ? 1e9 * Float(1 + index % 7) : at < 9 ? 1e-6 : 0
    }
    var fields = [start]
    for timeStep in [0.01, 1, 1000] {
      solver.advance(&fields, [SubstanceTransport(diffusivity: 1)], timeStep: timeStep)
    }
    for index in 0..<grid.count where position(index) >= 5 {
      #expect(fields[0][index] == start[index])
    }
    #expect(fields[0] != start)
  }

  @Test("A random mask keeps zeros outside and in pieces that hold nothing")
  func randomMask() throws {
    let grid = VoxelGrid(nx: 26, ny: 23, nz: 18, spacing: SIMD3(repeating: 0.25))
    let conductance = try CordSample.conductance(grid, filled: 0.25, seed: 3)
    let seed = try #require(conductance.capacity.indices.first { conductance.x[$0] > 0 })
    var reached = Set([seed])
    var open = [seed]
    let plane = grid.nx * grid.ny
    while let voxel = open.popLast() {
      for (faces, stride) in [(conductance.x, 1), (conductance.y, grid.nx), (conductance.z, plane)] {
        if faces[voxel] > 0, reached.insert(voxel + stride).inserted { open.append(voxel + stride) }
        let before = voxel - stride
        if before >= 0, faces[before] > 0, reached.insert(before).inserted { open.append(before) }
      }
    }
    #expect(reached.count < grid.count / 2)
    var fields = [[Float](repeating: 0, count: grid.count)]
    fields[0][seed] = 1
    let solver = DiffusionSolver(grid: grid, conductance: conductance)
    for _ in 0..<20 {
      solver.advance(&fields, [SubstanceTransport(diffusivity: 1)], timeStep: 10)
    }
    for index in 0..<grid.count {
      #expect(reached.contains(index) ? fields[0][index] > 0 : fields[0][index] == 0)
    }
  }
}
