import MyelonQuantities

extension ConductAdvice {
  /// What to do, in capitals and a few words.
  public var headline: String {
    if isSafety { return action == .stop ? "STOP enrolment for safety" : "PAUSE enrolment for safety" }
    switch action {
    case .treat:
      let who = people.map { $0 == 1 ? "the next person" : "the next \($0) people" } ?? "the next people"
      let when = notBefore.map { ", not before \($0)" } ?? ""
      return "TREAT \(who) at \(doseName ?? "dose \(dose ?? 0)")\(when)"
    case .wait:
      if let until { return "WAIT until \(until)" }
      return daysUntil.map { "WAIT \($0.shortestText) days" } ?? "WAIT for results"
    case .goOn: return "CONTINUE"
    case .allocate: return "ALLOCATE the next person to \(arm ?? "an arm")"
    case .stop:
      guard stage == .doseFinding else { return "STOP enrolment of the \(stage.title)" }
      return doseName.map { "STOP and select \($0)" } ?? "STOP and select no dose"
    }
  }

  /// The advice for people to read.
  public var text: String {
    var lines = [headline, "", "stage: \(stage.title) (\(stageReason))", "rule: \(rule)", reason]
    if let probabilities, probabilities.count == 2 {
      lines.append(
        "probability of control \(TrialNumber.decimal(probabilities[0])), of treated "
          + TrialNumber.decimal(probabilities[1]))
    }
    if !due.isEmpty {
      lines.append("outstanding results:")
      lines += due.map { result in
        let dose = result.dose.map { ", dose \($0)" } ?? ""
        return "  \(result.person)\(dose): "
          + (result.day.map { "due on \($0)" } ?? "due in \(result.days.shortestText) days")
      }
    }
    if let toxicityEstimates {
      let rates = toxicityEstimates.enumerated().map { index, rate in
        "dose \(index + 1) \(rate.map { TrialNumber.decimal($0) } ?? "-")"
      }
      lines.append(
        "estimated rates of toxicity, people under observation counted as without: "
          + rates.joined(separator: ", "))
    }
    return (lines + notes).joined(separator: "\n") + "\n"
  }
}
