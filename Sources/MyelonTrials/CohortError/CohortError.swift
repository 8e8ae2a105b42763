/// Why a virtual cohort cannot be made or read.
public enum CohortError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Nobody can be drawn.
  case nobody(String)
  /// No injury gives the grade that was drawn.
  case noSuchInjury(grade: String, level: String, tries: Int)
  /// Numbers of a study are not those of a person.
  case notAPerson(member: Int)
  /// A study is not a cohort, or another one.
  case notACohort(path: String, reason: String)
  /// A cohort's people have not all been lived.
  case unfinished(path: String, missing: Int, of: Int)
  /// Nobody, or too few, may take part.
  case tooFew(what: String, required: Int, found: Int)
  /// A number that the cohort's lives do not yield.
  case noSuchOutcome(name: String, day: Double, known: String)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .nobody(let reason): "Nobody can be drawn: \(reason). Widen the population."
    case .noSuchInjury(let grade, let level, let tries):
      "No injury with AIS \(grade) at the first examination was found for \(level) in \(tries) tries."
    case .notAPerson(let member): "Member \(member) of the study has numbers that no person can have."
    case .notACohort(let path, let reason): "\(path) is not this cohort: \(reason)."
    case .unfinished(let path, let missing, let all):
      "\(missing) of \(all) people of \(path) have not been lived. Continue it with myelon cohort --resume."
    case .tooFew(let what, let required, let found):
      "\(what): at least \(required) are required; found \(found). Make the cohort larger or the criteria wider."
    case .noSuchOutcome(let name, let day, let known):
      "The cohort has no '\(name)' \(day) days after enrolment; it has \(known)."
    }
  }
}
