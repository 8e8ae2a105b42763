import Foundation
import Testing

@testable import MyelonStudies

@Suite struct SensitivityOutcomeTests {
  private func outcomes(
    _ arms: [String], _ names: [String] = ["motor_drive", "motor_score", "lesion_volume"]
  ) -> [StudyOutcome] {
    arms.flatMap { arm in
      [1.0, 3.5, 28].flatMap { day in
        (names + (arm == arms.last && arms.count > 1 ? ["graft_survival"] : [])).map {
          StudyOutcome(arm: arm, day: day, name: $0, unit: "", meaning: $0)
        }
      }
    }
  }

  private func fault(_ text: String, _ outcomes: [StudyOutcome]) -> SensitivityError? {
    do throws(SensitivityError) {
      _ = try SensitivityOutcome.list([text], of: outcomes)
      return nil
    } catch { return error }
  }

  @Test("Outcomes are found by name, day and arm, and written as they are asked for")
  func finding() throws {
    let one = outcomes(["untreated"])
    func texts(_ asked: [String], _ all: [StudyOutcome]) throws -> [String] {
      try SensitivityOutcome.list(asked, of: all).map(\.text)
    }
    #expect(try texts(["motor_drive"], one) == ["motor_drive@28"])
    #expect(
      try texts(["motor_drive@3.5", "motor_score@1", "motor_drive@3.5"], one) == [
        "motor_drive@3.5", "motor_score@1",
      ])
    #expect(try texts([" motor_drive @ 28 "], one) == ["motor_drive@28"])
    let two = outcomes(["a-b", "c"])
    #expect(try texts(["motor_drive@1"], two) == ["a-b:motor_drive@1", "c:motor_drive@1"])
    #expect(
      try texts(["a-b:motor_drive", "c-a-b:motor_drive@1", "graft_survival"], two)
        == ["a-b:motor_drive@28", "c-a-b:motor_drive@1", "c:graft_survival@28"])
    let difference = try SensitivityOutcome.list(["c-a-b:motor_drive@1"], of: two)[0]
    #expect(difference.arm == "c" && difference.against == "a-b")
    let values = Dictionary(uniqueKeysWithValues: two.indices.map { ($0, Double($0) * 0.5) })
    let places = difference.places
    #expect(two[places[0]].arm == "c" && two[places[1]].arm == "a-b" && two[places[0]].day == 1)
    #expect(difference.value { values[$0] } == Double(places[0] - places[1]) * 0.5)
    #expect(difference.value { $0 == places[0] ? 1 : nil } == nil)
  }

  @Test("What is not there is named, with what was probably meant")
  func wrong() {
    let one = outcomes(["untreated"])
    let two = outcomes(["early", "late"])
    #expect(
      fault("motor_drvie@28", one)
        == .unknownOutcome(text: "motor_drvie@28", name: "motor_drvie", nearest: "motor_drive"))
    #expect(fault("weight", one) == .unknownOutcome(text: "weight", name: "weight", nearest: nil))
    #expect(
      fault("motor_drive@29", one) == .unknownDay(text: "motor_drive@29", day: "29", days: [1, 3.5, 28]))
    #expect(
      fault("motor_drive@soon", one)
        == .unknownDay(text: "motor_drive@soon", day: "soon", days: [1, 3.5, 28]))
    #expect(
      fault("erly:motor_drive", two)
        == .unknownArm(text: "erly:motor_drive", name: "erly", known: ["early", "late"], nearest: "early"))
    #expect(
      fault("early-lat:motor_drive", two)
        == .unknownArm(text: "early-lat:motor_drive", name: "lat", known: ["early", "late"], nearest: "late"))
    #expect(
      fault("early:graft_survival", two)
        == .unknownArm(text: "early:graft_survival", name: "early", known: ["late"], nearest: nil))
    for text in ["", "@28", "motor_drive@", "early:", "motor_drive@1@2"] {
      #expect(fault(text, two) == .wrongOutcome(text: text), "\(text)")
    }
    let ambiguous = outcomes(["a", "b-c", "a-b", "c"])
    guard case .ambiguousArms(_, let pairs)? = fault("a-b-c:motor_drive", ambiguous) else {
      Issue.record("not ambiguous")
      return
    }
    #expect(pairs == ["'a' less 'b-c'", "'a-b' less 'c'"])
    #expect(
      "\(SensitivityError.unknownDay(text: "x@29", day: "29", days: [1, 3.5, 28]))".contains("1, 3.5, 28"))
  }

  @Test("Without a wish it is drive and score of movement at the last visit, else what comes first")
  func usual() throws {
    let human = outcomes(["untreated"], ["motor_score", "motor_score_without_error", "motor_drive"])
    #expect(
      try SensitivityOutcome.usual(of: human).map(\.text) == [
        "motor_drive@28", "motor_score_without_error@28",
      ])
    #expect(try SensitivityOutcome.usual(of: outcomes(["a"], ["y", "z"])).map(\.text) == ["y@28"])
    #expect(throws: SensitivityError.self) { try SensitivityOutcome.usual(of: []) }
  }
}
