import MyelonAnatomy
import MyelonFields
import MyelonQuantities
import MyelonStimulation

/// One injured cord that lives through time.
///
/// Equations: see `ReactionKernel` (what happens inside a voxel), `DiffusionSolver` (what spreads) and
/// `ConnectionSweep` (which axons are still joined to their cell body). A step is the Lie splitting reactions,
/// then diffusion; it is first-order in time. The step is chosen from the fastest process that is active (see
/// `LesionClock`), and every number is positive for any step. Two models share nothing.
public final class LesionModel {
  /// The voxel model of the cord.
  public let cord: CordModel
  /// The injury as placed on this cord.
  public let primary: PrimaryInjury
  /// The parameters in force.
  public let parameters: ParameterTable
  /// All fields.
  public let state: TissueState
  /// Rates of the reactions; a therapy changes them between steps.
  public var kinetics: LesionKinetics
  /// Clock and step control.
  public internal(set) var clock: LesionClock
  /// What therapies add to the substances in the present step; empty without therapy.
  public let sources: SubstanceSources
  /// Therapies that act on this cord, or nil.
  public var influence: (any LesionInfluence)?
  /// Diffusivity in a scaffold's pores across and along the cord, over free diffusion.
  public var scaffoldTransport: (across: Float, along: Float)

  /// What bare stretches of axon block, by tract and length.
  public let axonBlock: AxonBlock

  let substances: [SubstanceClearance]
  let executor: SlabExecutor
  let solver: DiffusionSolver
  let sweep: ConnectionSweep
  let conductance: ConductancePattern
  /// Blocks of eight voxels that hold some cord.
  let blocks: [Int32]
  /// Grey share of the cord part of each voxel, padded to whole blocks.
  let grey: [Float]
  /// Largest change of a bounded state, one entry a slab of blocks.
  var slabChange: [Float]

  /// Injures a cord.
  ///
  /// - Parameters:
  ///   - cord: the intact voxel model.
  ///   - primary: the injury placed on it.
  ///   - parameters: a table that holds all of `LesionParameters`.
  ///   - tolerance: largest change of a bounded state that a step aims at; smaller is more accurate.
  ///   - executor: threads to use; the result does not depend on their number.
  /// - Throws: `FaceConductanceError` when the cord fractions are not valid capacities.
  public init(
    cord: CordModel, primary: PrimaryInjury, parameters: ParameterTable,
    tolerance: Double = LesionClock.standardTolerance, executor: SlabExecutor
  ) throws(FaceConductanceError) {
    self.cord = cord
    self.primary = primary
    self.parameters = parameters
    self.executor = executor
    kinetics = LesionKinetics(parameters)
    axonBlock = AxonBlock(.standard, parameters: parameters, species: cord.species)
    substances = Self.substances(parameters)
    clock = LesionClock(tolerance: tolerance)
    state = TissueState(grid: cord.grid)
    sources = SubstanceSources(count: cord.grid.count)
    let slowing = Float(parameters["scaffold_slowing"])
    scaffoldTransport = (slowing, slowing)
    conductance = ConductancePattern(parameters)
    solver = DiffusionSolver(
      grid: cord.grid, conductance: try conductance.faces(cord: cord, state: nil, scaffold: scaffoldTransport)
    )
    sweep = ConnectionSweep(cord: cord, parameters: parameters)
    blocks = Self.activeBlocks(cord)
    grey = cord.greyFraction + [Float](repeating: 0, count: state.stride - cord.grid.count)
    slabChange = [Float](repeating: 0, count: (blocks.count + Self.blocksPerSlab - 1) / Self.blocksPerSlab)
    primary.apply(to: state, cord: cord, kinetics: kinetics.death)
    sweep.update(state, days: 0)
  }

  /// Blocks of eight voxels in a slab of the reaction step; fixed, so that slabs do not depend on the threads.
  static let blocksPerSlab = 64

  private static func activeBlocks(_ cord: CordModel) -> [Int32] {
    let count = cord.grid.count
    return stride(from: 0, to: count, by: 8).compactMap { start in
      cord.cordFraction[start..<min(start + 8, count)].contains { $0 > 0 } ? Int32(start / 8) : nil
    }
  }

  private static func substances(_ table: ParameterTable) -> [SubstanceClearance] {
    // The last number is a hundredth or less of the level that acts on anything (its half-maximal level).
    [
      SubstanceClearance(diffusivity: table["D_glutamate"], clearance: table["k_glutamate"], negligible: 0.5),
      SubstanceClearance(
        diffusivity: table["D_oxidants"], clearance: table["k_oxidants"] / table["time_scaling"],
        negligible: 0.002),
      SubstanceClearance(diffusivity: table["D_cytokine"], clearance: table["k_cytokine"], negligible: 0.002),
      SubstanceClearance(diffusivity: table["D_IL10"], clearance: table["k_IL10"], negligible: 0.002),
      SubstanceClearance(diffusivity: table["D_VEGF"], clearance: table["k_VEGF"], negligible: 0.002),
      SubstanceClearance(
        diffusivity: table["D_oedema"], clearance: table["k_oedema"] / table["time_scaling"],
        negligible: 0.002),
      SubstanceClearance(
        diffusivity: table["D_neurotrophin"], clearance: table["k_neurotrophin"], negligible: 0.002),
      SubstanceClearance(
        diffusivity: table["D_neurotrophin"], clearance: table["k_neurotrophin"], negligible: 0.002),
      SubstanceClearance(diffusivity: table["D_ChABC"], clearance: table["k_ChABC"], negligible: 1e-5),
      SubstanceClearance(diffusivity: table["D_GDNF"], clearance: table["k_GDNF"], negligible: 0.002),
      SubstanceClearance(diffusivity: table["D_antibody"], clearance: table["k_antibody"], negligible: 1),
      SubstanceClearance(diffusivity: table["D_exosome"], clearance: table["k_exosome"], negligible: 1e-4),
    ]
  }
}
