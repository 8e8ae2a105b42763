import MyelonQuantities
import MyelonStatistics

/// Why a sensitivity study could not be planned, continued or read.
public enum SensitivityError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A setting outside its range.
  case wrongSetting(name: String, found: String, allowed: String)
  /// A setting that means nothing for the method.
  case notOfThisMethod(setting: String, method: String)
  /// A parameter that cannot be spread over a range.
  case noSpread(name: String)
  /// A group that names a parameter which does not vary.
  case unknownInGroup(group: String, name: String, nearest: String?)
  /// A parameter in two groups, or a group's name twice, or one that a parameter has.
  case repeatedInGroups(name: String)
  /// A text that names no outcome.
  case wrongOutcome(text: String)
  /// Nothing of this name is measured.
  case unknownOutcome(text: String, name: String, nearest: String?)
  /// There is no examination on that day.
  case unknownDay(text: String, day: String, days: [Double])
  /// No arm, or no pair of arms, is called so.
  case unknownArm(text: String, name: String, known: [String], nearest: String?)
  /// The text could mean several pairs of arms.
  case ambiguousArms(text: String, pairs: [String])
  /// The study was not made for this; its members are drawn at random.
  case noDesign(path: String)
  /// The study has another design.
  case otherDesign(path: String, difference: String)
  /// Results of an earlier study are where these are to be written.
  case resultsExist(path: String)
  /// Rows have not been run yet.
  case unfinished(path: String, left: Int, total: Int)
  /// Too few trajectories or points are left for an estimate.
  case tooFewUnits(outcome: String, units: String, kept: Int, planned: Int, reason: String?)
  /// The design or its indices cannot be computed.
  case statistics(StatisticsError)

  /// A sentence that says what is required, what was found and what to do.
  public var description: String {
    switch self {
    case .wrongSetting, .notOfThisMethod, .noSpread, .unknownInGroup, .repeatedInGroups: planDescription
    case .wrongOutcome, .unknownOutcome, .unknownDay, .unknownArm, .ambiguousArms: outcomeDescription
    case .noDesign, .otherDesign, .resultsExist, .unfinished, .tooFewUnits, .statistics: studyDescription
    }
  }

  /// Sentences about what was asked for.
  private var planDescription: String {
    switch self {
    case .wrongSetting(let name, let found, let allowed): "\(name) must be \(allowed); found \(found)."
    case .notOfThisMethod(let setting, let method):
      "\(setting) means nothing for \(method). Leave it out or choose the other method."
    case .noSpread(let name):
      "'\(name)' has no range over which its values could be spread. Leave it out or give it a range."
    case .unknownInGroup(let group, let name, let nearest):
      "The group '\(group)' must name parameters that vary; '\(name)' is none\(Self.hint(nearest))."
    case .repeatedInGroups(let name):
      "A name may stand once among groups and their parameters, and a group may not be called like a parameter; "
        + "'\(name)' is there twice."
    default: ""
    }
  }

  /// Sentences about outcomes.
  private var outcomeDescription: String {
    switch self {
    case .wrongOutcome(let text):
      "An outcome is written name, name@day, arm:name@day or arm-other:name@day, for example motor_drive@28; "
        + "found '\(text)'."
    case .unknownOutcome(let text, let name, let nearest):
      "Nothing called '\(name)' is measured\(Self.hint(nearest)). Found in '\(text)'."
    case .unknownDay(let text, let day, let days):
      "The scenario examines on day \(days.map(\.shortestText).joined(separator: ", ")) and not on day \(day) "
        + "('\(text)'). Name one of these days or add the visit to the scenario."
    case .unknownArm(let text, let name, let known, let nearest):
      "There is no arm '\(name)'\(Self.hint(nearest)); arms are \(known.map { "'\($0)'" }.joined(separator: ", ")). "
        + "Found in '\(text)'; the difference of two arms is written one-other:name@day."
    case .ambiguousArms(let text, let pairs):
      "The arms of '\(text)' can be read as \(pairs.joined(separator: " or ")). Rename an arm in the scenario."
    default: ""
    }
  }

  /// Sentences about studies.
  private var studyDescription: String {
    switch self {
    case .noDesign(let path):
      "'\(path)' is a study of members drawn at random, not of a design's rows. Name another file with --study, or "
        + "pass --overwrite to start afresh."
    case .otherDesign(let path, let difference):
      "The study '\(path)' cannot be continued with this: \(difference). Give it what it began with, name another file "
        + "with --study, or pass --overwrite to start afresh."
    case .resultsExist(let path):
      "'\(path)' is there already. Continue its study with --resume, name another directory with --output, or pass "
        + "--overwrite to start afresh."
    case .unfinished(let path, let left, let total):
      "Indices need every row to have been run; in '\(path)' \(left) of \(total) are left. Continue with --resume."
    case .tooFewUnits(let outcome, let units, let kept, let planned, let reason):
      "Indices of \(outcome) need 2 whole \(units) at least; of \(planned) there are \(kept) in which every row has "
        + "ended well\(reason.map { " (the first failure: \($0))" } ?? ""). Narrow the ranges with --vary or add "
        + "\(units)."
    case .statistics(let error): "\(error)."
    default: ""
    }
  }

  private static func hint(_ nearest: String?) -> String { nearest.map { "; did you mean '\($0)'?" } ?? "" }
}
