import MyelonAnatomy
import MyelonFields

extension LesionMeasures {
  /// Sums of one section, weighted by the cord's share of each voxel; all in voxels.
  private struct Section {
    var area = 0.0
    var white = 0.0
    var lesion = 0.0
    var sparedWhite = 0.0
    var perfusion = 0.0
    var oedema = 0.0
    var uncut = 0.0
    var bare = 0.0
    var remyelinated = 0.0
  }

  /// Measures a cord.
  public init(_ model: LesionModel) {
    self.init()
    let cord = model.cord
    let grid = cord.grid
    let voxelVolume = grid.voxelVolume
    var worst: Section?
    let oedemaLimit = 0.1 * Double(model.kinetics.inflammation.oedemaHalf)
    for z in 0..<grid.nz {
      let section = add(slice: z, of: model, voxelVolume: voxelVolume)
      guard section.area > 0 else { continue }
      if section.lesion > 0.05 * section.area { lesionLength += grid.spacing.z }
      if section.oedema > oedemaLimit * section.area { oedemaLength += grid.spacing.z }
      perfusionEpicentre = min(perfusionEpicentre, section.perfusion / section.area)
      guard section.white > 0 else { continue }
      let sparing = section.sparedWhite / section.white
      if sparing < sparedWhiteEpicentre || worst == nil {
        sparedWhiteEpicentre = min(sparing, 1)
        worst = section
      }
    }
    if let worst {
      demyelinatedEpicentre = worst.bare / worst.white
      remyelinatedEpicentre = worst.remyelinated / worst.white
    }
  }

  /// Adds a slice to the sums over the window and returns the section's own sums.
  private mutating func add(slice z: Int, of model: LesionModel, voxelVolume: Double) -> Section {
    let cord = model.cord
    let state = model.state
    let plane = cord.grid.nx * cord.grid.ny
    var section = Section()
    for index in z * plane..<(z + 1) * plane where cord.cordFraction[index] > 0 {
      func value(_ field: TissueField) -> Double { Double(state.pointer(field)[index]) }
      let cordPart = Double(cord.cordFraction[index])
      let grey = cordPart * Double(cord.greyFraction[index])
      let white = cordPart - grey
      let axons = value(.axons)
      let covered = min(1, value(.myelin) + value(.remyelination))
      section.area += cordPart
      section.white += white
      section.lesion += cordPart * (1 - value(.tissue))
      section.sparedWhite += white * axons * covered
      section.perfusion += cordPart * value(.perfusion)
      section.oedema += cordPart * value(.oedema)
      section.uncut += white * axons
      section.bare += white * axons * (1 - covered)
      section.remyelinated += white * axons * value(.remyelination)

      let volume = cordPart * voxelVolume
      lesionVolume += volume * (1 - value(.tissue))
      cavityVolume += volume * max(0, value(.cavity) - value(.scaffold) - value(.graft))
      fibrosisVolume += volume * value(.fibrosis)
      necrosisVolume += volume * value(.necrosis)
      neuronsLost += grey * voxelVolume * (1 - value(.neurons))
      inflammatoryMacrophages += volume * value(.inflammatoryMacrophages)
      repairMacrophages += volume * value(.repairMacrophages)
      neutrophils += volume * value(.neutrophils)
      reactiveAstrocytes += volume * value(.reactiveAstrocytes)
      cspg += volume * value(.cspg)
      myelinDebris += volume * value(.myelinDebris)
      haemorrhage += volume * value(.haemorrhage)
      peakCytokine = max(peakCytokine, value(.proInflammatoryCytokine))
      peakGlutamate = max(peakGlutamate, value(.glutamate))
    }
    return section
  }
}
