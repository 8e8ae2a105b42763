/// One rule that was looked at, with the numbers that it compared.
public struct MonitoringCheck: Sendable, Hashable, Codable {
  /// Name of the rule.
  public var name: String
  /// People whose result is known.
  public var people: Int
  /// Those with the event, or the response; nil if the rule does not count.
  public var events: Int?
  /// The number that was computed: a posterior probability or a statistic; nil if there is none.
  public var value: Double?
  /// What it was held against; nil if there is nothing.
  public var limit: Double?
  /// Number of events at which the rule fires with as many people; nil if none does.
  public var firesAt: Int?
  /// What follows, by this rule.
  public var action: MonitoringAction
  /// Whether the action is the planned end of the stage and no alarm.
  public var isPlannedEnd: Bool
  /// The rule, its numbers and what follows, as a sentence.
  public var sentence: String

  /// Makes a check.
  ///
  /// - Parameters:
  ///   - name: name of the rule.
  ///   - people: people whose result is known.
  ///   - events: those with the event.
  ///   - value: the number that was computed.
  ///   - limit: what it was held against.
  ///   - firesAt: events at which the rule fires.
  ///   - action: what follows.
  ///   - isPlannedEnd: whether that is the planned end of the stage.
  ///   - sentence: the rule in words.
  public init(
    name: String, people: Int, events: Int? = nil, value: Double? = nil, limit: Double? = nil,
    firesAt: Int? = nil, action: MonitoringAction = .goOn, isPlannedEnd: Bool = false, sentence: String
  ) {
    self.name = name
    self.people = people
    self.events = events
    self.value = value
    self.limit = limit
    self.firesAt = firesAt
    self.action = action
    self.isPlannedEnd = isPlannedEnd
    self.sentence = sentence
  }
}
