import Foundation
import MyelonLesion

/// One voxel of the reactions in Double, written from the equations in the kernel's documentation.
///
/// `derivative` is the right-hand side as it stands in the documentation, without any discretisation. `advanced`
/// is the same with the documented rule `u <- (u + dt P) / (1 + dt L)`, where fluxes are taken from the state
/// that the documentation's order of evaluation implies. The first pins the second as dt goes to nothing, and
/// the second pins the kernel at every dt.
struct ReactionTwin {
  let kinetics: LesionKinetics
  /// Clearance of the six substances with sources, 1/h, in field order.
  let clearance: [Double]
  let grey: Double

  /// One value a field.
  struct Voxel {
    var values = [Double](repeating: 0, count: TissueField.allCases.count)

    subscript(field: TissueField) -> Double {
      get { values[field.rawValue] }
      set { values[field.rawValue] = newValue }
    }
  }

  struct Stress {
    var flow = 0.0
    var ischaemia = 0.0
    var excitotoxicity = 0.0
    var oxidation = 0.0
    var cytokine = 0.0
    var cytokineToxicity = 0.0
    var attractant = 0.0
    var debris = 0.0
    var neuronDeath = 0.0
    var oligodendrocyteDeath = 0.0
    var astrocyteDeath = 0.0
    var axonDeath = 0.0
  }

  func hill(_ x: Double, _ half: Float, _ power: Double) -> Double {
    pow(x, power) / (pow(Double(half), power) + pow(x, power))
  }

  /// Second-order Hill term above its value at the level that tissue tolerates, scaled to end at 1.
  func toxicity(_ x: Double, _ half: Float) -> Double {
    let tolerated = hill(Double(kinetics.death.stressTolerance), 1, 2)
    return max(0, (hill(x, half, 2) - tolerated) / (1 - tolerated))
  }

  func stress(_ u: Voxel) -> Stress {
    let death = kinetics.death
    let inflammation = kinetics.inflammation
    var s = Stress()
    s.flow = u[.perfusion] * u[.patency] / (1 + u[.oedema] / Double(inflammation.oedemaHalf))
    // K⁴/(K⁴ + q⁴), shifted and scaled to 0 at the tolerated flow and 1 at none.
    let tolerated = 1 - hill(Double(death.flowTolerance), death.flowHalf, 4)
    s.ischaemia = max(0, (1 - hill(s.flow, death.flowHalf, 4) - tolerated) / (1 - tolerated))
    s.excitotoxicity = toxicity(u[.glutamate], death.glutamateHalf)
    s.oxidation = toxicity(u[.oxidants], death.oxidantHalf)
    s.cytokineToxicity = toxicity(u[.proInflammatoryCytokine], inflammation.cytokineHalf)
    s.cytokine = hill(u[.proInflammatoryCytokine], inflammation.cytokineHalf, 2)
    s.attractant = hill(u[.monocyteSignal], inflammation.attractantHalf, 1)
    s.debris = hill(u[.myelinDebris], inflammation.debrisHalf, 1)
    func killing(_ k: DeathKinetics.KillingRates) -> Double {
      Double(k.ischaemic) * s.ischaemia + (1 - u[.protection])
        * (Double(k.excitotoxic) * s.excitotoxicity + Double(k.oxidative) * s.oxidation
          + Double(k.cytokine) * s.cytokineToxicity
          + Double(k.inflammatory) * u[.inflammatoryMacrophages] * s.attractant)
    }
    s.neuronDeath = killing(death.neuron)
    s.oligodendrocyteDeath = killing(death.oligodendrocyte)
    s.astrocyteDeath = killing(death.astrocyte)
    let bare = max(0, 1 - u[.myelin] - u[.remyelination])
    s.axonDeath =
      killing(death.axon) + (1 - u[.protection]) * Double(death.bareAxon) * u[.inflammatoryMacrophages] * bare
    return s
  }

  /// Sources of the six substances, given the rate at which neurons, oligodendrocytes and axons are lost.
  func sources(_ u: Voxel, _ s: Stress, lost: (neurons: Double, oligodendrocytes: Double, axons: Double))
    -> [Double]
  {
    let death = kinetics.death
    let k = kinetics.inflammation
    let white = 1 - grey
    let glutamate =
      Double(death.glutamateRelease)
      * (grey * lost.neurons + Double(death.whiteGlutamateShare) * white * lost.oligodendrocytes)
      + s.ischaemia
      * (Double(death.glutamateLeak)
        * (grey * u[.neurons] + Double(death.whiteGlutamateShare) * white * u[.oligodendrocytes])
        + Double(death.uptakeFailure) * u[.glutamate])
    let oxidants =
      Double(death.oxidantsFromDeath)
      * (grey * lost.neurons + white * (lost.oligodendrocytes + lost.axons) / 2)
      + Double(death.oxidantsFromBlood) * u[.haemorrhage]
      + Double(death.oxidantsFromNeutrophils) * u[.neutrophils]
      + Double(death.oxidantsFromMacrophages) * u[.inflammatoryMacrophages]
    let cytokine =
      (Double(k.cytokineFromDamage) * u[.damageSignal] + Double(k.cytokineFromNeutrophils) * u[.neutrophils]
        + Double(k.cytokineFromMacrophages) * u[.inflammatoryMacrophages])
      / (1 + u[.antiInflammatoryCytokine] / Double(k.interleukin10Half))
    let interleukin10 =
      Double(k.interleukin10FromTissue) * u[.monocyteSignal]
      + Double(k.interleukin10FromRepair) * u[.repairMacrophages]
    let vegf =
      Double(kinetics.vessels.vegfFromHypoxia) * (1 - s.flow)
      * (u[.restingAstrocytes] + u[.reactiveAstrocytes])
      + Double(kinetics.vessels.vegfFromRepair) * u[.repairMacrophages]
    let oedema = Double(k.oedemaRise) * s.cytokine * u[.perfusion]
    return [glutamate, oxidants, cytokine, interleukin10, vegf, oedema]
  }

  /// Living share of the tissue volume that cells and axons can hold up.
  func livingShare(_ u: Voxel) -> Double {
    let astrocytes = min(1, u[.restingAstrocytes] + u[.reactiveAstrocytes])
    return grey * (u[.neurons] + astrocytes) / 2 + (1 - grey) * (0.6 * u[.axons] + 0.4 * astrocytes)
  }

  /// What myelin debris says where antibody against Nogo-A masks it.
  func heardDebris(_ u: Voxel) -> Double {
    u[.myelinDebris] / (1 + u[.antiNogo] / Double(kinetics.myelin.antiNogoHalf))
  }

  /// What holds necrosis back from becoming a cavity, at least 1.
  func cavityHold(_ u: Voxel) -> Double {
    1 + u[.fibrosis] / Double(kinetics.scar.fibrosisHold) + u[.scaffold] / Double(kinetics.scar.scaffoldHold)
  }

  static let sourced: [TissueField] = [
    .glutamate, .oxidants, .proInflammatoryCytokine, .antiInflammatoryCytokine, .vegf, .oedema,
  ]
}
