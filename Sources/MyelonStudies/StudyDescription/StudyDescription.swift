import MyelonFields
import MyelonSimulation

/// What a study is: enough to see whether two studies are the same, and to run any member of it again.
public struct StudyDescription: Sendable, Hashable, Codable {
  /// Short name.
  public let name: String
  /// The scenario in canonical form, or another text that says what is run.
  public let scenario: String
  /// Everything that decides a member's numbers besides its seed and parameter values: scenario, parameters in force,
  /// settings.
  ///
  /// Compared letter by letter: a study continues only with what it began with.
  public let identity: String
  /// Version of the program whose numbers these are.
  public let programVersion: String
  /// Seed from which the members' seeds and parameter values are drawn.
  public let seed: UInt64
  /// What differs between members, in the order of their values.
  public let parameters: [StudyParameter]
  /// What every member yields, in the order of its values.
  public let outcomes: [StudyOutcome]

  /// Describes a study.
  ///
  /// - Parameters:
  ///   - name: short name.
  ///   - scenario: the scenario, or another text that says what is run.
  ///   - identity: everything that decides a member's numbers besides its seed and parameter values.
  ///   - programVersion: version of the program.
  ///   - seed: seed of the members' seeds and parameter values.
  ///   - parameters: what differs between members.
  ///   - outcomes: what every member yields.
  public init(
    name: String, scenario: String, identity: String, programVersion: String = ProgramVersion.current,
    seed: UInt64, parameters: [StudyParameter], outcomes: [StudyOutcome]
  ) {
    self.name = name
    self.scenario = scenario
    self.identity = identity
    self.programVersion = programVersion
    self.seed = seed
    self.parameters = parameters
    self.outcomes = outcomes
  }

  /// Describes the study of a model.
  ///
  /// - Parameters:
  ///   - model: what members do.
  ///   - parameters: what differs between them.
  ///   - seed: seed of the members' seeds and parameter values.
  public init(_ model: some MemberModel, parameters: [StudyParameter], seed: UInt64) {
    self.init(
      name: model.name, scenario: model.scenarioText, identity: model.identity, seed: seed,
      parameters: parameters, outcomes: model.outcomes)
  }

  /// A short name for the whole description: 16 hexadecimal digits (FNV-1a over everything in it).
  public var identityHash: String {
    var hash = StableHash()
    hash.add(identity)
    hash.add(programVersion)
    hash.add(seed)
    for parameter in parameters {
      for text in [parameter.name, parameter.unit, parameter.scale.rawValue, parameter.meaning] {
        hash.add(text)
      }
      hash.add(parameter.range.lowerBound.bitPattern)
      hash.add(parameter.range.upperBound.bitPattern)
    }
    for outcome in outcomes {
      for text in [outcome.arm, outcome.name, outcome.unit, outcome.meaning] { hash.add(text) }
      hash.add(outcome.day.bitPattern)
    }
    return hash.text
  }

  /// What keeps another description from being that of the same study, in words; nil when nothing does.
  public func difference(to other: StudyDescription) -> String? {
    if programVersion != other.programVersion {
      return "it was made by version \(programVersion); this is \(other.programVersion)"
    }
    if seed != other.seed { return "its seed is \(seed), not \(other.seed)" }
    if let difference = Self.difference(parameters.map(\.name), other.parameters.map(\.name)) {
      return "its parameters are others (\(difference))"
    }
    if parameters != other.parameters { return "its parameters have other ranges" }
    if outcomes != other.outcomes { return "its arms, visits or outcomes are others" }
    if identity != other.identity {
      let lines = (identity.split(separator: "\n"), other.identity.split(separator: "\n"))
      let first = zip(lines.0, lines.1).first { $0 != $1 }
      let detail = first.map { ": it has '\($0.0)', not '\($0.1)'" } ?? ""
      return "its scenario or the model's parameters are others\(detail)"
    }
    return nil
  }

  private static func difference(_ first: [String], _ second: [String]) -> String? {
    guard first != second else { return nil }
    let only = (Set(first).subtracting(second).sorted(), Set(second).subtracting(first).sorted())
    func list(_ names: [String]) -> String {
      names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", ..." : "")
    }
    switch (only.0.isEmpty, only.1.isEmpty) {
    case (true, true): return "in another order"
    case (false, true): return "only there: \(list(only.0))"
    case (true, false): return "only here: \(list(only.1))"
    case (false, false): return "only there: \(list(only.0)); only here: \(list(only.1))"
    }
  }
}
