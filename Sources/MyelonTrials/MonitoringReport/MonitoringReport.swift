/// Whether a running trial goes on, with every rule that was looked at.
public struct MonitoringReport: Sendable, Hashable, Codable {
  /// The stage that the trial is in.
  public let stage: TrialStage
  /// How the stage was found.
  public let stageReason: String
  /// What to do: the strictest of what the rules ask for.
  public let action: MonitoringAction
  /// Whether a stop is the planned end of the stage and no alarm.
  public let isPlannedEnd: Bool
  /// Name of the rule that fired; nil if none has.
  public let rule: String?
  /// Every rule that was looked at.
  public let checks: [MonitoringCheck]
  /// What else should be known, such as rules that could not be looked at.
  public let notes: [String]

  /// Sums up checks.
  ///
  /// - Parameters:
  ///   - stage: the stage that the trial is in.
  ///   - stageReason: how the stage was found.
  ///   - checks: every rule that was looked at; of equally strict ones the first is said to have fired, an alarm before a planned end.
  ///   - notes: what else should be known.
  public init(stage: TrialStage, stageReason: String, checks: [MonitoringCheck], notes: [String] = []) {
    self.stage = stage
    self.stageReason = stageReason
    self.checks = checks
    self.notes = notes
    let action = checks.map(\.action).max() ?? .goOn
    let fired = checks.filter { $0.action == action && action != .goOn }
    let first = fired.first { !$0.isPlannedEnd } ?? fired.first
    self.action = action
    isPlannedEnd = first?.isPlannedEnd ?? false
    rule = first?.name
  }

  /// The check that fired; nil if none has.
  public var fired: MonitoringCheck? {
    rule.flatMap { name in checks.first { $0.name == name && $0.action == action } }
  }

  /// The report for people to read.
  public var text: String {
    let word: String
    switch action {
    case .goOn: word = "CONTINUE"
    case .pause: word = "PAUSE"
    case .stop: word = isPlannedEnd ? "STOP (planned end of the stage)" : "STOP"
    }
    var lines = [word, "", "stage: \(stage.title) (\(stageReason))"]
    if let fired {
      lines.append("rule that fired: \(fired.name). \(fired.sentence)")
    } else {
      lines.append("no rule fired")
    }
    lines += ["", "looked at:"]
    lines += checks.map { "  [\($0.action.rawValue)] \($0.name): \($0.sentence)" }
    if checks.isEmpty { lines.append("  nothing: the protocol has no rule for this stage") }
    return (lines + notes.map { "note: \($0)" }).joined(separator: "\n") + "\n"
  }
}
