import MyelonQuantities
import MyelonTrialDesigns

/// A rule on an adverse event that holds through all stages of a trial.
public struct SafetyRule: Sendable, Hashable, Codable {
  /// What makes the rule fire.
  public enum Condition: Sendable, Hashable, Codable {
    /// The posterior probability that the rate lies above a limit is too high.
    case rate(BetaBinomialRule)
    /// So many people with the event, or more.
    case count(Int)
  }

  /// What follows when the rule fires.
  public enum Action: String, Sendable, Hashable, Codable, CaseIterable {
    /// Enrolment pauses until the board has looked at the cases.
    case pause
    /// Enrolment stops.
    case stop
  }

  /// Whose events count.
  public enum Group: String, Sendable, Hashable, Codable, CaseIterable {
    /// Everybody who was treated, in any stage.
    case treated
    /// Controls too.
    case everybody
  }

  /// Name in tables and sentences.
  public let name: String
  /// Column of the data that holds the event, 0 or 1.
  public let event: String
  /// Whose events count.
  public let group: Group
  /// Stages in which the rule holds.
  public let stages: [TrialStage]
  /// People from whom on the rule is looked at.
  public let minimumPeople: Int
  /// What makes it fire.
  public let condition: Condition
  /// What follows.
  public let action: Action

  /// Describes a rule.
  ///
  /// - Parameters:
  ///   - name: name in tables and sentences.
  ///   - event: column of the data that holds the event.
  ///   - group: whose events count.
  ///   - stages: stages in which the rule holds.
  ///   - minimumPeople: people from whom on the rule is looked at.
  ///   - condition: what makes it fire.
  ///   - action: what follows.
  public init(
    name: String, event: String, group: Group = .treated, stages: [TrialStage] = TrialStage.allCases,
    minimumPeople: Int = 1, condition: Condition, action: Action
  ) {
    self.name = name
    self.event = event
    self.group = group
    self.stages = stages
    self.minimumPeople = minimumPeople
    self.condition = condition
    self.action = action
  }

  /// Whether the rule fires.
  ///
  /// - Parameters:
  ///   - events: people with the event.
  ///   - people: people of whom it is known.
  /// - Returns: whether it does.
  public func fires(events: Int, people: Int) -> Bool {
    switch condition {
    case .count(let count): events >= count
    case .rate(let rule): people >= minimumPeople && rule.fires(events: events, people: people)
    }
  }

  /// Events from which on the rule fires; nil if no number does.
  ///
  /// - Parameter people: people of whom the event is known.
  /// - Returns: the least number.
  public func boundary(people: Int) -> Int? {
    switch condition {
    case .count(let count): count <= people ? count : nil
    case .rate(let rule): people >= minimumPeople ? rule.boundary(people: people) : nil
    }
  }

  /// The condition in words.
  public var wording: String {
    switch condition {
    case .count(let count): "\(count) or more with the event"
    case .rate(let rule):
      "Pr(rate > \(rule.limit.shortestText) | data) > \(rule.cutoff.shortestText), prior "
        + "Beta(\(rule.priorEvents.shortestText), \(rule.priorNonEvents.shortestText))"
        + (minimumPeople > 1 ? ", from \(minimumPeople) people on" : "")
    }
  }
}
