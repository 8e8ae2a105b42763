import Foundation
import MyelonRandom
import MyelonStatistics
import MyelonStudies

/// A made-up patient: lives by arithmetic, fitted and forecast by the real statistics.
///
/// Nothing is simulated; the numbers only have the form of a forecast, so that the page can be made and looked at.
struct SamplePatient {
  var name = "Sample patient"
  var arms = ["untreated", "cells", "cells and training"]
  var days = [3.0, 28, 84, 182, 365]
  var members = 300
  var isWeighted = true
  /// What the examiner found of the motor score; far from what the model can give, the fit is refused.
  var motorScore = 34.0

  static let parameters = [
    StudyParameter(
      name: "injury.peak_compression", unit: "fraction", scale: .linear, range: 0.2...0.9, usual: 0.5,
      meaning: "peak compression of the anteroposterior diameter"),
    StudyParameter(
      name: "axon_fragility", unit: "1/h", scale: .logarithmic, range: 0.01...1, usual: 0.1,
      meaning: "how fast <strained> axons break"),
    StudyParameter(
      name: "examiner_mood", unit: "", scale: .linear, range: 0...1, usual: nil,
      meaning: "something that the baseline says nothing of"),
  ]

  // MARK: - Fit

  /// Motor score, light touch and lesion length at the baseline.
  static func baseline(_ values: [Double]) -> [Double] {
    let severity = values[0] + 0.08 * log(values[1] / 0.1)
    return [min(100, max(0, 95 - 120 * severity)), 112 - 110 * severity, 4 + 28 * severity]
  }

  /// A fit of the baseline by ensemble Kalman inversion.
  func fit() throws -> FitRecord {
    let space = try ParameterSpace([
      (name: Self.parameters[0].name, marginal: .uniform(low: 0.2, high: 0.9)),
      (name: Self.parameters[1].name, marginal: .logUniform(low: 0.01, high: 1)),
      (name: Self.parameters[2].name, marginal: .uniform(low: 0, high: 1)),
    ])
    let observation = try Observation(
      names: ["motor_score", "light_touch_score", "lesion_length"], values: [motorScore, 57, 18],
      deviations: [3, 6, 1.5])
    var inversion = try EnsembleKalmanInversion(
      space: space, observation: observation, options: EnsembleKalmanInversion.Options(seed: 7))
    try inversion.run { runs in runs.map { Self.baseline($0.values) } }
    let posterior = try inversion.posterior()
    let draws = (0..<posterior.count).map {
      FitRecord.Draw(
        member: $0, seed: UInt64($0), weight: posterior.weights[$0], values: posterior.values($0))
    }
    return FitRecord(
      name: name, version: "0.0-test", scenario: "name: sample\n# <script>alert(1)</script>",
      parameters: Self.parameters, baselineDay: days[0],
      baseline: [
        FitRecord.Fact(name: "AIS", text: "B"), FitRecord.Fact(name: "Neurological level", text: "C5"),
        FitRecord.Fact(name: "Motor score", text: "\(motorScore)"),
        FitRecord.Fact(name: "Lesion", text: "18 mm <b>long</b>"),
      ], report: try inversion.report(), draws: draws)
  }

  // MARK: - Forecast

  private static let outcomes = [
    ("motor_score", "points"), ("light_touch_score", "points"), ("impairment_scale", "code"),
    ("neurological_level", "code"), ("motor_level_right", "code"), ("motor_level_left", "code"),
    ("scim", "points"), ("walking_probability", "probability"), ("lesion_volume", "mm3"),
    ("lesion_length", "mm"), ("spared_white_epicentre", "fraction"), ("allodynia_risk", "probability"),
    ("spasticity_risk", "probability"),
  ]
  private static let therapy = [
    ("graft_survival", "%"), ("tumour_volume", "mm3"), ("infection_risk", "probability"),
  ]

  var description: StudyDescription {
    StudyDescription(
      name: name, scenario: "name: sample", identity: "made up", programVersion: "0.0-test", seed: 5,
      parameters: Self.parameters,
      outcomes: arms.enumerated().flatMap { arm, name in
        days.flatMap { day in
          (Self.outcomes + (arm > 0 ? Self.therapy : [])).map {
            StudyOutcome(arm: name, day: day, name: $0.0, unit: $0.1, meaning: "made up: \($0.0)")
          }
        }
      })
  }

  /// The members, some of which failed or have gaps.
  func records() -> [MemberRecord] {
    let description = description
    return (0..<members).map { index in
      var stream = RandomStream(seed: 12, entity: UInt32(index))
      let values = [0.51 + 0.06 * stream.normal(), exp(-2.3 + 0.6 * stream.normal()), stream.uniform()]
      let member = StudyMember(
        index: index, seed: UInt64(index), values: values, weight: isWeighted ? 0.3 + stream.uniform() : nil)
      guard index % 60 != 31 else {
        return MemberRecord(member, status: .failed, reason: "a cord without <white> matter")
      }
      let shared = (0..<4).map { _ in stream.normal() }
      return MemberRecord(
        member, status: .done, outcomes: description.outcomes.map { life($0, values, shared, &stream) })
    }
  }

  private func life(
    _ outcome: StudyOutcome, _ values: [Double], _ shared: [Double], _ stream: inout RandomStream
  ) -> Double? {
    let severity = min(1, max(0, values[0] + 0.08 * log(values[1] / 0.1)))
    let arm = arms.firstIndex(of: outcome.arm) ?? 0
    let time = 1 - exp(-(outcome.day - 3) / 90)
    let gain = arm == 0 ? 0 : Double(arm) * 7 * (1 - severity) * time
    let recovery = (18 + 5 * shared[0]) * (1 - severity) * time
    // The same examiner's error in all arms at the same visit.
    let examiner = 2 * sin(7 * outcome.day + 100 * shared[1])
    let motor = min(100, max(0, 95 - 120 * severity + recovery + gain + examiner))
    switch outcome.name {
    case "motor_score": return motor.rounded()
    case "light_touch_score": return (112 - 110 * severity + 8 * time).rounded()
    case "impairment_scale":
      if stream.uniform() < 0.03 { return nil }
      return Double(min(4, 1 + Int(max(0, motor / 22 + 0.4 * shared[1]))))
    case "neurological_level", "motor_level_right", "motor_level_left":
      return (5 + 3 * (1 - severity) * time + 0.7 * shared[2] + 0.1 * gain).rounded()
    case "scim": return (8 + 0.7 * motor * time).rounded()
    case "walking_probability": return outcome.day < 15 ? 0.2 : nil
    case "lesion_volume": return 900 * severity + 60 * shared[3]
    case "lesion_length": return 4 + 28 * severity * (1 + 0.3 * time) - (arm > 0 ? 1.5 * time : 0)
    case "spared_white_epicentre": return max(0, 0.8 - 0.9 * severity)
    case "allodynia_risk": return 0.08 * time * (1 + Double(arm))
    case "spasticity_risk": return 0.3 * severity * time
    case "graft_survival": return 100 - 90 * time
    case "tumour_volume": return arm == 2 && stream.uniform() < 0.01 ? 3 : 0
    default: return 0.04 * time
    }
  }

  /// The forecast of the members.
  func forecast() throws -> Forecast {
    try Forecast(
      description, records: records(), settings: try ForecastSettings(replicates: 200), threads: 2)
  }
}
