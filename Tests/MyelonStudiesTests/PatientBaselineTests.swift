import MyelonQuantities
import Foundation
import ISNCSCI
import MyelonAnatomy
import MyelonLesion
import MyelonSimulation
import Testing

@testable import MyelonStudies

/// What is read of a patient and how it becomes data.
@Suite struct PatientBaselineTests {
  private static let example = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Examples/patient-c6/patient.yaml").path

  @Test("The shipped example is read, image measures and serum among its data")
  func example() throws {
    let scenario = try Scenario.read(path: Self.example)
    let baseline = try PatientBaseline(scenario, path: Self.example)
    #expect(baseline.days == [3, 21, 24] && baseline.lastDay == 24)
    #expect(baseline.classification.totals.motor.value == 75)
    let plan = try RunPlan(scenario: scenario, scenarioPath: Self.example, threads: 1)
    let data = try baseline.data(table: plan.parameters)
    #expect(data.count == 16 + 2 + 7 + 1)
    #expect(data.allSatisfy { $0.deviation > 0 && $0.observed.isFinite })
    let motor = data.filter { $0.name.contains("motor") }.reduce(0) { $0 + $1.observed }
    #expect(motor == 75)
    let serum = try #require(data.first { $0.name == "serum_nfl" })
    #expect(abs(serum.observed - log(70)) < 1e-12 && serum.day == 3)
    #expect(serum.value(of: [exp(2)]) == 2 && serum.value(of: [nil]).isNaN)
  }

  @Test("Items that were not tested, or are impaired by something else, are in neither side of a comparison")
  func untested() throws {
    var examination = try Examination(
      motor: [[5, 5, 4, 3, 2, 0, 0, 0, 0, 0], [5, 5, 5, 5, 5, 5, 5, 5, 5, 5]],
      lightTouch: [[Int]](repeating: [Int](repeating: 2, count: 28), count: 2),
      pinPrick: [[Int]](repeating: [Int](repeating: 2, count: 28), count: 2),
      voluntaryAnalContraction: true, deepAnalPressure: false)
    let table = RunPlan.table(for: .human)
    let data = BaselineDatum.data(of: examination, day: 9, table: table)
    let upper = try #require(data.first { $0.name == "upper_motor_right" })
    #expect(upper.observed == 19 && upper.outcomes.count == 5)
    #expect(upper.outcomes.first == "motor_right_C5")
    // σ √(4 f (1 - f)), f held off the ends by a twentieth, rounding 1/12, discrepancy of a twentieth of 25 points.
    let error = table["examiner_deviation_motor"]
    let shares = [0.95, 0.95, 0.8, 0.6, 0.4]
    let variance = shares.reduce(0.0) { $0 + error * error * 4 * $1 * (1 - $1) + 1.0 / 12 }
    #expect(abs(upper.deviation - (variance + 1.25 * 1.25).squareRoot()) < 1e-12)
    #expect(data.first { $0.name == "anal_pressure" }?.observed == 0)
    examination.voluntaryAnalContraction = .notTestable
    #expect(
      !BaselineDatum.data(of: examination, day: 9, table: table).contains { $0.name == "anal_contraction" })
  }

  @Test("A baseline that cannot be used is refused, saying why")
  func refusals() throws {
    let folder = try Folder()
    var scenario = ParameterSamplingTests.human
    func fault() -> PatientError? {
      do {
        _ = try FitPlan(scenario, path: folder.file("s.yaml"))
        return nil
      } catch let error as PatientError {
        return error
      } catch {
        Issue.record("\(error)")
        return nil
      }
    }
    #expect(fault() == .noBaseline(scenario: "h"))
    scenario.baseline = .init(examination: "none.json", day: 1)
    guard case .unreadable? = fault() else {
      Issue.record("a missing file was read")
      return
    }
    try folder.write("{}\n{}\n", to: "two.jsonl")
    scenario.baseline = .init(examination: "two.jsonl", day: 1)
    guard case .examinationNotChosen(_, nil, let found)? = fault() else {
      Issue.record("one of two examinations was taken")
      return
    }
    #expect(found.count == 2)
    scenario.baseline = .init(examination: "one.json", day: 1)
    try folder.write(try PatientFitTests.sheet(), to: "one.json")
    scenario.injury.mechanism = .transection(gap: 2)
    #expect(fault() == .notFitted(mechanism: "transection"))
    scenario = ParameterSamplingTests.human
    scenario.baseline = .init(examination: "one.json", day: 1)
    scenario.arms.append(.init(name: "other", injury: scenario.injury))
    #expect(fault() == .ownInjury(arm: "other"))
  }
}
