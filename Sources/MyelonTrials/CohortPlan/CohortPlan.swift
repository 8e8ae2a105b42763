import Foundation
import ISNCSCI
import MyelonLesion
import MyelonQuantities
import MyelonSimulation

/// A virtual cohort as a file describes it: from whom people are drawn, what they live, who may take part, what is seen of them.
public struct CohortPlan: Sendable, Hashable {
  /// Version of the file format.
  public static let currentSchema = 1

  /// Short name.
  public var name: String
  /// What the cohort is for.
  public var description: String
  /// Number of people.
  public var people: Int
  /// Seed of all draws.
  public var seed: UInt64
  /// From whom people are drawn.
  public var population: Population
  /// When people are enrolled.
  public var enrolment: EnrolmentTime
  /// The scenario whose arms people live; its subject and injury are replaced by each person's, its days count from enrolment.
  public var scenario: Scenario
  /// Path of the scenario's file.
  public var scenarioPath: String
  /// Days of the visits after enrolment, the first 0.
  public var visits: [Double]
  /// Who may take part.
  public var eligibility: Eligibility
  /// What is not seen of those who take part.
  public var attrition: Attrition
  /// Numbers of the population.
  public var table: ParameterTable

  /// Day of the examination whose grade is drawn.
  public var firstExamination: Double { table["first_examination_day"] }

  /// The name as a directory name.
  public var directoryName: String { Scenario.directoryName(for: name) }

  /// What draws the people.
  ///
  /// - Throws: `CohortError` when nobody can be drawn.
  public func sampler() throws(CohortError) -> PersonSampler {
    try PersonSampler(population, enrolment: enrolment, table: table, seed: seed)
  }

  /// The peak compression at a probability: density falls as exp(-k c) between lowest and highest.
  ///
  /// - Parameter p: probability, between 0 and 1.
  /// - Returns: peak compression, fraction of the anteroposterior diameter.
  public func compression(at p: Double) -> Double {
    let (low, high) = (table["compression_lowest"], table["compression_highest"])
    let slope = PopulationProfile.interpolated("compression_slope", year: population.year, table)
    let reach = slope * (high - low)
    guard abs(reach) > 1e-6 else { return low + p * (high - low) }
    // Inverse of (1 - exp(-k (c - low))) / (1 - exp(-k (high - low))).
    return low - log1p(p * expm1(-reach)) / slope
  }

  /// The typical injury at a neurological level, to place the cord.
  func injury(at level: SpinalLevel) -> Injury {
    let segment = min(Int(level.rawValue) + Int(table["level_shift"].rounded()), 27)
    let place = SpinalLevel(rawValue: UInt8(segment)) ?? level
    return Injury(mechanism: .contusion(peakCompression: 0.6), level: "\(place)")
  }

  /// The injury of a person.
  ///
  /// - Parameters:
  ///   - person: the person.
  ///   - compression: peak compression.
  ///   - laterality: offset of the epicentre to one side.
  /// - Returns: a blow with lasting compression until decompression; violence strikes and leaves nothing (assumed because
  ///   bullets and blades mostly do not lie in the canal).
  public func injury(of person: Person, compression: Double, laterality: Double) -> Injury {
    var injury = injury(at: person.level)
    injury.laterality = min(1, max(-1, laterality))
    injury.offset = person.offset
    injury.mechanism =
      person.cause == .violence
      ? .contusion(peakCompression: compression)
      : .compression(
        peakCompression: compression, residualCompression: compression * person.residualShare,
        decompression: person.decompression)
    return injury
  }
}
