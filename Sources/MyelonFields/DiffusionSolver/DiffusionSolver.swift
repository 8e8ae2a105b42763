/// Advances diffusing, decaying substances in a cord with coefficients that vary from voxel to voxel.
///
/// Equation, per substance: `capacity du/dt = div(D pattern grad u) + capacity (s - k u)`, no flux through closed
/// faces. One step is the Lie splitting (one sweep an axis, always in the order y, x, z) of backward Euler:
///
///     u0 = exp(-k dt) u + g s,   g = (1 - exp(-k dt)) / k
///     (M + g A_y) u1 = M u0,  (M + g A_x) u2 = M u1,  (M + g A_z) u' = M u2,   M = capacity
///
/// with `A` the symmetric face differences (Marchuk, Handbook of Numerical Analysis I, 1990; LeVeque, Finite
/// Difference Methods, 2007, section 11.6 for the order). Order 1 in time and 2 in space (measured in the tests);
/// stable and positive for every time step; mass kept to rounding; steady profiles along one axis kept exactly
/// whatever the time step (see `RelaxationFactors`). A decay that varies in space enters as
/// `M = capacity (1 + k dt)` and `u0 = (u + dt s) / (1 + k dt)`, which is backward Euler in that term.
///
/// A step makes two passes over memory: y and x slice by slice in cache, then z in panels of columns. Factors are
/// computed on the fly, so a change of time step or pattern costs nothing. The result does not depend on the
/// number of threads. Not thread safe: one call at a time.
public final class DiffusionSolver {
  /// The grid of all fields.
  public let grid: VoxelGrid
  /// The pattern in force.
  public private(set) var conductance: FaceConductance

  var region: ActiveRegion
  let workspace: DiffusionWorkspace
  private var steps: [SubstanceStep] = []

  /// Makes a solver for a pattern.
  ///
  /// - Parameters:
  ///   - grid: the grid of the fields; must be that of `conductance`.
  ///   - conductance: faces and capacities.
  public init(grid: VoxelGrid, conductance: FaceConductance) {
    precondition(conductance.grid == grid, "The conductance was built on another grid")
    self.grid = grid
    self.conductance = conductance
    region = ActiveRegion(grid: grid, capacity: conductance.capacity)
    workspace = DiffusionWorkspace(grid: grid, holdsPattern: true)
  }

  /// Replaces the pattern, for example when scar has grown; costs one pass over the capacities.
  ///
  /// - Parameter conductance: the new pattern, on the same grid.
  public func update(conductance: FaceConductance) {
    precondition(conductance.grid == grid, "The conductance was built on another grid")
    self.conductance = conductance
    region = ActiveRegion(grid: grid, capacity: conductance.capacity)
  }

  /// Advances all substances by one time step.
  ///
  /// Values outside the cord must be finite; they take no part and are best kept 0 (with sources 0 there).
  ///
  /// - Parameters:
  ///   - fields: one pointer a substance to `grid.count` values; overwritten.
  ///   - transports: diffusivity and decay, one a substance.
  ///   - sources: production s per unit cord volume, concentration / h, `grid.count` values each and not
  ///     negative; `nil` for none. Empty means none for any substance.
  ///   - decays: further decay rate per voxel, 1/h, `grid.count` values each and not negative, added to the
  ///     constant one; `nil` for none. Empty means none for any substance.
  ///   - timeStep: length of the step, h, finite and not negative.
  ///   - executor: the threads to use.
  public func advance(
    _ fields: [UnsafeMutablePointer<Float>], transports: [SubstanceTransport],
    sources: [UnsafePointer<Float>?] = [], decays: [UnsafePointer<Float>?] = [], timeStep: Double,
    executor: SlabExecutor
  ) {
    precondition(
      transports.count == fields.count && (sources.isEmpty || sources.count == fields.count)
        && (decays.isEmpty || decays.count == fields.count),
      "Each of \(fields.count) fields needs one transport, and one source and decay if any are given")
    precondition(
      timeStep >= 0 && timeStep.isFinite, "The time step must be finite and not negative: \(timeStep) h")
    workspace.reserve(workers: executor.threads)
    steps.removeAll(keepingCapacity: true)
    for index in fields.indices where decays.isEmpty || decays[index] == nil {
      steps.append(
        SubstanceStep(
          field: fields[index], transport: transports[index], source: sources.isEmpty ? nil : sources[index],
          decay: nil, timeStep: timeStep, spacing: grid.spacing))
    }
    advanceTogether(steps, executor)
    // A varying decay needs its own weights in the shared scratch, so these go one by one.
    for index in fields.indices {
      guard !decays.isEmpty, let decay = decays[index] else { continue }
      steps.removeAll(keepingCapacity: true)
      steps.append(
        SubstanceStep(
          field: fields[index], transport: transports[index], source: sources.isEmpty ? nil : sources[index],
          decay: decay, timeStep: timeStep, spacing: grid.spacing))
      advanceTogether(steps, executor)
    }
  }
}
