import Dispatch
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities

extension Graft {
  /// Measured speed of grafted cells: agent-steps per second, best of some repetitions.
  ///
  /// A step is all that a graft does in one step of the cord: sources and conditioning fields, table of hazards, death,
  /// division, fate, migration, books and census, at a time step of a quarter of an hour, in a rat's cord three days after
  /// a moderate contusion was placed on it (the cord itself stands still).
  ///
  /// - Parameters:
  ///   - agents: number of agents, up to `agentLimit`.
  ///   - threads: threads to use.
  ///   - repetitions: steps to take.
  /// - Returns: living agents over the time of the fastest step, 1/s.
  /// - Throws: what making the cord throws.
  public static func measureRate(agents: Int, threads: Int, repetitions: Int = 10) throws -> Double {
    let anatomy = CordAnatomy.standard(.rat)
    let middle = try anatomy.position(ofSegment: "T10")
    let cord = try CordModel(anatomy: anatomy, from: middle - 6, to: middle + 6, spacing: 0.3)
    let table = LesionParameters.table(for: .rat)
    let injury = Injury(mechanism: .weightDrop(height: 12.5, mass: 10), level: "T10")
    let primary = try PrimaryInjury(injury, cord: cord, epicentre: middle, table: table)
    let executor = SlabExecutor(threads: threads)
    let model = try LesionModel(cord: cord, primary: primary, parameters: table, executor: executor)
    model.advance(to: 3 * 86_400)
    let graft = Graft(
      cord: cord, epicentre: middle, parameters: TherapyParameters.table(for: .rat), seed: 1,
      executor: executor,
      agentBudget: agents)
    graft.place(
      CellTransplant(
        name: "benchmark", product: benchmarkProduct(division: 0.02, death: 1), day: 3, dose: Double(agents),
        volume: 20
      ),
      in: model)
    var best = Double.infinity
    for _ in 0..<repetitions {
      let living = graft.ledger.entries[0].totalAlive
      model.sources.removeAll()
      for field in [TissueField.repairDrive, .protection, .graft] {
        model.state.mutableValues(field).update(repeating: 0)
      }
      let start = DispatchTime.now().uptimeNanoseconds
      graft.prepare(model, hours: 0.25)
      graft.advance(model, hours: 0.25, immunosuppression: 0)
      let time = Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9
      best = min(best, time / Double(max(living, 1)))
    }
    return 1 / best
  }

  /// A transplant of the benchmark's product, one cell an agent, into the middle of the lesion.
  ///
  /// It neither divides nor dies of anything but crowding, so that the agents measured are those asked for.
  ///
  /// - Parameters:
  ///   - day: day after injury.
  ///   - agents: number of cells and agents.
  /// - Returns: the plan.
  public static func benchmarkTransplant(day: Double, agents: Int) -> CellTransplant {
    CellTransplant(
      name: "benchmark", product: benchmarkProduct(division: 0, death: 0), day: day, dose: Double(agents),
      volume: 50,
      tissueMatch: 1)
  }

  /// A product that does everything, slowly, divides at a rate (1/h) and dies at a multiple of usual rates.
  ///
  /// Its numbers are of the usual size and measure speed alone.
  private static func benchmarkProduct(division: Double, death: Double) -> CellProduct {
    let values: [CellProductTerm: Double] = [
      .injectionLoss: 0.3 * death, .hypoxicDeath: 0.02 * death, .oxidativeDeath: 0.01 * death,
      .cytokineDeath: 0.01 * death,
      .basalDeath: 1e-4 * death,
      .immuneDeath: 0.01 * death, .division: division, .proliferatingShare: 0.2, .carryingDensity: 1e5,
      .migration: 2e-3,
      .differentiationTime: 14, .fateNeuron: 0.3, .fateAstrocyte: 0.3, .fateOligodendrocyte: 0.3,
      .secretionBDNF: 0.2,
      .secretionNT3: 0.1, .secretionGDNF: 0.5, .secretionVEGF: 0.5, .secretionIL10: 0.05,
      .immunomodulation: 0.3,
      .paracrineProtection: 0.2, .paracrineHalf: 2e4, .remyelination: 1e-3, .cellDiameter: 12,
      .cloneDoubling: 5,
    ]
    let parameters = CellProductTerm.allCases.map { term in
      let value = values[term] ?? 0
      return Parameter.init(
        term.rawValue, term.rawValue, value, term.unit, 0...max(value, 1), "of the benchmark",
        .assumed(because: "only speed is measured"))
    }
    return CellProduct(
      id: "benchmark", title: "Benchmark", kind: .neural, summary: "For measuring speed.",
      parameters: ParameterTable(parameters))
  }
}
