import MyelonStatistics

/// Why a study yields no forecast.
public enum ForecastError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Members have not ended, and a forecast from those that have would favour what ends early.
  case unfinished(study: String, unfinished: Int, total: Int)
  /// Fewer than two members were lived and carry weight.
  case tooFewMembers(study: String, lived: Int, failed: Int, weightless: Int)
  /// Some members have a weight and some have none.
  case mixedWeights(study: String, without: Int, total: Int)
  /// A weight is negative or not finite.
  case wrongWeight(member: Int, weight: Double)
  /// A member has other numbers than the study's outcomes and parameters.
  case wrongRecord(member: Int, required: Int, found: Int)
  /// There is no arm of this name.
  case unknownArm(name: String, known: [String])
  /// Nothing of this name was measured.
  case unknownOutcome(name: String, nearest: String?)
  /// Nothing of this name was measured at the first visit or varies between members.
  case unknownBiomarker(name: String, nearest: String?)
  /// An outcome that has no margin, because it is a code whose order means nothing or no number at all.
  case noMargin(outcome: String)
  /// A text that is no list of margins or biomarkers.
  case wrongText(text: String, required: String)
  /// A setting outside its range.
  case wrongSetting(name: String, found: String, allowed: String)
  /// The study could not be read.
  case study(StudyError)
  /// A sum that cannot be formed: a fault of the program.
  case statistics(StatisticsError)

  /// A sentence that says what is required, what was found and what to do.
  public var description: String {
    switch self {
    case .unfinished(let study, let unfinished, let total):
      "A forecast needs every member of '\(study)' to have ended; \(unfinished) of \(total) have not. Continue the study "
        + "with --resume, or ask for a forecast of an unfinished one."
    case .tooFewMembers(let study, let lived, let failed, let weightless):
      "A forecast needs at least 2 members that were lived and carry weight; '\(study)' has \(lived) "
        + "(\(failed) failed, \(weightless) have the weight zero). Add members, or look into why they failed."
    case .mixedWeights(let study, let without, let total):
      "Either all members of '\(study)' have a weight or none has; \(without) of \(total) have none. Set all or none."
    case .wrongWeight(let member, let weight):
      "Weights must be finite and not negative; that of member \(member) is \(weight). Set it anew."
    case .wrongRecord(let member, let required, let found):
      "Member \(member) must have \(required) numbers; it has \(found). Its study is another one, or damaged."
    case .unknownArm(let name, let known):
      "The study has no arm '\(name)'; its arms are \(known.map { "'\($0)'" }.joined(separator: ", "))."
    case .unknownOutcome(let name, let nearest):
      "The study has no outcome '\(name)'\(Self.hint(nearest)) `myelon ensemble --export` lists outcomes in dictionary.csv."
    case .unknownBiomarker(let name, let nearest):
      "A biomarker must be an outcome of the first visit or a parameter that varies; '\(name)' is neither"
        + Self.hint(nearest)
    case .noMargin(let outcome):
      "Margins need outcomes that are numbers, grades or levels; '\(outcome)' is a finding. Leave it out."
    case .wrongText(let text, let required): "\(required); found '\(text)'."
    case .wrongSetting(let name, let found, let allowed): "\(name) must be \(allowed); found \(found)."
    case .study(let error): error.description
    case .statistics(let error): error.description
    }
  }

  private static func hint(_ nearest: String?) -> String {
    nearest.map { "; did you mean '\($0)'?" } ?? "."
  }
}
