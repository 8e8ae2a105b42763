import MyelonAnatomy
import MyelonFields
import MyelonQuantities

extension PrimaryInjury {
  /// What is lost at once in one place, each as a fraction of intact.
  struct Loss {
    var axons = 0.0
    var cells = 0.0
    var whiteCells = 0.0
    var perfusion = 0.0
    var blood = 0.0
    var depolarised = 0.0
    var patency = 1.0
  }

  /// Writes the state of the cord just after the injury.
  ///
  /// A voxel's loss is averaged over 2 x 2 x 2 points, so that a coarse grid sees the same volume of damage as a
  /// fine one. Every pool is set as a share of intact tissue; living and dead volume still sum to one.
  ///
  /// - Parameters:
  ///   - state: an intact cord, changed in place.
  ///   - cord: the voxel model.
  ///   - kinetics: gives the glutamate and oxidative load that dying cells set free.
  func apply(to state: TissueState, cord: CordModel, kinetics: DeathKinetics) {
    let grid = cord.grid
    let frame = SectionFrame(cord)
    for z in 0..<grid.nz {
      for y in 0..<grid.ny {
        for x in 0..<grid.nx {
          let index = grid.index(x, y, z)
          guard cord.cordFraction[index] > 0 else { continue }
          let loss = meanLoss(x, y, z, grid: grid, frame: frame)
          guard loss.axons + loss.cells + loss.perfusion > 1e-6 || loss.patency < 1 else { continue }
          write(loss, to: state, at: index, grey: cord.greyFraction[index], kinetics: kinetics)
        }
      }
    }
  }

  /// Loss averaged over eight points of a voxel.
  private func meanLoss(_ x: Int, _ y: Int, _ z: Int, grid: VoxelGrid, frame: SectionFrame) -> Loss {
    guard let strain else { return cutLoss(x, y, z, grid: grid, frame: frame) }
    var sum = Loss(patency: 0)
    let offsets = [-0.25, 0.25]
    for dz in offsets {
      let distance = grid.centre(x, y, z).z + dz * grid.spacing.z - epicentre
      for dy in offsets {
        for dx in offsets {
          let position = SIMD2(
            (Double(x) + dx - frame.centreX[z]) / frame.halfX[z],
            (Double(y) + dy - frame.centreY[z]) / frame.halfY[z])
          let loss = loss(at: position, distance: distance, strain: strain)
          sum.axons += loss.axons / 8
          sum.cells += loss.cells / 8
          sum.whiteCells += loss.whiteCells / 8
          sum.perfusion += loss.perfusion / 8
          sum.blood += loss.blood / 8
          sum.depolarised += loss.depolarised / 8
          sum.patency += loss.patency / 8
        }
      }
    }
    return sum
  }

  /// Loss at one point under a blow.
  private func loss(at position: SIMD2<Double>, distance: Double, strain: ImpactStrain) -> Loss {
    let value = strain.strain(at: position, distance: distance)
    var loss = Loss()
    loss.axons = thresholds.failing(value, half: thresholds.axons)
    loss.cells = thresholds.failing(value, half: thresholds.grey)
    // A strain that tears an axon opens membranes of all cells, which let their glutamate go without dying of it.
    loss.depolarised = loss.axons
    loss.whiteCells = thresholds.failing(value, half: thresholds.white)
    let broken = thresholds.failing(value, half: thresholds.vessels)
    loss.perfusion = (1 - thresholds.residualFlow) * broken
    loss.blood = broken
    if let lasting {
      // The residual pressure lies where the blow was hardest and reaches the whole section there.
      loss.patency = 1 - (1 - lasting.patency) * min(1, 1.5 * value / strain.peak)
    }
    return loss
  }

  /// Loss of a voxel under a cut, which destroys everything in its gap and nothing beside it.
  ///
  /// Cells and tissue are lost in proportion to the overlap of voxel and gap; the axons of a slice that the gap
  /// touches are cut however thin the gap is, because an axon is cut or not.
  private func cutLoss(_ x: Int, _ y: Int, _ z: Int, grid: VoxelGrid, frame: SectionFrame) -> Loss {
    let gap: Double
    var share = 1.0
    switch injury.mechanism {
    case .transection(let width): gap = width
    case .hemisection(let side, let width):
      gap = width
      // Share of the voxel on the injured side of the midline; left is +x.
      let beyond = Double(x) - frame.centreX[z] + 0.5
      let left = min(max(beyond, 0), 1)
      share = side == .left ? left : 1 - left
    case .dorsalSection(let depth, let width):
      gap = width
      // Share of the voxel dorsal to the plane at which the blade stops; dorsal is +y.
      let plane = frame.centreY[z] + frame.halfY[z] * (1 - 2 * depth)
      share = min(max(Double(y) - plane + 0.5, 0), 1)
    default: return Loss()
    }
    let height = grid.spacing.z
    let distance = grid.centre(x, 0, z).z - epicentre
    let overlap = max(0, min(distance + height / 2, gap / 2) - max(distance - height / 2, -gap / 2)) / height
    guard overlap > 0, share > 0 else { return Loss() }
    let lost = overlap * share
    return Loss(axons: share, cells: lost, whiteCells: lost, perfusion: lost, blood: lost, depolarised: lost)
  }

  private func write(_ loss: Loss, to state: TissueState, at index: Int, grey: Float, kinetics: DeathKinetics)
  {
    func set(_ field: TissueField, _ value: Float) { state.pointer(field)[index] = value }
    let white = 1 - grey
    let cells = Float(loss.cells)
    let whiteCells = Float(loss.whiteCells)
    let axons = Float(loss.axons)
    // Torn axons fall apart later (see `ReactionKernel.advanceTissueVolumes`); crushed cells are dead at once.
    let dead = grey * cells + white * whiteCells
    let glia = 1 - dead
    set(.neurons, 1 - cells)
    set(.oligodendrocytes, glia)
    set(.progenitors, glia)
    set(.restingAstrocytes, glia)
    set(.axons, 1 - axons)
    set(.tissue, 1 - dead)
    set(.necrosis, dead)
    set(.torn, max(dead, white * axons))
    set(.damageSignal, max(dead, white * axons))
    set(.perfusion, 1 - Float(loss.perfusion))
    // Grey matter bleeds more than white: its capillary bed is three to five times denser.
    set(.haemorrhage, Float(loss.blood) * (grey + 0.3 * white))
    set(.patency, Float(loss.patency))
    let depolarised = Float(loss.depolarised)
    set(.glutamate, kinetics.glutamateRelease * depolarised * (grey + kinetics.whiteGlutamateShare * white))
    set(.oxidants, kinetics.oxidantsFromDeath * 0.5 * dead)
  }
}
