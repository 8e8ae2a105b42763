import Foundation
import MyelonRandom
import MyelonStatistics

@testable import MyelonStudies

/// Members with outcomes written down one by one: two arms, of which the second is treated.
struct SmallStudy {
  var arms = ["untreated", "cells"]
  var days = [3.0, 365.0]
  /// Names and units of the outcomes of every arm.
  var outcomes = [(name: "motor_score", unit: "points")]
  /// Further outcomes of the last arm.
  var treated: [(name: String, unit: String)] = []
  var parameters: [String] = []
  var seed: UInt64 = 11

  /// What a member yields: nothing, or a number.
  typealias Values = (_ member: Int, _ arm: Int, _ day: Double, _ name: String) -> Double?

  var description: StudyDescription {
    StudyDescription(
      name: "small", scenario: "made up", identity: "made up", seed: seed,
      parameters: parameters.map {
        StudyParameter(
          name: $0, unit: "h", scale: .linear, range: 0...100, usual: nil, meaning: "a number that varies")
      },
      outcomes: arms.enumerated().flatMap { arm, name in
        days.flatMap { day in
          (outcomes + (arm == arms.count - 1 ? treated : [])).map {
            StudyOutcome(arm: name, day: day, name: $0.name, unit: $0.unit, meaning: "what \($0.name) means")
          }
        }
      })
  }

  /// Members that were lived.
  func records(
    _ count: Int, weights: [Double]? = nil, parameters: (Int) -> [Double] = { _ in [] }, _ values: Values
  ) -> [MemberRecord] {
    let description = description
    return (0..<count).map { member in
      MemberRecord(
        StudyMember(
          index: member, seed: UInt64(member), values: parameters(member), weight: weights?[member]),
        status: .done,
        outcomes: description.outcomes.map { outcome in
          values(member, arms.firstIndex(of: outcome.arm) ?? 0, outcome.day, outcome.name)
        })
    }
  }

  /// The forecast of members that were lived.
  func forecast(
    _ count: Int, weights: [Double]? = nil, settings: ForecastSettings? = nil,
    parameters: (Int) -> [Double] = { _ in [] }, _ values: Values
  ) throws -> Forecast {
    try Forecast(
      description, records: records(count, weights: weights, parameters: parameters, values),
      settings: try settings ?? ForecastSettings(replicates: 400))
  }
}

/// Standard normal numbers, the same in every run.
func normals(_ count: Int, seed: UInt64) -> [Double] {
  var stream = RandomStream(seed: seed, entity: 0)
  return (0..<count).map { _ in stream.normal() }
}

/// Numbers spread evenly over 0 to 1, the same in every run.
func uniforms(_ count: Int, seed: UInt64) -> [Double] {
  var stream = RandomStream(seed: seed, entity: 0)
  return (0..<count).map { _ in stream.uniform() }
}

extension Estimate {
  /// Whether a number lies in the interval.
  func holds(_ truth: Double) -> Bool { low <= truth && truth <= high }
}

/// Whether two numbers are equal but for rounding.
func isNear(_ first: Double?, _ second: Double, _ tolerance: Double = 1e-12) -> Bool {
  first.map { abs($0 - second) <= tolerance * max(1, abs(second)) } ?? false
}
