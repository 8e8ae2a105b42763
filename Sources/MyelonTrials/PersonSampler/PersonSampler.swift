import Foundation
import ISNCSCI
import MyelonQuantities
import MyelonRandom
import MyelonStatistics

/// Draws people from the population of a cohort: person number i is the same whatever else is drawn.
public struct PersonSampler: Sendable {
  private let population: Population
  private let enrolment: EnrolmentTime
  private let table: ParameterTable
  private let countries: [(country: Country, share: Double)]
  private let profiles: [Country: Strata]
  private let seed: UInt64

  /// What is ready of a country: its numbers, and the levels and grades that the cohort takes.
  private struct Strata: Sendable {
    let profile: PopulationProfile
    /// Share of people above sixty.
    let olderShare: Double
    /// Parameters of the Beta distribution of age between youngest and oldest.
    let age: BetaDistribution
    /// Levels and grades with their shares, restricted to what the cohort takes, summing to one.
    let strata: [(level: SpinalLevel, grade: ImpairmentScale, share: Double)]
  }

  /// Prepares to draw.
  ///
  /// - Parameters:
  ///   - population: who may be drawn.
  ///   - enrolment: when people are enrolled.
  ///   - table: numbers of the population.
  ///   - seed: seed of the streams.
  /// - Throws: `CohortError` when the numbers leave nobody to draw.
  public init(_ population: Population, enrolment: EnrolmentTime, table: ParameterTable, seed: UInt64)
    throws(CohortError)
  {
    self.population = population
    self.enrolment = enrolment
    self.table = table
    self.seed = seed
    let total = population.countries.values.reduce(0, +)
    countries = Country.allCases.compactMap { country in
      population.countries[country].map { (country, $0 / total) }
    }
    guard total > 0, total.isFinite else { throw .nobody("the shares of countries sum to \(total)") }
    var profiles: [Country: Strata] = [:]
    for (country, _) in countries {
      profiles[country] = try Self.strata(
        PopulationProfile(country, year: population.year, table: table), population, table)
    }
    self.profiles = profiles
  }

  private static func strata(
    _ profile: PopulationProfile, _ population: Population, _ table: ParameterTable
  ) throws(CohortError) -> Strata {
    let age = try ageDistribution(profile)
    let width = profile.ages.upperBound - profile.ages.lowerBound
    let olderShare = age.upperTail((PopulationProfile.olderAge - profile.ages.lowerBound) / width)
    var strata: [(level: SpinalLevel, grade: ImpairmentScale, share: Double)] = []
    for entry in profile.levelShares where population.levels.contains(entry.level) {
      let grades = PopulationProfile.gradeShares(at: entry.level, table: table)
      for (grade, share) in zip([ImpairmentScale.a, .b, .c, .d], grades)
      where population.grades.contains(grade) {
        strata.append((entry.level, grade, entry.share * share))
      }
    }
    let total = strata.reduce(0) { $0 + $1.share }
    guard total > 0 else { throw .nobody("no person has the levels and grades asked for") }
    return Strata(
      profile: profile, olderShare: olderShare, age: age,
      strata: strata.map { ($0.level, $0.grade, $0.share / total) })
  }

  /// The Beta distribution between youngest and oldest with the mean and deviation of the profile.
  private static func ageDistribution(_ profile: PopulationProfile) throws(CohortError) -> BetaDistribution {
    let width = profile.ages.upperBound - profile.ages.lowerBound
    let mean = (profile.ageMean - profile.ages.lowerBound) / width
    let variance = (profile.ageDeviation / width) * (profile.ageDeviation / width)
    // Moments: variance = m (1 - m) / (a + b + 1).
    let sum = mean * (1 - mean) / variance - 1
    guard let beta = try? BetaDistribution(alpha: mean * sum, beta: (1 - mean) * sum) else {
      throw .nobody(
        "an age of \(profile.ageMean) with deviation \(profile.ageDeviation) years does not fit between "
          + "\(profile.ages.lowerBound) and \(profile.ages.upperBound) years")
    }
    return beta
  }

  /// Draws a person.
  ///
  /// - Parameter index: number of the person, from 0.
  /// - Returns: the person.
  public func person(_ index: Int) -> Person {
    var stream = RandomStream(seed: seed ^ Self.mark, entity: UInt32(truncatingIfNeeded: index), step: 0)
    let country = Self.choice(countries.map(\.share), stream.uniform())
    let name = countries[country].country
    // Every country that can be drawn has its strata.
    let strata = profiles[name] ?? profiles.values.first
    guard let strata else { preconditionFailure("A sampler without countries cannot be made") }
    let profile = strata.profile
    let width = profile.ages.upperBound - profile.ages.lowerBound
    let age = profile.ages.lowerBound + width * strata.age.quantile(stream.uniform())
    let isFemale = stream.uniform() >= profile.maleShare
    let cause = Self.cause(profile, age: age, olderShare: strata.olderShare, stream.uniform())
    let stratum = strata.strata[Self.choice(strata.strata.map(\.share), stream.uniform())]
    let day = enrolment.day(at: stream.uniform())
    let (low, high) = (table["residual_share_lowest"], table["residual_share_highest"])
    let residual = low + (high - low) * stream.uniform()
    let median = PopulationProfile.interpolated("decompression_median", year: population.year, table)
    let hours = median * exp(table["decompression_spread"] * stream.normal())
    let reach = table["offset_reach"]
    return Person(
      country: name, age: (age * 10).rounded() / 10, isFemale: isFemale, cause: cause, level: stratum.level,
      grade: stratum.grade, enrolment: day, residualShare: residual, decompression: min(720, max(1, hours)),
      offset: reach * (2 * stream.uniform() - 1))
  }

  private static func cause(
    _ profile: PopulationProfile, age: Double, olderShare: Double, _ uniform: Double
  ) -> InjuryCause {
    let falls = profile.fallShare(at: age, olderShare: olderShare)
    let others = InjuryCause.allCases.filter { $0 != .fall }
    let named = profile.causeShares.values.reduce(0, +)
    let rest = others.map { profile.causeShares[$0] ?? max(0, 1 - profile.fallShare - named) }
    let scale = (1 - falls) / max(1e-9, rest.reduce(0, +))
    let chosen = choice([falls] + rest.map { $0 * scale }, uniform)
    return chosen == 0 ? .fall : others[chosen - 1]
  }

  /// The entry in whose share a number between 0 and 1 falls.
  static func choice(_ shares: [Double], _ uniform: Double) -> Int {
    var sum = 0.0
    let target = uniform * shares.reduce(0, +)
    for (index, share) in shares.enumerated() {
      sum += share
      if target < sum { return index }
    }
    return shares.lastIndex { $0 > 0 } ?? 0
  }

  /// Sets these streams apart from those of lives: "people" in ASCII.
  private static let mark: UInt64 = 0x0000_7065_6f70_6c65
}
