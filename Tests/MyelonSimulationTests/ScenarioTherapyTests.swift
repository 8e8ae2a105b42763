import Foundation
import MyelonAnatomy
import MyelonSimulation
import MyelonTherapies
import Testing

/// Therapies as a scenario file writes them.
@Suite struct ScenarioTherapyTests {
  /// Every kind of therapy and every key; the arm begins on line 16.
  static let text =
    humanText + """

      arms:
        - name: combination
          leave-one-out: yes
          therapies:
            - scaffold: channels
              name: aligned scaffold
              day: 7
              volume: 50 uL
              channel-diameter: 200 um
              wall: 50 um
            - cells: ipsc-npc
              name: iPSC-NPC
              day: 7
              dose: 2e6
              sites: [{axial: -2 mm, lateral: 0.5 mm, dorsal: 0 mm, share: 2}, {axial: 3.1 mm}]
              volume: 10 uL
              carrier: fibrin
              in: aligned scaffold
              tissue-match: haplo
              lot: {id: A1, viability: 92 %, residual-pluripotent: 0.001 %, sterility: sterile}
              engineering: [{secretes: NT-3, rate: 20 ng/1e6/d}, {senses: cytokine, half: 0.5, exponent: 2, factor: IL-10, leak: 0.1, maximal: 10}, {safety-switch: 95 %}]
              labels: [iron, reporter]
              repeat: {every: 7 days, times: 3}
            - release: NT-3
              day: 8
              amount: 10 ug
              kinetics: {burst: 20 %, rate: 0.05/d}
              from: aligned scaffold
              depot-half-life: 3 days
            - drug: tacrolimus
              route: intravenous
              day: 5
              dose: 1 mg/kg
              every: 24 h
              for: 20 days
            - safety-switch: iPSC-NPC
              day: 15
            - exosomes: exosomes-msc
              day: 1
              dose: 200 ug
              route: intravenous
      """

  @Test func everyKindOfTherapyIsRead() throws {
    let scenario = try Scenario.read(text: Self.text, name: "x")
    let names = scenario.arms[0].therapies.interventions.map(\.name)
    #expect(
      names == [
        "aligned scaffold", "iPSC-NPC", "iPSC-NPC, dose 2", "iPSC-NPC, dose 3", "NT-3", "tacrolimus",
        "safety switch of iPSC-NPC", "safety switch of iPSC-NPC, dose 2", "exosomes-msc",
      ])
    let cells = scenario.arms[0].therapies.interventions.compactMap { intervention -> CellTransplant? in
      if case .cells(let cells) = intervention { cells } else { nil }
    }
    #expect(cells.map(\.day) == [7, 14, 21, 1] && cells.map(\.dose) == [2e6, 2e6, 2e6, 2])
    #expect(cells[0].tissueMatch == 0.5 && cells[0].scaffold == "aligned scaffold" && cells[0].volume == 10)
    #expect(cells[0].sites.map(\.axial) == [-2, 3.1] && cells[0].sites.map(\.share) == [2, 1])
    #expect(cells[0].engineering.count == 3 && cells[0].labels == [.iron, .reporter])
    #expect(cells[0].lot?.results[.residualPluripotent] == 0.001 * 0.01)
    guard case .release(let release) = scenario.arms[0].therapies.interventions[4] else {
      Issue.record("no release")
      return
    }
    #expect(release.amount == 10_000 && release.kinetics == .burstFirstOrder(burst: 20 * 0.01, rate: 0.05))
    #expect(release.origin == .scaffold("aligned scaffold"))
  }

  @Test func aTreatedScenarioSurvivesWritingAndReading() throws {
    let scenario = try Scenario.read(text: Self.text, name: "x")
    let yaml = scenario.yaml
    let reread = try Scenario.read(text: yaml, name: "y")
    // Compared outside the expectations, which would print both in full.
    let isEqual = reread == scenario
    #expect(isEqual)
    let isSameText = reread.yaml == yaml
    #expect(isSameText)
    let data = try JSONEncoder().encode(scenario)
    let isDecoded = try JSONDecoder().decode(Scenario.self, from: data) == scenario
    #expect(isDecoded)
  }

  @Test(arguments: [
    "bolus", "{higuchi: 0.2}", "{power: 0.3, exponent: 0.45}", "{pump: 14 days}",
    "{capsule: 28 days, lag: 1 d}",
    "{burst: 0.1, rate: 0.3 1/h}",
  ])
  func everyLawOfReleaseRoundTrips(law: String) throws {
    let text = Self.text.replacing("{burst: 20 %, rate: 0.05/d}", with: law)
      .replacing("from: aligned scaffold", with: "from: intrathecal")
    let scenario = try Scenario.read(text: text, name: "x")
    let isEqual = try Scenario.read(text: scenario.yaml, name: "y") == scenario
    #expect(isEqual)
  }

  @Test func leavingOneOutAddsAnArmForEachComponent() throws {
    let arms = try Scenario.read(text: Self.text, name: "x").arms
    #expect(
      arms.map(\.name) == [
        "combination", "combination without aligned scaffold", "combination without iPSC-NPC",
        "combination without NT-3", "combination without tacrolimus", "combination without exosomes-msc",
      ])
    #expect(arms[0].componentOf == nil && arms[0].removed == nil)
    #expect(arms.dropFirst().allSatisfy { $0.componentOf == "combination" })
    #expect(arms[3].removed == "NT-3" && arms[3].therapies.interventions.count == 8)
    // With the cells go all their doses and their switches.
    #expect(arms[2].therapies.components == ["aligned scaffold", "NT-3", "tacrolimus", "exosomes-msc"])
    #expect(arms[2].therapies.interventions.count == 4)
    // What the scaffold held is given without it.
    for intervention in arms[1].therapies.interventions {
      if case .cells(let cells) = intervention { #expect(cells.scaffold == nil) }
      if case .release(let release) = intervention { #expect(release.origin == .sites([.epicentre])) }
    }
  }

  @Test func recordsOfVersionsWithoutTherapiesAreStillRead() throws {
    let scenario = try Scenario.read(text: humanText, name: "x")
    let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(scenario))
    var old = try #require(object as? [String: Any])
    old["products"] = nil
    var arms = try #require(old["arms"] as? [[String: Any]])
    arms[0]["therapies"] = nil
    arms[0]["leavesOneOut"] = nil
    old["arms"] = arms
    var run = try #require(old["run"] as? [String: Any])
    run["agents"] = nil
    old["run"] = run
    let data = try JSONSerialization.data(withJSONObject: old)
    #expect(try JSONDecoder().decode(Scenario.self, from: data) == scenario)
  }

  /// Text found once in the scenario, what replaces it, and the finding.
  static let faults: [(found: String, replacement: String, kind: ScenarioFinding.Kind, path: String)] = [
    ("cells: ipsc-npc", "cells: ipsc-npk", .unknownName, "[1].cells"),
    ("exosomes: exosomes-msc", "exosomes: opc", .unknownName, "[5].exosomes"),
    ("dose: 2e6", "dose: many", .wrongType, "[1].dose"),
    ("dose: 2e6", "dose: 0", .outOfRange, "[1].dose"),
    ("volume: 10 uL", "volume: 10 mm", .wrongUnit, "[1].volume"),
    ("volume: 10 uL", "volum: 10 uL", .unknownKey, "[1].volum"),
    ("volume: 10 uL", "amount: 10 ug", .impossible, "[1].amount"),
    ("carrier: fibrin", "carrier: fibrim", .unknownName, "[1].carrier"),
    ("in: aligned scaffold", "in: alinged scaffold", .unknownName, "[1].in"),
    ("tissue-match: haplo", "tissue-match: 2", .outOfRange, "[1].tissue-match"),
    ("viability: 92 %", "viability: 62 %", .impossible, "[1].lot.viability"),
    ("sterility: sterile", "sterility: growth", .impossible, "[1].lot.sterility"),
    (
      "residual-pluripotent: 0.001 %", "residual-pluripotent: 1 %", .impossible,
      "[1].lot.residual-pluripotent"
    ),
    ("labels: [iron, reporter]", "labels: [irn]", .unknownName, "[1].labels[0]"),
    ("rate: 20 ng/1e6/d", "rate: 20 mg", .wrongUnit, "[1].engineering[0].rate"),
    ("factor: IL-10, leak: 0.1", "factor: IL-10, leak: 11", .impossible, "[1].engineering[1].leak"),
    ("times: 3", "times: 9", .impossible, "[1].repeat"),
    ("wall: 50 um", "erosion: bulk", .missingKey, "[0].wall"),
    ("scaffold: channels", "scaffold: chanels", .unknownName, "[0].scaffold"),
    ("amount: 10 ug", "amount: 10 U", .wrongUnit, "[2].amount"),
    ("day: 8", "day: 6", .impossible, "[2].from"),
    ("day: 8", "day: 29", .impossible, "[2].day"),
    ("day: 8", "day: -1", .outOfRange, "[2].day"),
    ("rate: 0.05/d", "lag: 1 d", .impossible, "[2].kinetics.lag"),
    ("drug: tacrolimus", "drug: tacrolimuss", .unknownName, "[3].drug"),
    ("route: intravenous", "route: intrathecal", .impossible, "[3].route"),
    ("dose: 1 mg/kg", "dose: 1 mg", .impossible, "[3].dose"),
    ("dose: 1 mg/kg", "dose: 1 h", .wrongUnit, "[3].dose"),
    ("safety-switch: iPSC-NPC", "safety-switch: iPSC", .unknownName, "[4].safety-switch"),
    ("day: 15", "day: 6", .impossible, "[4].day"),
    (", {safety-switch: 95 %}", "", .impossible, "[4].safety-switch"),
    ("exosomes: exosomes-msc", "name: x", .missingKey, "[5]"),
    ("exosomes: exosomes-msc", "exosomes: exosomes-msc\n        name: nt-3", .impossible, "[5].name"),
  ]

  @Test(arguments: faults.indices)
  func oneFaultOfATherapyIsFoundAtItsLine(index: Int) throws {
    let fault = Self.faults[index]
    let parts = Self.text.components(separatedBy: fault.found)
    try #require(parts.count >= 2, "\(fault.found)")
    let text = parts[0] + fault.replacement + parts.dropFirst().joined(separator: fault.found)
    let found = findings(text).filter { $0.path == "arms[0].therapies" + fault.path }
    #expect(found.map(\.kind) == [fault.kind], "\(fault.replacement): \(findings(text).map(\.description))")
    #expect(found.allSatisfy { $0.line != nil && ($0.found != nil || $0.kind == .missingKey) })
  }

  @Test func aFailedLotIsStudiedOnDemandAndTheFlagIsKept() throws {
    let text = Self.text.replacing("viability: 92 %", with: "viability: 62 %, use-although-failed: yes")
    let scenario = try Scenario.read(text: text, name: "x")
    guard case .cells(let cells) = scenario.arms[0].therapies.interventions[1] else {
      Issue.record("no cells")
      return
    }
    #expect(cells.lot?.isUsedAlthoughFailed == true && cells.livingDose == 2e6 * (62 * 0.01))
    let isEqual = try Scenario.read(text: scenario.yaml, name: "y") == scenario
    #expect(isEqual)
  }

  @Test func aMassDoseIsConvertedWithTheSubjectsWeight() throws {
    let text = Self.text.replacing("dose: 1 mg/kg", with: "dose: 8 mg")
      .replacing("sex: male", with: "sex: male\n  weight: 80 kg")
    let arm = try Scenario.read(text: text, name: "x").arms[0]
    guard case .drug(let drug) = arm.therapies.interventions[5] else {
      Issue.record("no drug")
      return
    }
    #expect(abs(drug.dose - 0.1) < 1e-12)
  }

  @Test func everyDrugKeepsItsDoseInWritingByEveryRouteOfItsSpecies() throws {
    for species in Scenario.Species.allCases {
      var scenario = try Scenario.read(text: species == .human ? humanText : ratText, name: "x")
      scenario.arms[0].therapies = TreatmentProtocol(
        Drug.allCases.flatMap { drug in
          drug.routes(in: species).map { route in
            .drug(
              DrugCourse(
                name: "\(drug.rawValue) \(route.rawValue)", drug: drug, route: route, day: 0.125, dose: 0.37,
                interval: 12.5, duration: 3.1))
          }
        })
      let reread = try Scenario.read(text: scenario.yaml, name: "y")
      #expect(reread == scenario)
    }
  }
}
