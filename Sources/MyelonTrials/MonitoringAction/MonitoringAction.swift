/// What monitoring asks for, the mildest first.
public enum MonitoringAction: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  /// Enrolment goes on.
  case goOn = "continue"
  /// Enrolment pauses until the board has looked at the cases.
  case pause
  /// Enrolment stops.
  case stop

  /// Whether an action is milder than another.
  public static func < (first: MonitoringAction, second: MonitoringAction) -> Bool {
    first.severity < second.severity
  }

  private var severity: Int {
    switch self {
    case .goOn: 0
    case .pause: 1
    case .stop: 2
    }
  }
}
