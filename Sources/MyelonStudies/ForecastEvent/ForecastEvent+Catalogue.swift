extension ForecastEvent {
  /// How an event is read off the outcomes of a member.
  struct Rule {
    /// Values of the outcomes that a rule reads, NaN where missing.
    typealias Values = [Double]

    let id: String
    let meaning: String
    var isHazard = false
    /// Outcomes that the rule reads; without one of them there is no such event.
    let reads: [String]
    /// Whether the event is a change from the first visit.
    var isChange = true
    /// From the first visit's values and this visit's, in the order of `reads`; nil where it cannot be told.
    let happens: @Sendable (_ first: Values, _ now: Values) -> Bool?

    /// A gain of at least so much.
    static func gain(_ id: String, _ meaning: String, _ outcome: String, atLeast gain: Double) -> Rule {
      Rule(id: id, meaning: meaning, reads: [outcome]) { first, now in
        let change = now[0] - first[0]
        return change.isNaN ? nil : change >= gain
      }
    }
  }

  /// All events, those of people first.
  ///
  /// Conversion and motor levels are those of trials in acute injury: at least one and two AIS grades, at least two motor
  /// levels on at least one side (Steeves et al. 2012, Top Spinal Cord Inj Rehabil 18:1, recalled).
  static func rules(tumourVolume: Double) -> [Rule] {
    let grade = ForecastCode.impairmentScale
    return [
      .gain(
        "ais_conversion_1", "AIS better by at least one grade than at the first visit", grade, atLeast: 1),
      .gain(
        "ais_conversion_2", "AIS better by at least two grades than at the first visit", grade, atLeast: 2),
      Rule(
        id: "ais_loss_1", meaning: "AIS worse by at least one grade than at the first visit", isHazard: true,
        reads: [grade]
      ) { first, now in
        let change = now[0] - first[0]
        return change.isNaN ? nil : change <= -1
      },
      .gain(
        "motor_gain_5", "motor score higher by at least 5 points than at the first visit", "motor_score",
        atLeast: 5),
      .gain(
        "motor_gain_10", "motor score higher by at least 10 points than at the first visit", "motor_score",
        atLeast: 10),
      Rule(
        id: "motor_levels_2",
        meaning: "motor level at least two segments lower than at the first visit, on at least one side",
        reads: ["motor_level_right", "motor_level_left"], happens: gainsTwoLevels),
      .gain(
        "scim_gain_4", "SCIM higher by at least 4 points than at the first visit", "scim", atLeast: 4),
      .gain("bbb_gain_2", "BBB higher by at least 2 points than at the first visit", "bbb", atLeast: 2),
      Rule(
        id: "tumour",
        meaning: "clones from grafted cells have grown to more than \(ForecastText.number(tumourVolume)) mm3",
        isHazard: true, reads: ["tumour_volume"], isChange: false
      ) { _, now in now[0].isNaN ? nil : now[0] > tumourVolume },
    ]
  }

  /// Two levels on either side; one side that has gained them is enough to know, both must be known to deny it.
  private static let gainsTwoLevels: @Sendable (Rule.Values, Rule.Values) -> Bool? = { first, now in
    let gains = zip(first, now).map { $1 - $0 }
    if gains.contains(where: { $0 >= 2 }) { return true }
    return gains.contains(where: \.isNaN) ? nil : false
  }

  /// Reads an event off all members; nil when the arm lacks an outcome that it needs.
  init?(_ rule: Rule, arm: String, days: [Double], table: ForecastTable, confidence: Double)
    throws(ForecastError)
  {
    func columns(_ day: Double) -> [[Double]]? {
      let found = rule.reads.compactMap { table.column(arm: arm, day: day, name: $0) }
      return found.count == rule.reads.count ? found : nil
    }
    guard let firstDay = days.first, let first = columns(firstDay) else { return nil }
    var visits: [Visit] = []
    for day in rule.isChange ? Array(days.dropFirst()) : days {
      guard let now = columns(day) else { continue }
      let hits = (0..<table.count).map { member in
        rule.happens(first.map { $0[member] }, now.map { $0[member] })
      }
      visits.append(Visit(day: day, share: try table.share(hits, confidence: confidence)))
    }
    guard !visits.isEmpty else { return nil }
    id = rule.id
    meaning = rule.meaning
    isHazard = rule.isHazard
    self.visits = visits
  }
}
