import ISNCSCI
import MyelonStudies

/// One person of a virtual cohort before the injury is lived: who, how, where, and the grade that the first examination
/// is to find.
public struct Person: Sendable, Hashable {
  /// Country of injury.
  public var country: Country
  /// Age at injury, years.
  public var age: Double
  /// Whether the person is a woman.
  public var isFemale: Bool
  /// What injured the person.
  public var cause: InjuryCause
  /// Neurological level that the place of the injury is derived from.
  public var level: SpinalLevel
  /// Grade that the first examination is to find.
  public var grade: ImpairmentScale
  /// Day of enrolment after injury.
  public var enrolment: Double
  /// Residual compression, of the peak.
  public var residualShare: Double
  /// Time to decompression, h.
  public var decompression: Double
  /// Offset of the epicentre along the cord, mm.
  public var offset: Double

  /// What differs between people, in the order of `values`.
  public static let parameters: [StudyParameter] = [
    parameter("country", "code", 0...3, "country: usa 0, canada 1, europe 2, korea 3"),
    parameter("age", "years", 0...120, "age at injury"),
    parameter("female", "code", 0...1, "man 0, woman 1"),
    parameter("cause", "code", 0...4, "cause: vehicle 0, fall 1, violence 2, sports 3, other 4"),
    parameter("level", "code", 1...30, "drawn neurological level: C1 1 to C8 8, T1 9 to T12 20, L1 21"),
    parameter("first_grade", "code", 1...4, "drawn grade of the first examination: A 1, B 2, C 3, D 4"),
    parameter("enrolment", "d", 0...36_500, "day of enrolment after injury"),
    parameter("residual_share", "fraction", 0...1, "residual compression, of the peak"),
    parameter("decompression", "h", 0...8_760, "time from injury to decompression"),
    parameter("offset", "mm", -20...20, "distance of the epicentre caudal to the middle of its segment"),
  ]

  private static func parameter(
    _ name: String, _ unit: String, _ range: ClosedRange<Double>, _ meaning: String
  ) -> StudyParameter {
    StudyParameter(name: name, unit: unit, scale: .given, range: range, usual: nil, meaning: meaning)
  }

  /// The person as the numbers of a study's member.
  public var values: [Double] {
    [
      Double(Country.allCases.firstIndex(of: country) ?? 0), age, isFemale ? 1 : 0,
      Double(InjuryCause.allCases.firstIndex(of: cause) ?? 0), Double(level.rawValue) + 1,
      Double(grade.rawValue) + 1, enrolment, residualShare, decompression, offset,
    ]
  }

  /// Reads a person from the numbers of a study's member; nil when they are not those of a person.
  ///
  /// - Parameter values: numbers in the order of `parameters`.
  public init?(values: [Double]) {
    func index(_ position: Int) -> Int? { Int(exactly: values[position]) }
    guard values.count == Self.parameters.count, values.allSatisfy(\.isFinite),
      let country = index(0), Country.allCases.indices.contains(country),
      let cause = index(3), InjuryCause.allCases.indices.contains(cause),
      let level = index(4).flatMap({ UInt8(exactly: $0 - 1) }).flatMap({ SpinalLevel(rawValue: $0) }),
      let grade = index(5).flatMap({ UInt8(exactly: $0 - 1) }).flatMap({ ImpairmentScale(rawValue: $0) })
    else { return nil }
    self.country = Country.allCases[country]
    age = values[1]
    isFemale = values[2] > 0.5
    self.cause = InjuryCause.allCases[cause]
    self.level = level
    self.grade = grade
    enrolment = values[6]
    residualShare = values[7]
    decompression = values[8]
    offset = values[9]
  }

  /// Describes a person.
  init(
    country: Country, age: Double, isFemale: Bool, cause: InjuryCause, level: SpinalLevel,
    grade: ImpairmentScale, enrolment: Double, residualShare: Double, decompression: Double,
    offset: Double
  ) {
    self.country = country
    self.age = age
    self.isFemale = isFemale
    self.cause = cause
    self.level = level
    self.grade = grade
    self.enrolment = enrolment
    self.residualShare = residualShare
    self.decompression = decompression
    self.offset = offset
  }
}
