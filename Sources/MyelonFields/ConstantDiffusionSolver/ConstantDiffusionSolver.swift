/// Advances diffusing, decaying substances in a full box with constant coefficients along each axis.
///
/// The same scheme as `DiffusionSolver` (Lie splitting of backward Euler, order y, x, z; order 1 in time, 2 in
/// space; positive, conserving, no flux through the faces of the box), with the elimination weights of an axis
/// computed once in `Double` and shared by all its lines. Weights are kept until diffusivity, decay or time step
/// of a substance changes. A class, because its scratch memory must not be shared by copies. Not thread safe.
public final class ConstantDiffusionSolver {
  /// The grid of all fields.
  public let grid: VoxelGrid
  /// Diffusivity along x, y and z relative to that of the substance.
  public let anisotropy: SIMD3<Double>

  /// Columns (x, y) in one panel of the z sweep where it runs by panels, assumed because 4 kB is one memory page.
  static let panelColumns = 1024

  let workspace: DiffusionWorkspace
  private var weights: [SharedWeights] = []
  private var tasks: [Task] = []

  /// Makes a solver.
  ///
  /// - Parameters:
  ///   - grid: the grid of the fields.
  ///   - anisotropy: factors on the diffusivity along x, y and z, finite and not negative.
  public init(grid: VoxelGrid, anisotropy: SIMD3<Double> = SIMD3(repeating: 1)) {
    precondition(
      anisotropy.min() >= 0 && anisotropy.sum().isFinite,
      "Anisotropy must be finite and not negative: \(anisotropy)")
    self.grid = grid
    self.anisotropy = anisotropy
    workspace = DiffusionWorkspace(grid: grid, holdsPattern: false)
  }

  /// Advances all substances by one time step.
  ///
  /// - Parameters:
  ///   - fields: one pointer a substance to `grid.count` values; overwritten.
  ///   - transports: diffusivity and decay, one a substance.
  ///   - sources: production, concentration / h, `grid.count` values each and not negative; `nil` for none.
  ///     Empty means none for any substance.
  ///   - timeStep: length of the step, h, finite and not negative.
  ///   - executor: the threads to use.
  public func advance(
    _ fields: [UnsafeMutablePointer<Float>], transports: [SubstanceTransport],
    sources: [UnsafePointer<Float>?] = [], timeStep: Double, executor: SlabExecutor
  ) {
    precondition(
      transports.count == fields.count && (sources.isEmpty || sources.count == fields.count),
      "Each of \(fields.count) fields needs one transport, and one source if any are given")
    precondition(
      timeStep >= 0 && timeStep.isFinite, "The time step must be finite and not negative: \(timeStep) h")
    workspace.reserve(workers: executor.threads)
    prepare(fields, transports, sources, timeStep)
    tasks.withUnsafeBufferPointer { sweep($0, executor) }
  }

  private func prepare(
    _ fields: [UnsafeMutablePointer<Float>], _ transports: [SubstanceTransport],
    _ sources: [UnsafePointer<Float>?], _ timeStep: Double
  ) {
    while weights.count < fields.count { weights.append(SharedWeights(grid: grid)) }
    tasks.removeAll(keepingCapacity: true)
    for index in fields.indices {
      let transport = transports[index]
      let factors = RelaxationFactors(decay: Double(transport.decay), timeStep: timeStep)
      let reach: SIMD3<Double> = anisotropy * (Double(transport.diffusivity) * factors.gained)
      weights[index].prepare(reach / (grid.spacing * grid.spacing))
      let step = SubstanceStep(
        field: fields[index], transport: transport, source: sources.isEmpty ? nil : sources[index],
        decay: nil,
        timeStep: timeStep, spacing: grid.spacing)
      tasks.append(Task(step: step, weights: weights[index]))
    }
  }

}
