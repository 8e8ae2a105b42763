import MyelonAnatomy
import Foundation
import MyelonSimulation
import MyelonStimulation
import Testing

/// A short valid study; the line numbers in tests count from its first line.
let studyText = """
  myelon-stimulation: 1
  name: test
  subject: {species: human}
  electrode:
    array: paddle-5-6-5
    at: T12
  montages:
    - each-contact
    - {cathode: "8", anode: "9"}
    - name: guarded
      shares: {"8": -1, "7": 0.5, "9": 0.5}
  pulse: {kind: asymmetric-biphasic, width: 210 us, ratio: 10, rate: 40 Hz}
  amplitudes: {from: 0.2 mA, to: 8 mA}
  fibres:
    roots: [L1, L2, L3, L4]
  target: {muscle: knee extensors, side: left}
  parameters:
    conductivity_dura: 0.05
  run:
    uncertainty: 2
  """

@Suite("Study files") struct StimulationReaderTests {
  private func findings(_ text: String) -> [ScenarioFinding] {
    do throws(ScenarioError) {
      _ = try StimulationFile.read(text: text, name: "study.yaml")
      return []
    } catch { return error.findings }
  }

  private func findings(replacing line: Int, with replacement: String?) -> [ScenarioFinding] {
    var lines = studyText.components(separatedBy: "\n")
    lines.replaceSubrange((line - 1)..<line, with: replacement.map { [$0] } ?? [])
    return findings(lines.joined(separator: "\n"))
  }

  @Test("a valid file is read as it says")
  func valid() throws {
    let file = try StimulationFile.read(text: studyText, name: "study.yaml")
    let study = file.study
    #expect(study.electrode.kind == .paddle && study.electrode.placement == .vertebra("T12"))
    #expect(study.triesEachContact && study.montages.map(\.name) == ["bipolar 8-/9+", "guarded"])
    #expect(study.montages[1].shares == ["8": -1, "7": 0.5, "9": 0.5])
    #expect(study.pulse == StudyPulse(kind: .asymmetric, width: 210, ratio: 10, rate: 40))
    #expect(study.amplitudes == StudyAmplitudes(lowest: 0.2, highest: 8))
    #expect(study.fibres.segments == ["L1", "L2", "L3", "L4"] && study.fibres.sides == [.left, .right])
    #expect(study.target == .muscle("knee extensors (quadriceps)", .left))
    #expect(study.parameters == ["conductivity_dura": 0.05] && study.uncertaintySets == 2)
    #expect(!study.acceptsUnsafe && !study.allowsUnbalanced && study.detail == .standard)
  }

  private static let faults: [ScenarioFault] = [
    ScenarioFault("", 1, "myelon-stimulation: 2", .outOfRange, at: 1, "myelon-stimulation"),
    ScenarioFault("", 2, nil, .missingKey, at: 1, "name"),
    ScenarioFault("", 3, "subject: {species: cat}", .unknownName, at: 3, "subject.species"),
    ScenarioFault("", 3, "subject: {species: human, length: 10 %}", .outOfRange, at: 3, "subject.length"),
    ScenarioFault("", 5, "  array: paddle-5-6", .unknownName, at: 5, "electrode.array"),
    ScenarioFault("", 5, "  aray: paddle-5-6-5", .unknownKey, at: 5, "electrode.aray"),
    ScenarioFault("", 6, "  at: T21", .unknownName, at: 6, "electrode.at"),
    ScenarioFault("", 6, nil, .missingKey, at: 5, "electrode.at"),
    ScenarioFault("", 8, "  - each", .unknownName, at: 8, "montages[0]"),
    ScenarioFault("", 9, "  - {cathode: \"18\"}", .unknownName, at: 9, "montages[1]"),
    ScenarioFault(
      "", 11, "    shares: {\"8\": -1, \"7\": 0.5, \"9\": 0.9}", .impossible, at: 10, "montages[2]"),
    ScenarioFault("", 11, "    shares: {\"8\": -0.4}", .impossible, at: 10, "montages[2]"),
    ScenarioFault(
      "", 12, "pulse: {kind: monophasic, width: 210 us, rate: 40 Hz}", .impossible, at: 12, "pulse.kind"),
    ScenarioFault(
      "", 12, "pulse: {kind: symmetric-biphasic, width: 210 us, rate: 2 kHz}", .wrongUnit, at: 12,
      "pulse.rate"),
    ScenarioFault(
      "", 12, "pulse: {kind: symmetric-biphasic, width: 2 ms, rate: 400 Hz}", .impossible, at: 12, "pulse"),
    ScenarioFault(
      "", 12, "pulse: {kind: symmetric-biphasic, width: 210 mA, rate: 40 Hz}", .wrongUnit, at: 12,
      "pulse.width"),
    ScenarioFault("", 13, "amplitudes: {from: 8 mA, to: 0.2 mA}", .impossible, at: 13, "amplitudes"),
    ScenarioFault("", 13, "amplitudes: {from: 0.2 mA, to: 20 mA}", .impossible, at: 13, "amplitudes"),
    ScenarioFault("", 15, "  roots: [L1, L2, L3, L44]", .unknownName, at: 15, "fibres.roots[3]"),
    ScenarioFault("", 15, "  roots: [L2, L2, L3, L4]", .impossible, at: 15, "fibres.roots[1]"),
    ScenarioFault(
      "", 16, "target: {muscle: knee extensor, side: left}", .unknownName, at: 16, "target.muscle"),
    ScenarioFault("", 16, "target: {muscle: gastrosoleus, side: left}", .impossible, at: 16, "target"),
    ScenarioFault("", 16, "target: {root: L2, side: up}", .unknownName, at: 16, "target.side"),
    ScenarioFault("", 18, "  conductivity_dura: -1", .outOfRange, at: 18, "parameters.conductivity_dura"),
    ScenarioFault(
      "", 18, "  conductivity_dura: 0.05 mS/m", .wrongUnit, at: 18, "parameters.conductivity_dura"),
    ScenarioFault(
      "", 18, "  conductivity_durra: 0.05", .unknownName, at: 18, "parameters.conductivity_durra"),
    ScenarioFault("", 20, "  resolution: 5 mm", .outOfRange, at: 20, "run.resolution"),
    ScenarioFault("", 20, "  uncertainty: many", .wrongType, at: 20, "run.uncertainty"),
  ]

  @Test("every fault is told with its line and place", arguments: faults)
  func broken(fault: ScenarioFault) {
    let found = findings(replacing: fault.line, with: fault.replacement)
    #expect(found.contains(where: fault.expected.matches), "\(found.map(\.description))")
  }

  @Test("sums of shares above the amplitude are refused, below too, guards and thirds are taken")
  func shares() {
    #expect(findings(replacing: 11, with: "    shares: {\"8\": -0.5, \"7\": -0.5, \"9\": 1}").isEmpty)
    #expect(!findings(replacing: 11, with: "    shares: {\"8\": -1, \"7\": -1}").isEmpty)
    #expect(findings(replacing: 11, with: "    shares: {\"8\": -0.33, \"7\": -0.33, \"9\": -0.34}").isEmpty)
  }

  @Test("contacts with coordinates: outside the canal, overlapping, on their own")
  func contacts() {
    func text(_ y: Double, _ second: Double) -> String {
      var lines = studyText.components(separatedBy: "\n")
      lines.replaceSubrange(
        3..<11,
        with: [
          "electrode:", "  contacts:",
          "    - {name: a, x: 0 mm, y: \(y) mm, z: 380 mm, radius: 1 mm}",
          "    - {name: b, x: 0 mm, y: \(y) mm, z: \(second) mm, width: 2 mm, length: 3 mm}",
          "montages: [{cathode: a}, {cathode: b}]",
        ])
      return lines.joined(separator: "\n")
    }
    let outside = findings(text(45, 390))
    #expect(outside.first?.path == "electrode" && outside.first?.line == 4, "\(outside)")
    #expect(outside.first?.message.contains("spinal canal") == true)
    let overlapping = findings(text(8, 381))
    #expect(overlapping.first?.message.contains("must not touch") == true, "\(overlapping)")
  }

  @Test("flags are needed by name to exceed the limits")
  func flags() {
    let unsafe = studyText.replacing("to: 8 mA", with: "to: 20 mA")
    #expect(!findings(unsafe).isEmpty)
    #expect(findings(unsafe + "\naccept-unsafe: yes").isEmpty)
    let unbalanced = studyText.replacing(
      "asymmetric-biphasic, width: 210 us, ratio: 10", with: "monophasic, width: 210 us")
    #expect(findings(unbalanced).map(\.path) == ["pulse.kind"])
    #expect(findings(unbalanced + "\nallow-unbalanced: yes").isEmpty)
  }
}
