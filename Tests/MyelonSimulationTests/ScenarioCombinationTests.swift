import MyelonAnatomy
import MyelonLesion
import MyelonQuantities
import MyelonSimulation
import Testing

/// Values that are each valid and cannot go together.
@Suite struct ScenarioCombinationTests {
  private func injured(_ text: String, _ injury: [String]) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let first = 7
    let last = lines.firstIndex(of: "run:") ?? lines.count
    lines.replaceSubrange(first..<last, with: injury.map { "  \($0)" })
    return lines.joined(separator: "\n")
  }

  @Test(arguments: [
    ["mechanism: weight-drop", "height: 10 mm", "mass: 10 g", "level: C5"],
    ["mechanism: force", "force: 200 kdyn", "level: C5"],
    ["mechanism: clip", "closing-force: 35 gf", "duration: 1 min", "level: C5"],
  ])
  func peopleAreNotInjuredByAnimalDevices(injury: [String]) {
    let found = findings(injured(humanText, injury))
    #expect(found.map(\.kind) == [.impossible])
    #expect(found.first?.line == 8)
    #expect(found.first?.path == "injury.mechanism")
    let level = injury.map { $0 == "level: C5" ? "level: T10" : $0 }
    #expect(findings(injured(ratText, level)) == [])
  }

  @Test(arguments: [
    (["mechanism: transection", "gap: 1 mm", "peak-compression: 60 %", "level: C5"], 10, "peak-compression"),
    (
      ["mechanism: hemisection", "side: left", "gap: 1 mm", "laterality: 0.5", "level: C5"], 11, "laterality"
    ),
    (["mechanism: contusion", "peak-compression: 60 %", "height: 5 mm", "level: C5"], 10, "height"),
    (["mechanism: transection", "gap: 1 mm", "length: 5 mm", "level: C5"], 10, "length"),
  ])
  func aKeyOfAnotherMechanismIsRefused(injury: [String], line: Int, key: String) {
    let found = findings(injured(humanText, injury))
    #expect(found.map(\.kind) == [.impossible])
    #expect(found.first?.line == line)
    #expect(found.first?.path == "injury.\(key)")
  }

  static let impossible = [
    ScenarioFault(
      humanText, 10, "  residual-compression: 70 %", .impossible, at: 10, "injury.residual-compression"),
    ScenarioFault(humanText, 15, "  visits: [7, 29]", .impossible, at: 15, "run.visits[1]"),
    ScenarioFault(humanText, 15, "  visits: [7, 7]", .impossible, at: 15, "run.visits[1]"),
    ScenarioFault(humanText, 15, "  visits: [7, 3]", .impossible, at: 15, "run.visits[1]"),
    ScenarioFault(ratText, 14, "  voxel: 0.6 mm", .impossible, at: 14, "run.voxel"),
    ScenarioFault(ratText, 14, "anatomy: pam50", .impossible, at: 14, "anatomy"),
    ScenarioFault(
      humanText, 15, "arms:\n  - name: a\n  - name: a", .impossible, at: 17, "arms[1].name"),
    ScenarioFault(
      humanText, 15, "arms:\n  - name: Arm 1\n  - name: arm-1", .impossible, at: 17, "arms[1].name"),
    ScenarioFault(
      humanText, 15, "outputs:\n  fields: [axons, axons]", .impossible, at: 16, "outputs.fields[1]"),
    ScenarioFault(
      humanText, 15, "arms:\n  - name: a\n    therapies: [x]", .wrongType, at: 17, "arms[0].therapies[0]"),
  ]

  @Test(arguments: impossible)
  func anImpossibleCombinationIsRefusedAtItsLine(_ fault: ScenarioFault) {
    let found = findings(fault.text, replacing: fault.line, with: fault.replacement)
    #expect(found.count == 1, "\(found.map(\.description))")
    #expect(found.allSatisfy(fault.expected.matches), "\(found.map(\.description))")
  }

  @Test func aVoxelMustFitTheCordWhereItIsInjured() {
    let coarse = humanText.replacing("voxel: 0.5 mm", with: "voxel: 1 mm")
    #expect(findings(coarse) == [])
    let found = findings(coarse.replacing("level: C5", with: "level: S4"))
    #expect(found.map(\.kind) == [.impossible])
    #expect(found.first?.line == 15)
    #expect(found.first?.allowed?.hasPrefix("up to 0.75 mm") == true)
    let arm = coarse + "\narms:\n  - name: low\n    injury: {level: S5}"
    #expect(findings(arm).map(\.path) == ["run.voxel"])
  }

  @Test(arguments: Species.allCases)
  func segmentsAndVoxelLimitsAreThoseOfTheAnatomy(species: Species) {
    let text = species == .human ? humanText : ratText
    let level = species == .human ? "level: C5" : "level: T10"
    let voxel = species == .human ? "voxel: 0.5 mm" : "voxel: 0.2 mm"
    let coarsest = species == .human ? 2.0 : 0.5
    for segment in CordAnatomy.standard(species).segments {
      let half = min(segment.anteroposterior, segment.lateral) / 2
      let there = text.replacing(level, with: "level: \(segment.name)")
      let fine = there.replacing(voxel, with: "voxel: \(min(half - 0.005, coarsest)) mm")
      #expect(findings(fine) == [], "\(segment.name)")
      guard half < coarsest else { continue }
      let coarse = there.replacing(voxel, with: "voxel: \(half + 0.005) mm")
      #expect(findings(coarse).map(\.kind) == [.impossible], "\(segment.name)")
    }
  }

  @Test func aWindowMustBeLongerThanTheStruckLengthOfEveryArm() {
    let text = humanText + "\n  window: 10 mm"
    #expect(findings(text) == [])
    #expect(findings(text.replacing("level: C5", with: "level: C5\n  length: 9 mm")) == [])
    let struck = findings(text.replacing("level: C5", with: "level: C5\n  length: 10 mm"))
    #expect(struck.map(\.kind) == [.impossible])
    #expect(struck.first?.line == 17)
    let arm = "\narms:\n  - name: cut\n    injury: {mechanism: transection, gap: 20 mm}"
    #expect(findings(text + arm).map(\.path) == ["run.window"])
  }

  @Test func anArmInheritsWhatItDoesNotName() throws {
    let text =
      ratText.replacing("level: T10", with: "level: T10\n  laterality: 0.25\n  length: 3 mm") + """

        arms:
          - name: base
          - name: high
            injury: {height: 50 mm}
          - name: middle
            injury: {laterality: 0, length: auto}
          - name: forced
            injury: {mechanism: force, force: 200 kdyn}
          - name: cut
            injury: {mechanism: transection, gap: 0.5 mm, level: T9}
        """
    let scenario = try Scenario.read(text: text, name: "test.yaml")
    let injuries = scenario.arms.map { scenario.injury(of: $0) }
    #expect(scenario.arms.map { $0.injury == nil } == [true, false, false, false, false])
    #expect(
      injuries == [
        Injury(
          mechanism: .weightDrop(height: 12.5, mass: 10), level: "T10", laterality: 0.25, length: 3),
        Injury(mechanism: .weightDrop(height: 50, mass: 10), level: "T10", laterality: 0.25, length: 3),
        Injury(mechanism: .weightDrop(height: 12.5, mass: 10), level: "T10"),
        Injury(mechanism: .impactForce(force: 200), level: "T10", laterality: 0.25, length: 3),
        Injury(mechanism: .transection(gap: 0.5), level: "T9"),
      ])
  }

  @Test func anArmWithAnotherMechanismMustGiveAllItsKeys() {
    let text = ratText + "\narms:\n  - name: clip\n    injury:\n      mechanism: clip\n      duration: 1 min"
    let found = findings(text)
    #expect(found.map(\.kind) == [.missingKey])
    #expect(found.first?.path == "arms[0].injury.closing-force")
    #expect(found.first?.line == 18)
  }
}
