/// Why a patient cannot be fitted or forecast.
public enum PatientError: Error, Equatable, CustomStringConvertible {
  /// The scenario has no `baseline`.
  case noBaseline(scenario: String)
  /// The examination's file cannot be read.
  case unreadable(path: String, reason: String)
  /// The examination breaks a rule.
  case invalidExamination(path: String, line: Int, problem: String)
  /// The file holds several examinations and none was chosen, or not the one that was.
  case examinationNotChosen(path: String, identifier: String?, found: [String])
  /// Nothing of the examination was testable.
  case nothingTested(path: String)
  /// An arm treats before the baseline has been taken.
  case treatedBefore(arm: String, intervention: String, day: Double, baseline: Double)
  /// An arm has an injury of its own.
  case ownInjury(arm: String)
  /// The injury is none that can be found from a baseline.
  case notFitted(mechanism: String)
  /// The fit belongs to another patient or another version of the model.
  case otherFit(difference: String)
  /// There is no visit after the baseline.
  case nothingLater(baseline: Double, days: Double)
  /// A file is no fit.
  case noFit(path: String, reason: String)

  /// What was required, what was found and what to do.
  public var description: String {
    switch self {
    case .noBaseline(let scenario):
      "A fit needs what is known of the patient; '\(scenario)' has no 'baseline': add one with an examination "
        + "and its day (see Docs/Patients.md)"
    case .unreadable(let path, let reason): "The examination '\(path)' cannot be read: \(reason)"
    case .invalidExamination(let path, let line, let problem):
      "The examination in line \(line) of '\(path)' breaks a rule: \(problem)"
    case .examinationNotChosen(let path, let identifier?, let found):
      "'\(path)' has no examination '\(identifier)'; it has \(Self.list(found)): name one as 'identifier'"
    case .examinationNotChosen(let path, nil, let found):
      "A baseline is one examination; '\(path)' holds \(Self.list(found)): name one as 'identifier'"
    case .nothingTested(let path):
      "A fit needs tested muscles or dermatomes; in '\(path)' nothing was testable"
    case .treatedBefore(let arm, let intervention, let day, let baseline):
      "The baseline must be taken before treatment; arm '\(arm)' begins '\(intervention)' on day \(day), the "
        + "baseline is complete on day \(baseline): use an earlier baseline or treat later"
    case .ownInjury(let arm):
      "A patient has one injury, which is found from the baseline; arm '\(arm)' has an injury of its own: remove it"
    case .notFitted(let mechanism):
      "The injury must be a contusion or compression, whose severity can be found; found '\(mechanism)'"
    case .otherFit(let difference): "The fit does not belong to this scenario: \(difference): fit anew"
    case .nothingLater(let baseline, let days):
      "A forecast needs visits after the baseline of day \(baseline); the run ends on day \(days): add later visits"
    case .noFit(let path, let reason): "'\(path)' is no fit: \(reason)"
    }
  }

  private static func list(_ names: [String]) -> String {
    if names.isEmpty { return "none" }
    let shown = names.prefix(8).joined(separator: ", ")
    return names.count > 8 ? "\(shown) and \(names.count - 8) more" : shown
  }
}
