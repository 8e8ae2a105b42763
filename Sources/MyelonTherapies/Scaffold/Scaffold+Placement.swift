import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities

extension Scaffold {
  /// Implants a scaffold, which changes the cord at once.
  ///
  /// - In the lesion: the space without living tissue or fibrous scar (cavity and necrosis, less what other
  ///   scaffolds and grafts fill) is filled from the voxels with most of it downwards, and among equals from the
  ///   epicentre outwards, until the volume is used up. A voxel is filled to no more than that space. Dead tissue in
  ///   the filled space is sucked away, as surgeons do: it becomes cavity.
  /// - As a block: the length of cord is cut out. Cells, vessels, blood, debris and tissue go in proportion to the
  ///   overlap of voxel and block, the space becomes cavity, and every axon of a slice that the block touches is cut.
  ///
  /// - Parameters:
  ///   - implant: the plan.
  ///   - model: the cord on the day of implantation.
  ///   - epicentre: position of the injury, mm.
  ///   - table: holds `TherapyParameters`; nil for the species' own.
  /// - Throws: `TherapyError` when a number cannot be, the place lies outside the window, or there is no space.
  public init(
    _ implant: ScaffoldImplant, in model: LesionModel, epicentre: Double, table: ParameterTable? = nil
  ) throws(TherapyError) {
    try implant.validate()
    let placed: [(voxel: Int32, share: Float)]
    switch implant.placement {
    case .lesion(let volume):
      placed = Self.fillLesion(model, volume: volume, epicentre: epicentre)
    case .block(let length, let axial):
      let window = model.cord.window
      let centre = epicentre + axial
      for end in [centre - length / 2, centre + length / 2] where !window.contains(end) {
        throw .outsideWindow(intervention: implant.name, position: end, window: window)
      }
      placed = Self.replaceBlock(model, from: centre - length / 2, to: centre + length / 2)
    }
    guard !placed.isEmpty else { throw .noSpace(scaffold: implant.name, day: implant.day) }
    let sorted = placed.sorted { $0.voxel < $1.voxel }
    self.init(
      implant, voxels: sorted.map(\.voxel), share: sorted.map(\.share), in: model,
      table: table ?? TherapyParameters.table(for: model.cord.species))
    model.shortenSteps()
  }

  /// Voxels with less free space than this are not worth filling: a gel does not enter intact tissue.
  private static let leastSpace: Float = 0.05

  private static func fillLesion(
    _ model: LesionModel, volume: Double, epicentre: Double
  ) -> [(voxel: Int32, share: Float)] {
    let cord = model.cord
    let state = model.state
    let cavity = state.mutableValues(.cavity)
    let necrosis = state.mutableValues(.necrosis)
    let scaffold = state.values(.scaffold)
    let graft = state.values(.graft)
    let plane = cord.grid.nx * cord.grid.ny
    var free: [(voxel: Int, space: Float, distance: Double)] = []
    for index in 0..<cord.grid.count where cord.cordFraction[index] > 0 {
      let space = cavity[index] + necrosis[index] - scaffold[index] - graft[index]
      guard space > leastSpace else { continue }
      free.append((index, min(space, 1), abs(cord.position(ofSlice: index / plane) - epicentre)))
    }
    free.sort { ($1.space, $0.distance, $0.voxel) < ($0.space, $1.distance, $1.voxel) }
    var left = volume
    var placed: [(voxel: Int32, share: Float)] = []
    for (voxel, space, _) in free {
      let perShare = Double(cord.cordFraction[voxel]) * cord.grid.voxelVolume
      let share = min(space, Float(left / perShare))
      guard share > 0 else { break }
      left -= Double(share) * perShare
      placed.append((Int32(voxel), share))
      let debrided = min(max(0, share + scaffold[voxel] + graft[voxel] - cavity[voxel]), necrosis[voxel])
      necrosis[voxel] -= debrided
      cavity[voxel] += debrided
    }
    return placed
  }

  /// What is taken away with the tissue that holds it; densities are relative to the whole voxel.
  private static let removedWithTissue: [TissueField] = [
    .neurons, .oligodendrocytes, .immatureOligodendrocytes, .progenitors, .restingAstrocytes,
    .reactiveAstrocytes, .inflammatoryMacrophages, .repairMacrophages, .neutrophils, .damageSignal,
    .monocyteSignal, .perfusion, .vesselSprouts, .matrix, .myelinDebris, .cspg, .tissue, .necrosis, .fibrosis,
    .myelin, .remyelination, .degenerated, .haemorrhage, .torn,
  ]

  private static func replaceBlock(
    _ model: LesionModel, from: Double, to: Double
  ) -> [(voxel: Int32, share: Float)] {
    let cord = model.cord
    let state = model.state
    let grid = cord.grid
    let plane = grid.nx * grid.ny
    let half = grid.spacing.z / 2
    var placed: [(voxel: Int32, share: Float)] = []
    for z in 0..<grid.nz {
      let middle = cord.position(ofSlice: z)
      let overlap = (min(middle + half, to) - max(middle - half, from)) / grid.spacing.z
      guard overlap > 0 else { continue }
      let removed = Float(min(overlap, 1))
      for index in z * plane..<(z + 1) * plane where cord.cordFraction[index] > 0 {
        remove(removed, from: state, at: index, white: 1 - cord.greyFraction[index])
        placed.append((Int32(index), removed))
      }
    }
    return placed
  }

  private static func remove(_ removed: Float, from state: TissueState, at index: Int, white: Float) {
    for field in removedWithTissue { state.mutableValues(field)[index] *= 1 - removed }
    state.mutableValues(.cavity)[index] =
      max(
        0, 1 - state.values(.tissue)[index] - state.values(.necrosis)[index] - state.values(.fibrosis)[index])
    let cut = state.values(.axons)[index]
    state.mutableValues(.axons)[index] = 0
    state.mutableValues(.connected)[index] = 0
    // The stumps that remain in the voxel signal danger and scar like torn tissue.
    let stumps = white * cut * (1 - removed)
    state.mutableValues(.damageSignal)[index] = max(state.values(.damageSignal)[index], stumps)
    state.mutableValues(.torn)[index] = max(state.values(.torn)[index], stumps)
  }
}

extension CordModel {
  /// Positions from the rostral face of the first slice to the caudal face of the last, mm.
  var window: ClosedRange<Double> {
    let half = grid.spacing.z / 2
    return (grid.origin.z - half)...(grid.origin.z + grid.spacing.z * Double(grid.nz - 1) + half)
  }
}
