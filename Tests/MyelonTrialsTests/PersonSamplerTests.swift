import Foundation
import ISNCSCI
import MyelonQuantities
import Testing

@testable import MyelonTrials

@Suite("People are drawn with the shares of the tables")
struct PersonSamplerTests {
  static let count = 20_000

  static func people(_ population: Population) throws -> [Person] {
    var plan = CohortSupport.plan()
    plan.population = population
    let sampler = try plan.sampler()
    return (0..<count).map { sampler.person($0) }
  }

  @Test("Age has the mean and the deviation of the country's table", arguments: Country.allCases)
  func age(_ country: Country) throws {
    let people = try Self.people(Population(countries: [country: 1], year: 2015))
    let profile = PopulationProfile(country, year: 2015, table: PopulationParameters.table)
    let mean = people.reduce(0) { $0 + $1.age } / Double(Self.count)
    let variance = people.reduce(0) { $0 + ($1.age - mean) * ($1.age - mean) } / Double(Self.count - 1)
    #expect(abs(mean - profile.ageMean) < 4.5 * profile.ageDeviation / Double(Self.count).squareRoot())
    // A Beta distribution has no heavier tails than a normal one, so the error of its deviation is below s / sqrt(2 n).
    #expect(
      abs(variance.squareRoot() - profile.ageDeviation) < 4.5 * profile.ageDeviation
        / Double(2 * Self.count).squareRoot())
    #expect(people.allSatisfy { profile.ages.contains($0.age) })
  }

  @Test("Sex, falls, violence and cervical levels have their shares", arguments: Country.allCases)
  func shares(_ country: Country) throws {
    let people = try Self.people(Population(countries: [country: 1], year: 2015))
    let table = PopulationParameters.table
    func check(_ expected: Double, _ what: (Person) -> Bool, _ name: String) {
      let share = Double(people.filter(what).count) / Double(Self.count)
      #expect(
        abs(share - expected) < CohortSupport.reach(expected, Self.count),
        "\(name): \(share), not \(expected)")
    }
    let name = country.rawValue
    check(table["\(name)_male_share"], { !$0.isFemale }, "men")
    check(table["\(name)_fall_share_2015"], { $0.cause == .fall }, "falls")
    check(table["\(name)_cervical_share"], { $0.level <= .c8 }, "cervical")
    let older = people.filter { $0.age > PopulationProfile.olderAge }
    let falls = Double(older.filter { $0.cause == .fall }.count) / Double(older.count)
    let expected = table["\(name)_fall_share_2015"] * table["older_fall_ratio"]
    #expect(abs(falls - expected) < CohortSupport.reach(expected, older.count))
  }

  @Test("Grades of all levels together are about those of the Canadian and North American registries")
  func grades() throws {
    let people = try Self.people(Population(countries: [.canada: 1]))
    // RHSCIR: A 40.0, B 11.3, C 18.9, D 29.9 %; NACTN: 40, 16, 15, 29 %. The levels' tables are other studies'.
    for (grade, range) in [
      (ImpairmentScale.a, 0.36...0.48), (.b, 0.09...0.17), (.c, 0.14...0.20), (.d, 0.24...0.32),
    ] {
      let share = Double(people.filter { $0.grade == grade }.count) / Double(Self.count)
      #expect(range.contains(share), "\(grade): \(share)")
    }
  }

  @Test("A year between those of a pair is interpolated, one beyond kept")
  func era() {
    let table = PopulationParameters.table
    func age(_ year: Double) -> Double { PopulationProfile(.korea, year: year, table: table).ageMean }
    #expect(age(1980) == 32.4 && age(2030) == 47.1)
    #expect(abs(age(2005) - (32.4 + 47.1) / 2) < 1e-12)
  }

  @Test("Person number i is the same whatever the number of people, another with another seed")
  func streams() throws {
    let plan = CohortSupport.plan()
    var other = plan
    other.seed = 8
    let (first, second) = (try plan.sampler(), try other.sampler())
    #expect(first.person(5) == first.person(5))
    #expect((0..<50).map { first.person($0) } != (0..<50).map { second.person($0) })
  }

  @Test("Only the levels and grades asked for are drawn; with none left there is an error")
  func restriction() throws {
    let population = Population(levels: .c4 ... .c6, grades: [.b])
    #expect(try Self.people(population).allSatisfy { (.c4 ... .c6).contains($0.level) && $0.grade == .b })
    var plan = CohortSupport.plan()
    plan.population = Population(levels: .l2 ... .l2, grades: [])
    #expect(throws: CohortError.nobody("no person has the levels and grades asked for")) {
      try plan.sampler()
    }
    plan.population = Population(countries: [:])
    #expect(throws: CohortError.self) { try plan.sampler() }
  }

  @Test("A person read back from numbers is the same; other numbers are no person")
  func values() throws {
    for person in try Self.people(Population(countries: [.usa: 1, .korea: 2])).prefix(200) {
      #expect(Person(values: person.values) == person)
    }
    var wrong = try #require(try Self.people(Population()).first).values
    wrong[3] = 9
    #expect(Person(values: wrong) == nil)
    #expect(Person(values: []) == nil)
    wrong[3] = .nan
    #expect(Person(values: wrong) == nil)
  }

  @Test("Profiles sum to one")
  func sums() {
    for country in Country.allCases {
      let profile = PopulationProfile(country, year: 2010, table: PopulationParameters.table)
      #expect(abs(profile.levelShares.reduce(0) { $0 + $1.share } - 1) < 1e-12)
    }
    for level in SpinalLevel.allCases where level <= .l2 {
      let shares = PopulationProfile.gradeShares(at: level, table: PopulationParameters.table)
      #expect(abs(shares.reduce(0, +) - 1) < 1e-12 && shares.allSatisfy { $0 >= 0 })
    }
  }

  @Test("Days of enrolment are whole, within bounds, and half lie below the median of the cut distribution")
  func enrolment() {
    let time = EnrolmentTime(earliest: 7, median: 20, latest: 400)
    let days = (1..<1000).map { time.day(at: Double($0) / 1000) }
    #expect(days.allSatisfy { (7...400).contains($0) && $0 == $0.rounded() })
    #expect(zip(days, days.dropFirst()).allSatisfy { $0 <= $1 })
    // Cut so little above that the median stays near; below 7 days lie 1.8 % of the uncut distribution.
    #expect(abs(time.day(at: 0.5) - 20) <= 1)
    #expect(EnrolmentTime(earliest: 5, median: 5, latest: 5).day(at: 0.3) == 5)
  }

  @Test("Peak compressions have the truncated exponential distribution", arguments: [0.0, 3, -2, 8])
  func compression(_ slope: Double) throws {
    var plan = CohortSupport.plan()
    plan.population.year = 1995
    try plan.table.replace("compression_slope_1995", with: max(-4, slope))
    let (low, high) = (plan.table["compression_lowest"], plan.table["compression_highest"])
    for p in [0.0001, 0.2, 0.5, 0.77, 0.9999] {
      let c = plan.compression(at: p)
      // The share below c, by the integral of exp(-k x).
      let below =
        slope == 0
        ? (c - low) / (high - low)
        : (exp(-slope * low) - exp(-slope * c)) / (exp(-slope * low) - exp(-slope * high))
      #expect(abs(below - p) < 1e-9)
    }
  }
}
