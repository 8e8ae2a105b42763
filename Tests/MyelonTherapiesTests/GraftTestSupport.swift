import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import MyelonTherapies

/// Cords and products for tests of grafts.
struct GraftBench {
  let cord: CordModel
  let epicentre: Double
  let species: Species

  static func rat(spacing: Double = 0.3, reach: Double = 5) throws -> GraftBench {
    let anatomy = CordAnatomy.standard(.rat)
    let middle = try anatomy.position(ofSegment: "T10")
    let cord = try CordModel(anatomy: anatomy, from: middle - reach, to: middle + reach, spacing: spacing)
    return GraftBench(cord: cord, epicentre: middle, species: .rat)
  }

  /// A cord with an injury; no compression leaves it intact.
  func model(_ mechanism: InjuryMechanism = .contusion(peakCompression: 0)) throws -> LesionModel {
    let table = LesionParameters.table(for: species)
    let injury = Injury(mechanism: mechanism, level: "T10")
    let primary = try PrimaryInjury(injury, cord: cord, epicentre: epicentre, table: table)
    return try LesionModel(
      cord: cord, primary: primary, parameters: table, executor: SlabExecutor(threads: 2))
  }

  func graft(seed: UInt64 = 1, threads: Int = 2, budget: Int = 100_000, _ changes: [String: Double] = [:])
    throws -> Graft
  {
    var table = TherapyParameters.table(for: species)
    for (id, value) in changes { try table.replace(id, with: value) }
    return Graft(
      cord: cord, epicentre: epicentre, parameters: table, seed: seed,
      executor: SlabExecutor(threads: threads),
      agentBudget: budget)
  }
}

extension InjuryMechanism {
  /// The moderate contusion of the rat literature: 10 g from 12.5 mm.
  static let moderateDrop = InjuryMechanism.weightDrop(height: 12.5, mass: 10)
}

extension CellProduct {
  /// A product with every term of its kind; what is not given is zero (density and sizes: of the usual size).
  static func test(_ kind: Kind = .neural, _ values: [CellProductTerm: Double] = [:]) -> CellProduct {
    let usual: [CellProductTerm: Double] = [
      .carryingDensity: 1e9, .paracrineHalf: 2e4, .cellDiameter: 12, .referenceDose: 1e6, .cloneDoubling: 5,
      .remoteDuration: 7,
    ]
    let parameters = CellProductTerm.required(for: kind).map { term in
      let value = values[term] ?? usual[term] ?? 0
      return Parameter(
        term.rawValue, term.rawValue, value, term.unit, min(0, value)...max(value, 1), "of a test",
        .assumed(because: "it is a test"))
    }
    return CellProduct(
      id: "test", title: "Test", kind: kind, summary: "For tests.", parameters: ParameterTable(parameters))
  }

  /// Bone-marrow stromal cells; figures of the library of facts where they exist, hazards fitted to Nandoe Tewarie.
  static let stromal = test(
    .mesenchymal,
    [
      .injectionLoss: 0.15, .hypoxicDeath: 0.01, .oxidativeDeath: 0.018, .cytokineDeath: 0.01,
      .basalDeath: 2e-4,
      .immuneDeath: 0.028, .division: 0.005, .proliferatingShare: 0.02, .carryingDensity: 2e5,
      .migration: 1e-4,
      .differentiationTime: 7, .secretionBDNF: 0.3, .secretionNT3: 0.05, .secretionGDNF: 0.1,
      .secretionVEGF: 3,
      .secretionIL10: 0.05, .immunomodulation: 0.8, .paracrineProtection: 0.3, .paracrineHalf: 2e4,
      .intravenousArrival: 0.005, .remoteEffect: 0.3, .remoteDuration: 7, .cellDiameter: 18,
      .referenceDose: 1e6,
    ])

  /// Fetal neural stem cells.
  static let neuralStem = test(
    .neural,
    [
      .injectionLoss: 0.6, .hypoxicDeath: 0.01, .oxidativeDeath: 0.02, .cytokineDeath: 0.03,
      .basalDeath: 4e-4,
      .immuneDeath: 0.01, .division: 0.03, .proliferatingShare: 0.05, .carryingDensity: 1e5, .migration: 4e-3,
      .differentiationTime: 14, .fateNeuron: 0.27, .fateAstrocyte: 0.25, .fateOligodendrocyte: 0.4,
      .secretionBDNF: 0.2, .secretionNT3: 0.1, .secretionGDNF: 0.5, .secretionVEGF: 0.5,
      .immunomodulation: 0.2,
      .paracrineProtection: 0.2, .remyelination: 5e-4, .sproutingRisk: 0.2, .undifferentiatedShare: 1e-7,
      .cloneSurvival: 0.01,
    ])
}

extension CellTransplant {
  /// A transplant of the epicentre.
  static func test(
    _ product: CellProduct, dose: Double, name: String = "cells", volume: Double = 5, match: Double = 1,
    route: Route = .intraparenchymal
  ) -> CellTransplant {
    CellTransplant(
      name: name, product: product, day: 0, dose: dose, route: route, volume: volume, tissueMatch: match)
  }
}

extension Graft {
  /// Lets cells live in a cord that stands still.
  func live(_ hours: Double, step: Double, in model: LesionModel, immunosuppression: Float = 0) {
    for _ in 0..<Int((hours / step).rounded()) {
      advance(model, hours: step, immunosuppression: immunosuppression)
    }
  }

  var cells: [GraftCell] { (0..<agentCount).map(cell) }
}
