/// Measured speed of the diffusion solvers beside the memory bandwidth of the same machine in the same run.
///
/// The bandwidth is that of a plain in-place scale of a large array (one read and one write of four bytes a
/// value). A diffusion step needs at least two such passes over memory, so its limit is bandwidth / 16 bytes.
public struct DiffusionBenchmark: Sendable {
  /// Throughput of one case.
  public struct Throughput: Sendable {
    /// Number of substances advanced together.
    public let substances: Int
    /// Whether coefficients varied from voxel to voxel.
    public let isVarying: Bool
    /// Voxel-substances advanced per second, best of the repetitions.
    public let rate: Double
    /// `rate` over the two-pass bandwidth limit.
    public let fractionOfLimit: Double
  }

  /// Threads used.
  public let threads: Int
  /// Voxels along each side of the cube.
  public let side: Int
  /// In-place scale, bytes read and written per second, best of the repetitions.
  public let bandwidth: Double
  /// Constant and varying coefficients, with 1 and 8 substances.
  public let throughputs: [Throughput]

  /// Voxel-substances per second that two passes over memory would allow.
  public var twoPassLimit: Double { bandwidth / 16 }

  /// Measures; takes a few seconds.
  ///
  /// - Parameters:
  ///   - threads: threads to use.
  ///   - side: voxels along each side, at least 8.
  ///   - repetitions: measurements of each case, of which the fastest counts.
  /// - Returns: the measured figures.
  public static func measure(threads: Int, side: Int = 128, repetitions: Int = 7) -> DiffusionBenchmark {
    precondition(side >= 8 && repetitions > 0, "The benchmark needs a side of at least 8 and a repetition")
    let executor = SlabExecutor(threads: threads)
    let bandwidth = scaleBandwidth(executor, repetitions: repetitions)
    let grid = VoxelGrid(nx: side, ny: side, nz: side, spacing: SIMD3(repeating: 0.25))
    var throughputs: [Throughput] = []
    for isVarying in [false, true] {
      for substances in [1, 8] {
        let rate = diffusionRate(
          grid, substances: substances, isVarying: isVarying, executor, repetitions: repetitions)
        throughputs.append(
          Throughput(
            substances: substances, isVarying: isVarying, rate: rate,
            fractionOfLimit: rate / (bandwidth / 16)))
      }
    }
    return DiffusionBenchmark(threads: threads, side: side, bandwidth: bandwidth, throughputs: throughputs)
  }

  /// Bytes per second of `a[i] *= c` over 256 MB, far beyond any cache.
  private static func scaleBandwidth(_ executor: SlabExecutor, repetitions: Int) -> Double {
    let slabLength = 1 << 20
    let slabs = 64
    let count = slabs * slabLength
    let values = UnsafeMutablePointer<Float>.allocate(capacity: count)
    values.initialize(repeating: 1, count: count)
    defer { values.deallocate() }
    let seconds = fastest(repetitions + 1) {
      executor.run(slabs: slabs) { slab in
        let part = values + slab * slabLength
        for i in 0..<slabLength { part[i] = part[i] * 0.999 }
      }
    }
    return Double(count) * 8 / seconds
  }

  private static func diffusionRate(
    _ grid: VoxelGrid, substances: Int, isVarying: Bool, _ executor: SlabExecutor, repetitions: Int
  ) -> Double {
    let storage = UnsafeMutablePointer<Float>.allocate(capacity: grid.count * substances)
    defer { storage.deallocate() }
    for i in 0..<(grid.count * substances) {
      (storage + i).initialize(to: 1 + Float((i &* 2_654_435_761) & 0xffff) / 65_536)
    }
    let fields = (0..<substances).map { storage + $0 * grid.count }
    let transports = (0..<substances).map { index in
      SubstanceTransport(diffusivity: 0.1 + 0.05 * Float(index), decay: 0.01)
    }
    let steps = substances == 1 ? 8 : 2
    let seconds: Double
    if isVarying {
      guard let conductance = variedConductance(grid) else { return 0 }
      let solver = DiffusionSolver(grid: grid, conductance: conductance)
      seconds = fastest(repetitions) {
        for _ in 0..<steps {
          solver.advance(fields, transports: transports, timeStep: 0.25, executor: executor)
        }
      }
    } else {
      let solver = ConstantDiffusionSolver(grid: grid, anisotropy: SIMD3(1, 1, 2))
      seconds = fastest(repetitions) {
        for _ in 0..<steps {
          solver.advance(fields, transports: transports, timeStep: 0.25, executor: executor)
        }
      }
    }
    return Double(grid.count * substances * steps) / seconds
  }

  /// A full box whose faces differ from voxel to voxel.
  private static func variedConductance(_ grid: VoxelGrid) -> FaceConductance? {
    let capacity = [Float](repeating: 1, count: grid.count)
    let along = (0..<grid.count).map { 0.5 + Float(($0 &* 40_503) & 0xff) / 256 }
    return try? FaceConductance(grid: grid, capacity: capacity, alongX: along, alongY: along, alongZ: along)
  }

  private static func fastest(_ repetitions: Int, _ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    body()
    var best = Double.infinity
    for _ in 0..<repetitions {
      let elapsed = clock.measure(body)
      let parts = elapsed.components
      best = min(best, Double(parts.seconds) + Double(parts.attoseconds) * 1e-18)
    }
    return best
  }
}
