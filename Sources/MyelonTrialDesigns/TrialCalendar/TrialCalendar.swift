/// How a dose-finding trial runs in time, with all times in days.
public struct TrialCalendar: Codable, Sendable, Hashable {
  /// Length of the window in which toxicity counts and efficacy is judged at its end.
  public var window: Double
  /// Mean time between eligible patients.
  public var arrivalInterval: Double
  /// Whether patients come at random (exponential gaps) or at equal intervals.
  public var arrivesAtRandom: Bool
  /// Least time between two patients of a cohort.
  public var patientGap: Double
  /// Least time between the first patient ever at a dose and the second one.
  public var sentinelGap: Double
  /// Share of toxicities that come in the second half of the window; within each half they are uniform.
  public var lateShare: Double
  /// What becomes of a patient who comes when nobody can be treated.
  public var waiting: WaitingPolicy
  /// Whether a cohort is closed before it is full once the design would leave its dose for safety.
  public var closesUnsafeCohorts: Bool
  /// When patients are added at lower doses; nil for never.
  public var backfill: BackfillRule?

  /// Describes a calendar.
  ///
  /// - Parameters:
  ///   - window: length of the window of observation.
  ///   - arrivalInterval: mean time between eligible patients.
  ///   - arrivesAtRandom: whether gaps are exponential or all equal.
  ///   - patientGap: least time between two patients of a cohort.
  ///   - sentinelGap: least time between the first patient ever at a dose and the second.
  ///   - lateShare: share of toxicities in the second half of the window; 0.5 is uniform.
  ///   - waiting: what becomes of a patient who comes when nobody can be treated.
  ///   - closesUnsafeCohorts: whether a cohort is closed early for safety.
  ///   - backfill: when patients are added at lower doses.
  public init(
    window: Double, arrivalInterval: Double, arrivesAtRandom: Bool = true, patientGap: Double = 0,
    sentinelGap: Double = 0, lateShare: Double = 0.5, waiting: WaitingPolicy = .turnedAway,
    closesUnsafeCohorts: Bool = false, backfill: BackfillRule? = nil
  ) {
    self.window = window
    self.arrivalInterval = arrivalInterval
    self.arrivesAtRandom = arrivesAtRandom
    self.patientGap = patientGap
    self.sentinelGap = sentinelGap
    self.lateShare = lateShare
    self.waiting = waiting
    self.closesUnsafeCohorts = closesUnsafeCohorts
    self.backfill = backfill
  }

  /// What is wrong with the calendar; nothing if it can be used.
  public func findings() -> [TrialDesignError] {
    var findings: [TrialDesignError] = []
    for (name, value) in [("window", window), ("arrivalInterval", arrivalInterval)]
    where !(value > 0 && value.isFinite) {
      findings.append(
        .outOfRange(cell: "calendar, \(name) in days", allowed: "positive and finite", found: value))
    }
    for (name, value) in [("patientGap", patientGap), ("sentinelGap", sentinelGap)]
    where !(value >= 0 && value.isFinite) {
      findings.append(
        .outOfRange(cell: "calendar, \(name) in days", allowed: "finite and at least 0", found: value))
    }
    // Beyond this a trial would meet millions of patients whom it cannot treat.
    for (name, value) in [("window", window), ("patientGap", patientGap), ("sentinelGap", sentinelGap)]
    where value / arrivalInterval > 1000 {
      findings.append(
        .outOfRange(
          cell: "calendar, \(name) in days", allowed: "at most 1000 times the arrivalInterval", found: value))
    }
    if !(0...1 ~= lateShare) {
      findings.append(.outOfRange(cell: "calendar, lateShare", allowed: "0 to 1", found: lateShare))
    }
    if let backfill {
      findings += TrialDesignError.count(
        backfill.largestAtDose, 1...DoseTally.maximumPatients, "backfill, largestAtDose")
    }
    return findings
  }
}

extension TrialCalendar {
  private enum Key: String, CodingKey {
    case window, arrivalInterval, arrivesAtRandom, patientGap, sentinelGap, lateShare, waiting
    case closesUnsafeCohorts, backfill
  }

  /// Reads a calendar; all but window and interval of arrivals may be missing.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      window: try container.decode(Double.self, forKey: .window),
      arrivalInterval: try container.decode(Double.self, forKey: .arrivalInterval),
      arrivesAtRandom: try container.value(.arrivesAtRandom, missing: true),
      patientGap: try container.value(.patientGap, missing: 0),
      sentinelGap: try container.value(.sentinelGap, missing: 0),
      lateShare: try container.value(.lateShare, missing: 0.5),
      waiting: try container.value(.waiting, missing: .turnedAway),
      closesUnsafeCohorts: try container.value(.closesUnsafeCohorts, missing: false),
      backfill: try container.decodeIfPresent(BackfillRule.self, forKey: .backfill))
  }
}
