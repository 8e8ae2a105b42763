import Foundation
import MyelonRandom
import MyelonSimulation
import Testing
@testable import MyelonStudies

/// A study of arithmetic: outcomes follow from seed and values, some of them missing.
enum Arithmetic {
  static let parameters = [
    StudyParameter(
      name: "first", unit: "mm", scale: .linear, range: -1...1, usual: 0, meaning: "a number, of no use"),
    StudyParameter(
      name: "second", unit: "", scale: .logarithmic, range: 0.1...10, usual: nil, meaning: "another"),
  ]

  static let outcomes = ["a", "b, \"quoted\""].flatMap { arm in
    [1.0, 3.5].flatMap { day in
      ["sum", "noise", "missing"].map {
        StudyOutcome(arm: arm, day: day, name: $0, unit: "mm", meaning: "what \($0) means")
      }
    }
  }

  /// The outcomes of a member.
  static func values(_ member: StudyMember) -> [Double?] {
    var stream = RandomStream(seed: member.seed, entity: 7)
    return outcomes.map { outcome in
      switch outcome.name {
      case "sum": member.values.reduce(outcome.day, +)
      case "noise": stream.normal() * 1e3
      default: nil
      }
    }
  }

  /// A model that does something before it answers.
  static func model(
    _ text: String = "plain", before: @escaping @Sendable (StudyMember) throws -> Void = { _ in }
  ) -> ClosureModel {
    ClosureModel(
      name: "arithmetic", scenarioText: text, parameterNames: parameters.map(\.name), outcomes: outcomes
    ) { member in
      try before(member)
      return values(member)
    }
  }

  static let sampling = ParameterSampling(parameters, seed: 42)

  static func description(_ text: String = "plain", seed: UInt64 = 42) -> StudyDescription {
    StudyDescription(model(text), parameters: parameters, seed: seed)
  }

  static func store(_ path: String, members: Int = 0) throws -> StudyStore {
    let store = try StudyStore.create(at: path, description())
    try store.add(try sampling.members(0..<members))
    return store
  }

  /// A study whose members have all been run.
  static func finished(_ path: String, members: Int) throws -> StudyStore {
    let store = try store(path, members: members)
    try Ensemble(model(), settings: try EnsembleSettings(workers: 2)).run(store)
    return store
  }
}
