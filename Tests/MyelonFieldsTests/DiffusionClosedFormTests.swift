import Foundation
import MyelonFields
import Testing

@Suite("Diffusion agrees with closed forms")
struct DiffusionClosedFormTests {
  /// A Gaussian between two reflecting walls at 0 and `side`: the sum of its images.
  private func gaussian(_ x: Double, centre: Double, variance: Double, side: Double) -> Double {
    var total = 0.0
    for image in -2...2 {
      for sign in [1.0, -1.0] {
        let offset = x - (2 * Double(image) * side + sign * centre)
        total += exp(-offset * offset / (2 * variance))
      }
    }
    return total / (2 * Double.pi * variance).squareRoot()
  }

  /// Relative L2 error of a spreading Gaussian on `n` voxels a side, time step in proportion to h squared.
  private func gaussianError(_ n: Int, varying: Bool, relative: SIMD3<Double>) throws -> Double {
    let side = 6.0
    let spacing = side / Double(n)
    let grid = VoxelGrid(
      nx: n, ny: n, nz: n, spacing: SIMD3(repeating: spacing), origin: SIMD3(repeating: spacing / 2))
    let diffusivity = 0.5
    let steps = n * n / 144
    let time = 0.24
    let centre = SIMD3(2.8, 3.1, 3.0)
    func density(_ variance: SIMD3<Double>) -> [Double] {
      func line(_ axis: Int) -> [Double] {
        (0..<n).map {
          gaussian((Double($0) + 0.5) * spacing, centre: centre[axis], variance: variance[axis], side: side)
        }
      }
      let (x, y, z) = (line(0), line(1), line(2))
      return (0..<grid.count).map { x[$0 % n] * y[($0 / n) % n] * z[$0 / (n * n)] }
    }
    let start = SIMD3(repeating: 0.25)
    var fields = [density(start).map { Float($0) }]
    let transports = [SubstanceTransport(diffusivity: Float(diffusivity))]
    if varying {
      let conductance = try FaceConductance(
        grid: grid, capacity: [Float](repeating: 1, count: grid.count), relative: SIMD3<Float>(relative))
      let solver = DiffusionSolver(grid: grid, conductance: conductance)
      for _ in 0..<steps { solver.advance(&fields, transports, timeStep: time / Double(steps)) }
    } else {
      let solver = ConstantDiffusionSolver(grid: grid, anisotropy: relative)
      for _ in 0..<steps { solver.advance(&fields, transports, timeStep: time / Double(steps)) }
    }
    let exact = density(start + relative * (2 * diffusivity * time))
    var difference = 0.0
    var size = 0.0
    for index in exact.indices {
      difference += pow(Double(fields[0][index]) - exact[index], 2)
      size += exact[index] * exact[index]
    }
    return (difference / size).squareRoot()
  }

  @Test("A Gaussian spreads in 3-D with order 2 in the voxel size", arguments: [false, true])
  func gaussianOrder(varying: Bool) throws {
    let coarse = try gaussianError(24, varying: varying, relative: SIMD3(1, 1, 1))
    let fine = try gaussianError(48, varying: varying, relative: SIMD3(1, 1, 1))
    let finest = try gaussianError(72, varying: varying, relative: SIMD3(1, 1, 1))
    #expect(abs(log2(coarse / fine) - 2) < 0.15)
    #expect(abs(log(fine / finest) / log(1.5) - 2) < 0.15)
    #expect(fine < 0.012)
  }

  @Test("An anisotropic Gaussian follows its own diffusivity on each axis", arguments: [false, true])
  func anisotropicGaussian(varying: Bool) throws {
    let relative = SIMD3(0.3, 0.8, 1.6)
    let coarse = try gaussianError(24, varying: varying, relative: relative)
    let fine = try gaussianError(48, varying: varying, relative: relative)
    #expect(abs(log2(coarse / fine) - 2) < 0.2)
    #expect(fine < 0.015)
  }

  /// Amplitude after time 1 of the mode cos(pi a (i + 1/2) / n) on each axis, which the sweeps only scale.
  private func modeAmplitude(steps: Int, _ grid: VoxelGrid, _ waves: SIMD3<Double>) -> (Double, exact: Double)
  {
    let n = Double(grid.nx)
    func wave(_ index: Int, _ axis: Int) -> Double {
      cos(Double.pi * waves[axis] * (Double(index) + 0.5) / n)
    }
    let start = (0..<grid.count).map { index -> Float in
      let (x, y, z) = (index % grid.nx, (index / grid.nx) % grid.ny, index / (grid.nx * grid.ny))
      return Float(wave(x, 0) * wave(y, 1) * wave(z, 2))
    }
    var rate = 0.0
    for axis in 0..<3 {
      rate += pow(2 * sin(Double.pi * waves[axis] / (2 * n)) / grid.spacing[axis], 2)
    }
    var fields = [start]
    let solver = ConstantDiffusionSolver(grid: grid)
    for _ in 0..<steps {
      solver.advance(&fields, [SubstanceTransport(diffusivity: 0.5)], timeStep: 1 / Double(steps))
    }
    var overlap = 0.0
    var size = 0.0
    for index in start.indices {
      overlap += Double(fields[0][index]) * Double(start[index])
      size += Double(start[index]) * Double(start[index])
    }
    return (overlap / size, exp(-0.5 * rate))
  }

  @Test("A decaying mode converges with order 1 in the time step")
  func timeOrder() {
    let grid = VoxelGrid(nx: 16, ny: 16, nz: 16, spacing: SIMD3(repeating: 0.25))
    let errors = [16, 32, 64].map { steps -> Double in
      let (amplitude, exact) = modeAmplitude(steps: steps, grid, SIMD3(1, 2, 1))
      return abs(amplitude - exact)
    }
    #expect(abs(log2(errors[0] / errors[1]) - 1) < 0.1)
    #expect(abs(log2(errors[1] / errors[2]) - 1) < 0.1)
  }

  @Test("The second moment of a point grows by exactly 2 D t along each axis, whatever the time step")
  func secondMoment() throws {
    let grid = VoxelGrid(nx: 81, ny: 65, nz: 97, spacing: SIMD3(repeating: 0.25))
    let conductance = try FaceConductance(
      grid: grid, capacity: [Float](repeating: 1, count: grid.count), relative: SIMD3(1, 0.5, 1.5))
    let solver = DiffusionSolver(grid: grid, conductance: conductance)
    var fields = [[Float](repeating: 0, count: grid.count)]
    fields[0][grid.index(40, 32, 48)] = 1
    for timeStep in [0.1, 0.2, 0.5] {
      solver.advance(&fields, [SubstanceTransport(diffusivity: 0.6)], timeStep: timeStep)
    }
    var moments = SIMD3<Double>()
    for index in 0..<grid.count {
      let offset = SIMD3(
        Double(index % 81 - 40), Double((index / 81) % 65 - 32), Double(index / (81 * 65) - 48))
      moments += offset * offset * (0.0625 * Double(fields[0][index]))
    }
    let expected = SIMD3(1, 0.5, 1.5) * (2 * 0.6 * 0.8)
    for axis in 0..<3 { #expect(abs(moments[axis] / expected[axis] - 1) < 2e-4) }
  }

  @Test("Decay alone is exact for any time step", arguments: [0.01, 1, 12])
  func decay(timeStep: Double) throws {
    let grid = VoxelGrid(nx: 9, ny: 8, nz: 7, spacing: SIMD3(repeating: 0.25))
    let conductance = try FaceConductance(grid: grid, capacity: [Float](repeating: 1, count: grid.count))
    let solver = DiffusionSolver(grid: grid, conductance: conductance)
    var fields = [[Float](repeating: 2, count: grid.count), [Float](repeating: 3, count: grid.count)]
    let transports = [
      SubstanceTransport(diffusivity: 0, decay: 0.05), SubstanceTransport(diffusivity: 0.7, decay: 0.2),
    ]
    for _ in 0..<4 { solver.advance(&fields, transports, timeStep: timeStep) }
    #expect(fields[0].allSatisfy { abs(Double($0) / (2 * exp(-0.2 * timeStep)) - 1) < 1e-6 })
    #expect(fields[1].allSatisfy { abs(Double($0) / (3 * exp(-0.8 * timeStep)) - 1) < 1e-6 })
  }

  /// Largest error of the steady profile in a slab with source `s` in its first half, relative to `s / k`.
  private func slabError(axis: Int, voxels: Int, timeStep: Double, varyingDecay: Bool) throws -> Double {
    let (side, diffusivity, decay) = (4.0, 0.5, 0.8)
    var counts = [2, 2, 2]
    counts[axis] = voxels
    let spacing = side / Double(voxels)
    let grid = VoxelGrid(nx: counts[0], ny: counts[1], nz: counts[2], spacing: SIMD3(repeating: spacing))
    let stride = [1, counts[0], counts[0] * counts[1]][axis]
    func position(_ index: Int) -> Double { (Double((index / stride) % voxels) + 0.5) * spacing }
    let conductance = try FaceConductance(grid: grid, capacity: [Float](repeating: 1, count: grid.count))
    let solver = DiffusionSolver(grid: grid, conductance: conductance)
    let source = (0..<grid.count).map { position($0) < side / 2 ? 1 : 0 as Float }
    let rates = varyingDecay ? [Float](repeating: Float(decay), count: grid.count) : nil
    var fields = [[Float](repeating: 0, count: grid.count)]
    let transport = SubstanceTransport(
      diffusivity: Float(diffusivity), decay: varyingDecay ? 0 : Float(decay))
    for _ in 0..<Int(max(60 / timeStep, 40)) {
      solver.advance(&fields, [transport], sources: [source], decays: [rates], timeStep: timeStep)
    }
    // D u'' - k u + s = 0, no flux at both ends, u and u' continuous in the middle.
    let length = (diffusivity / decay).squareRoot()
    func exact(_ x: Double) -> Double {
      let half = side / 2
      let fraction = sinh(half / length) / sinh(side / length)
      return x < half
        ? 1 - fraction * cosh(x / length) : fraction * cosh((side - x) / length)
    }
    return (0..<grid.count).map { abs(Double(fields[0][$0]) * decay - exact(position($0))) }.max() ?? 0
  }

  @Test(
    "A slab reaches its steady profile on each axis, for short and very long steps", arguments: 0..<3,
    [false, true])
  func slab(axis: Int, varyingDecay: Bool) throws {
    for timeStep in [0.25, 12] {
      let coarse = try slabError(axis: axis, voxels: 16, timeStep: timeStep, varyingDecay: varyingDecay)
      let fine = try slabError(axis: axis, voxels: 32, timeStep: timeStep, varyingDecay: varyingDecay)
      #expect(abs(log2(coarse / fine) - 2) < 0.2)
      #expect(fine < 2e-3)
    }
  }
}
