import ISNCSCI
import MyelonAnatomy
import MyelonLesion
import MyelonQuantities
import MyelonSimulation

/// Sets what becomes of untreated virtual people beside published tables of natural history.
///
/// Every population of the table (levels, grade on day 7, year of injury) is one cohort, drawn and lived as `myelon cohort`
/// does. A figure with a later baseline counts those who still have the grade then.
public struct NaturalHistoryCheck: Sendable {
  /// Published figures.
  public let table: NaturalHistoryTable
  /// People of each population.
  public let people: Int
  /// Edge of a voxel, mm.
  public let voxel: Double
  /// Seed of all draws.
  public let seed: UInt64
  /// Numbers of the population.
  public let parameters: ParameterTable
  /// Numbers of the model that differ from the standard ones.
  public let overrides: [ParameterOverride]

  /// Days of baselines that a figure may have.
  static let baselineDays = [7, 15, 30]
  /// Days of the examinations after injury: the baselines, then 3, 6 and 12 months.
  static let days = baselineDays.map(Double.init) + [91, 182, 365]
  /// Place of three months in `days`.
  static let threeMonths = 3
  /// Place of six months in `days`.
  static let sixMonths = 4

  /// Prepares a check.
  ///
  /// - Parameters:
  ///   - table: published figures.
  ///   - people: people of each population.
  ///   - voxel: edge of a voxel, mm.
  ///   - seed: seed of all draws.
  ///   - parameters: numbers of the population.
  ///   - overrides: numbers of the model that differ from the standard ones.
  public init(
    _ table: NaturalHistoryTable, people: Int, voxel: Double = 2, seed: UInt64 = 1,
    parameters: ParameterTable = PopulationParameters.table, overrides: [ParameterOverride] = []
  ) {
    self.table = table
    self.people = people
    self.voxel = voxel
    self.seed = seed
    self.parameters = parameters
    self.overrides = overrides
  }

  /// The populations that the figures need, in the order of the file.
  public var populations: [NaturalHistoryPopulation] {
    var found: [NaturalHistoryPopulation] = []
    for population in table.rows.compactMap(\.population) where !found.contains(population) {
      found.append(population)
    }
    return found
  }

  /// The cohort of a population: half from the USA and half from Europe, because the tables come from there.
  ///
  /// - Parameter population: the population.
  /// - Returns: a cohort that is enrolled on day 7 and seen on the days of the figures.
  public func plan(_ population: NaturalHistoryPopulation) -> CohortPlan {
    let first = Self.days[0]
    let scenario = Scenario(
      name: "natural-history", subject: .init(species: .human, age: 40, sex: .male),
      injury: Injury(mechanism: .contusion(peakCompression: 0.6), level: "C5"),
      run: .init(days: 372, voxel: voxel, visits: [365], timeStepTolerance: 0.1, agents: 0, growthCones: 300),
      parameters: overrides)
    return CohortPlan(
      name: population.name, description: "Natural history.", people: people, seed: seed,
      population: Population(
        countries: [.usa: 1, .europe: 1], year: Double(population.year), levels: population.levels,
        grades: population.grades),
      enrolment: EnrolmentTime(earliest: first, median: first, latest: first), scenario: scenario,
      scenarioPath: "", visits: Self.days.map { $0 - first }, eligibility: Eligibility(),
      attrition: .none, table: parameters)
  }

  /// Compares the figures with lived cohorts.
  ///
  /// - Parameter banks: the lived cohort of each population.
  /// - Returns: one result a figure, in the order of the file; figures whose population was not lived have none.
  public func results(_ banks: [NaturalHistoryPopulation: CohortBank]) -> [NaturalHistoryResult] {
    table.rows.map { row in
      guard let population = row.population, let bank = banks[population] else {
        return NaturalHistoryResult(row: row, simulated: nil, count: 0)
      }
      let found = NaturalHistoryReading(bank, row: row)
      return NaturalHistoryResult(row: row, simulated: found.estimate, count: found.count)
    }
  }
}
