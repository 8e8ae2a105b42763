import ISNCSCI

/// Who some people of a cohort are, as counts by age, sex, cause, country, level and grade.
///
/// Parts are those of the whole cohort, so that the make-up of a few can be set beside that of all.
public struct CohortMakeUp: Sendable, Hashable, Codable {
  /// What people are counted by.
  public enum Trait: String, Sendable, Hashable, Codable, CaseIterable {
    /// Age at injury in decades.
    case age
    /// Sex.
    case sex
    /// What injured them.
    case cause
    /// Where.
    case country
    /// Neurological level that the place of the injury was derived from.
    case drawnLevel
    /// Neurological level found at enrolment.
    case level
    /// Grade that the first examination was to find.
    case firstGrade
    /// Grade found at enrolment.
    case grade
  }

  /// People who share something.
  public struct Part: Sendable, Hashable, Codable {
    /// What they share, such as `20-29`, `fall`, `C5`; `not known` where an examination left it open.
    public let name: String
    /// How many they are.
    public let people: Int
  }

  /// The parts of one trait.
  public struct Group: Sendable, Hashable, Codable {
    /// What people are counted by.
    public let trait: Trait
    /// Everybody, in parts; also those in which there is nobody here but somebody in the cohort.
    public let parts: [Part]
  }

  /// Number of people.
  public let people: Int
  /// Mean age, years; nil for nobody.
  public let meanAge: Double?
  /// Counts by trait, in the order of the traits.
  public let groups: [Group]

  /// Name of the part whose value an examination left open.
  public static let notKnown = "not known"

  /// Counts people.
  ///
  /// - Parameters:
  ///   - bank: the cohort.
  ///   - people: places of the people in it; nil means everybody.
  public init(_ bank: CohortBank, people: [Int]? = nil) {
    let chosen = people ?? Array(bank.people.indices)
    self.people = chosen.count
    meanAge =
      chosen.isEmpty ? nil : chosen.reduce(0) { $0 + bank.people[$1].age } / Double(chosen.count)
    let isChosen = Set(chosen)
    groups = Trait.allCases.map { trait in
      let values = bank.people.indices.map { Self.value(trait, of: $0, bank) }
      let names = Self.names(trait, in: Set(values))
      var counts: [String: Int] = [:]
      for (place, value) in values.enumerated() where isChosen.contains(place) {
        counts[value, default: 0] += 1
      }
      return Group(trait: trait, parts: names.map { Part(name: $0, people: counts[$0] ?? 0) })
    }
  }

  /// The parts of a trait.
  public func parts(_ trait: Trait) -> [Part] { groups.first { $0.trait == trait }?.parts ?? [] }

  private static func value(_ trait: Trait, of place: Int, _ bank: CohortBank) -> String {
    let person = bank.people[place]
    switch trait {
    case .age: return decade(Int(person.age / 10))
    case .sex: return person.isFemale ? "women" : "men"
    case .cause: return person.cause.rawValue
    case .country: return person.country.rawValue
    case .drawnLevel: return "\(person.level)"
    case .firstGrade: return person.grade.description
    case .level: return word("level", bank.record(of: place))
    case .grade: return word("ais", bank.record(of: place))
    }
  }

  private static func word(_ field: String, _ record: CriterionRecord) -> String {
    guard case .word(let word)? = record[field] else { return notKnown }
    return word
  }

  private static func decade(_ number: Int) -> String { "\(10 * number)-\(10 * number + 9)" }

  /// Names of parts in their natural order: decades and levels without a gap, the rest as far as they occur.
  private static func names(_ trait: Trait, in values: Set<String>) -> [String] {
    let open = values.contains(notKnown) ? [notKnown] : []
    switch trait {
    case .age:
      return filled((0...12).map(decade), values)
    case .level, .drawnLevel:
      return filled(SpinalLevel.allCases.map { "\($0)" }, values) + open
    case .sex: return ["women", "men"].filter(values.contains)
    case .cause: return InjuryCause.allCases.map(\.rawValue).filter(values.contains)
    case .country: return Country.allCases.map(\.rawValue).filter(values.contains)
    case .firstGrade, .grade: return ["A", "B", "C", "D", "E"].filter(values.contains) + open
    }
  }

  /// Everything from the first to the last name that occurs.
  private static func filled(_ all: [String], _ values: Set<String>) -> [String] {
    guard let first = all.firstIndex(where: values.contains),
      let last = all.lastIndex(where: values.contains)
    else { return [] }
    return Array(all[first...last])
  }
}
