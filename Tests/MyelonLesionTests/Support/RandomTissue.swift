import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import MyelonTestSupport

/// Fills a model with random voxels that any history could have left.
struct RandomTissue {
  var random: SeededGenerator

  /// One voxel; shares keep their bounds, substances and cells reach well beyond their half-maximal levels.
  mutating func voxel() -> ReactionTwin.Voxel {
    var u = ReactionTwin.Voxel()
    func up(to highest: Double) -> Double {
      random.number(in: 0...1) < 0.15 ? 0 : random.number(in: 0...highest)
    }
    u[.glutamate] = up(to: 500)
    u[.oxidants] = up(to: 4)
    u[.proInflammatoryCytokine] = up(to: 5)
    u[.antiInflammatoryCytokine] = up(to: 4)
    u[.vegf] = up(to: 4)
    u[.oedema] = up(to: 5)
    u[.chondroitinase] = up(to: 2)
    for field in [
      TissueField.neurons, .oligodendrocytes, .immatureOligodendrocytes, .restingAstrocytes,
      .reactiveAstrocytes, .perfusion, .matrix, .axons, .connected, .degenerated, .haemorrhage, .torn,
      .patency, .damageSignal, .monocyteSignal, .vesselSprouts, .myelinDebris,
    ] { u[field] = up(to: 1) }
    u[.antiNogo] = up(to: 5000)
    u[.protection] = up(to: 1)
    u[.repairDrive] = up(to: 2)
    u[.scaffold] = up(to: 1)
    u[.graft] = up(to: 1)
    u[.progenitors] = up(to: 2.5)
    u[.inflammatoryMacrophages] = up(to: 1)
    u[.repairMacrophages] = up(to: 1)
    u[.neutrophils] = up(to: 2)
    u[.cspg] = up(to: 2)
    let volumes = random.shares(4)
    for (field, share) in zip([TissueField.tissue, .necrosis, .fibrosis, .cavity], volumes) {
      u[field] = share
    }
    let cover = random.shares(3)
    u[.myelin] = cover[0]
    u[.remyelination] = cover[1]
    // The fields hold Floats, so that the twin must start from the same numbers.
    u.values = u.values.map { Double(Float($0)) }
    return u
  }

  /// Fills every cord voxel of a model; returns the voxels by index, nil outside the cord.
  mutating func fill(_ model: LesionModel) -> [ReactionTwin.Voxel?] {
    model.cord.cordFraction.indices.map { index in
      guard model.cord.cordFraction[index] > 0 else { return nil }
      let voxel = voxel()
      for field in TissueField.allCases {
        model.state.mutableValues(field)[index] = Float(voxel[field])
      }
      return voxel
    }
  }
}

extension LesionModel {
  /// The value of every field in one voxel.
  func voxel(_ index: Int) -> ReactionTwin.Voxel {
    var voxel = ReactionTwin.Voxel()
    for field in TissueField.allCases { voxel[field] = Double(state.values(field)[index]) }
    return voxel
  }

  /// The twin of one of its voxels.
  func twin(_ index: Int) -> ReactionTwin {
    let slowing = parameters["time_scaling"]
    return ReactionTwin(
      kinetics: kinetics,
      clearance: [parameters["k_glutamate"], parameters["k_oxidants"] / slowing]
        + ["k_cytokine", "k_IL10", "k_VEGF"].map { parameters[$0] } + [parameters["k_oedema"] / slowing],
      grey: Double(cord.greyFraction[index]))
  }
}
