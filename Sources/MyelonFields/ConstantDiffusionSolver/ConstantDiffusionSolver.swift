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

  /// Columns (x, y) in one panel of the z sweep: 4 kB rows, and a panel of 128 slices fits the second-level cache.
  private static let panelColumns = 1024

  private let workspace: DiffusionWorkspace
  private var weights: [SharedWeights] = []
  private var steps: [SubstanceStep] = []

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
    steps.withUnsafeBufferPointer { steps in
      weights.withUnsafeBufferPointer { weights in
        sweep(steps, weights, executor)
      }
    }
  }

  private func prepare(
    _ fields: [UnsafeMutablePointer<Float>], _ transports: [SubstanceTransport],
    _ sources: [UnsafePointer<Float>?], _ timeStep: Double
  ) {
    while weights.count < fields.count { weights.append(SharedWeights(grid: grid)) }
    steps.removeAll(keepingCapacity: true)
    for index in fields.indices {
      steps.append(
        SubstanceStep(
          field: fields[index], transport: transports[index], source: sources.isEmpty ? nil : sources[index],
          decay: nil, timeStep: timeStep, spacing: grid.spacing))
      let transport = transports[index]
      let factors = RelaxationFactors(decay: Double(transport.decay), timeStep: timeStep)
      let reach: SIMD3<Double> = anisotropy * (Double(transport.diffusivity) * factors.gained)
      weights[index].prepare(reach / (grid.spacing * grid.spacing))
    }
  }

  private func sweep(
    _ steps: UnsafeBufferPointer<SubstanceStep>, _ weights: UnsafeBufferPointer<SharedWeights>,
    _ executor: SlabExecutor
  ) {
    let depth = max(1, grid.nz / 32)
    executor.runWithWorker(slabs: (grid.nz + depth - 1) / depth) { slab, worker in
      let scratch = workspace.scratch(worker)
      for slice in (slab * depth)..<min(grid.nz, slab * depth + depth) {
        for index in steps.indices { sweepSlice(slice, steps[index], weights[index], scratch) }
      }
    }
    guard grid.nz > 1 else { return }
    let plane = grid.nx * grid.ny
    let panels = (plane + Self.panelColumns - 1) / Self.panelColumns
    executor.run(slabs: panels) { panel in
      let start = panel * Self.panelColumns
      for index in steps.indices where weights[index].scale.z > 0 {
        let lines = LineKernel.SharedLines(
          field: steps[index].field + start, stride: plane, forward: weights[index].z.forward,
          backward: weights[index].z.backward)
        LineKernel.solveRows(lines, columns: min(Self.panelColumns, plane - start), count: grid.nz)
      }
    }
  }

  /// Source and decay, then y, then x in one slice.
  private func sweepSlice(
    _ slice: Int, _ step: SubstanceStep, _ weights: SharedWeights, _ scratch: DiffusionWorkspace.Scratch
  ) {
    let plane = grid.nx * grid.ny
    let field = step.field + slice * plane
    let sweepsX = grid.nx > 1 && weights.scale.x > 0
    if step.needsRelaxation || (!sweepsX && step.kept != 1) {
      step.relax(start: slice * plane, count: plane)
    }
    if grid.ny > 1 && weights.scale.y > 0 {
      let lines = LineKernel.SharedLines(
        field: field, stride: grid.nx, forward: weights.y.forward, backward: weights.y.backward)
      LineKernel.solveRows(lines, columns: grid.nx, count: grid.ny)
    }
    guard sweepsX else { return }
    let factor = step.needsRelaxation ? 1 : step.kept
    let lines = LineKernel.SharedLines(
      field: scratch.lanes, stride: RowTransposition.rows, forward: weights.x.forward,
      backward: weights.x.backward)
    for row in stride(from: 0, to: grid.ny, by: RowTransposition.rows) {
      let rows = min(RowTransposition.rows, grid.ny - row)
      let start = field + row * grid.nx
      RowTransposition.gather(
        start, rowStride: grid.nx, rows: rows, count: grid.nx, scale: factor, into: scratch.lanes)
      LineKernel.solveLanes(lines, lanes: RowTransposition.lanes(rows), count: grid.nx)
      RowTransposition.scatter(scratch.lanes, rows: rows, count: grid.nx, into: start, rowStride: grid.nx)
    }
  }
}
