import MyelonSimulation
import Testing

@Suite struct ScenarioFindingTests {
  @Test func theTextsThatTestsStartFromAreValid() {
    #expect(findings(humanText) == [])
    #expect(findings(ratText) == [])
  }

  static let keyFaults = [
    ScenarioFault(humanText, 15, "  voxle: 0.5 mm", .unknownKey, at: 15, "run.voxle"),
    ScenarioFault(humanText, 2, "name: test\nthing: 1", .unknownKey, at: 3, "thing"),
    ScenarioFault(humanText, 2, "name: test\ntherapies: [drug]", .unknownKey, at: 3, "therapies"),
    ScenarioFault(humanText, 6, "  sex: male\n  <<: {a: 1}", .unknownKey, at: 7, "subject.<<"),
    ScenarioFault(humanText, 15, "  voxel: 0.5 mm\n  voxel: 1 mm", .duplicateKey, at: 16, "run.voxel"),
    ScenarioFault(humanText, 15, "  voxel: 0.5 mm\n  \"voxel\": 1 mm", .duplicateKey, at: 16, "run.voxel"),
    ScenarioFault(humanText, 1, "# nothing", .missingKey, at: 2, "myelon"),
    ScenarioFault(humanText, 2, nil, .missingKey, at: 1, "name"),
    ScenarioFault(humanText, 5, nil, .missingKey, at: 4, "subject.age"),
    ScenarioFault(humanText, 8, nil, .missingKey, at: 8, "injury.mechanism"),
    ScenarioFault(humanText, 11, nil, .missingKey, at: 8, "injury.decompression"),
    ScenarioFault(humanText, 12, nil, .missingKey, at: 8, "injury.level"),
  ]

  static let typeFaults = [
    ScenarioFault(humanText, 1, "myelon: one", .wrongType, at: 1, "myelon"),
    ScenarioFault(humanText, 1, "myelon: 2", .outOfRange, at: 1, "myelon"),
    ScenarioFault(humanText, 2, "name: [a, b]", .wrongType, at: 2, "name"),
    ScenarioFault(humanText, 2, "name:", .wrongType, at: 2, "name"),
    ScenarioFault(humanText, 2, "name: ../escape", .wrongType, at: 2, "name"),
    ScenarioFault(humanText, 5, "  age: old", .wrongType, at: 5, "subject.age"),
    ScenarioFault(humanText, 14, "  days: [28]", .wrongType, at: 14, "run.days"),
    ScenarioFault(humanText, 14, "  days: many d", .wrongType, at: 14, "run.days"),
    ScenarioFault(humanText, 14, "  days: .nan", .wrongType, at: 14, "run.days"),
    ScenarioFault(humanText, 14, "  days: 0x1C", .wrongUnit, at: 14, "run.days"),
    ScenarioFault(humanText, 15, "  seed: \"7\"", .wrongType, at: 15, "run.seed"),
    ScenarioFault(humanText, 15, "  seed: seven", .wrongType, at: 15, "run.seed"),
    ScenarioFault(humanText, 15, "  threads: 1.5", .wrongType, at: 15, "run.threads"),
    ScenarioFault(humanText, 15, "  examiner-noise: 1", .wrongType, at: 15, "run.examiner-noise"),
    ScenarioFault(humanText, 15, "  visits: 7", .wrongType, at: 15, "run.visits"),
    ScenarioFault(humanText, 12, "  level: C5\n  laterality: left", .wrongType, at: 13, "injury.laterality"),
    ScenarioFault(humanText, 15, "parameters:\n  rate: fast", .wrongType, at: 16, "parameters.rate"),
    ScenarioFault(humanText, 15, "parameters: 3", .wrongType, at: 15, "parameters"),
    ScenarioFault(humanText, 15, "outputs:\n  fields: []", .wrongType, at: 16, "outputs.fields"),
  ]

  static let unitFaults = [
    ScenarioFault(humanText, 5, "  age: 38", .wrongUnit, at: 5, "subject.age"),
    ScenarioFault(humanText, 5, "  age: 38 mm", .wrongUnit, at: 5, "subject.age"),
    ScenarioFault(humanText, 5, "  age: 38 yaers", .wrongUnit, at: 5, "subject.age"),
    ScenarioFault(humanText, 15, "  voxel: 0.5 h", .wrongUnit, at: 15, "run.voxel"),
    ScenarioFault(humanText, 15, "  voxel: 0.5", .wrongUnit, at: 15, "run.voxel"),
    ScenarioFault(humanText, 11, "  decompression: 12", .wrongUnit, at: 11, "injury.decompression"),
    ScenarioFault(ratText, 9, "  height: 12.5 g", .wrongUnit, at: 9, "injury.height"),
  ]

  static let rangeFaults = [
    ScenarioFault(humanText, 5, "  age: 121 years", .outOfRange, at: 5, "subject.age"),
    ScenarioFault(humanText, 6, "  sex: male\n  weight: 80 g", .outOfRange, at: 7, "subject.weight"),
    ScenarioFault(ratText, 5, "  age: 5 years", .outOfRange, at: 5, "subject.age"),
    ScenarioFault(humanText, 9, "  peak-compression: 101 %", .outOfRange, at: 9, "injury.peak-compression"),
    ScenarioFault(humanText, 9, "  peak-compression: 60", .outOfRange, at: 9, "injury.peak-compression"),
    ScenarioFault(humanText, 11, "  decompression: -1 h", .outOfRange, at: 11, "injury.decompression"),
    ScenarioFault(humanText, 12, "  level: C5\n  laterality: 2", .outOfRange, at: 13, "injury.laterality"),
    ScenarioFault(humanText, 12, "  level: C5\n  length: 0 mm", .outOfRange, at: 13, "injury.length"),
    ScenarioFault(humanText, 14, "  days: 0", .outOfRange, at: 14, "run.days"),
    ScenarioFault(humanText, 14, "  days: 3651 d", .outOfRange, at: 14, "run.days"),
    ScenarioFault(humanText, 15, "  voxel: 0.04 mm", .outOfRange, at: 15, "run.voxel"),
    ScenarioFault(humanText, 15, "  voxel: 2.1 mm", .outOfRange, at: 15, "run.voxel"),
    ScenarioFault(humanText, 15, "  seed: -1", .outOfRange, at: 15, "run.seed"),
    ScenarioFault(humanText, 15, "  seed: 1.5", .outOfRange, at: 15, "run.seed"),
    ScenarioFault(humanText, 15, "  threads: 0", .outOfRange, at: 15, "run.threads"),
    ScenarioFault(humanText, 15, "  window: 1 mm", .outOfRange, at: 15, "run.window"),
    ScenarioFault(humanText, 15, "  visits: [0, 7]", .outOfRange, at: 15, "run.visits[0]"),
    ScenarioFault(humanText, 15, "  visits: []", .outOfRange, at: 15, "run.visits"),
    ScenarioFault(
      humanText, 15, "  time-step-tolerance: 60 %", .outOfRange, at: 15, "run.time-step-tolerance"),
    ScenarioFault(ratText, 9, "  height: 1 m", .outOfRange, at: 9, "injury.height"),
    ScenarioFault(ratText, 10, "  mass: 1 kg", .outOfRange, at: 10, "injury.mass"),
  ]

  static let nameFaults = [
    ScenarioFault(humanText, 6, "  sex: mael", .unknownName, at: 6, "subject.sex"),
    ScenarioFault(humanText, 8, "  mechanism: compresion", .unknownName, at: 8, "injury.mechanism"),
    ScenarioFault(humanText, 12, "  level: c5", .unknownName, at: 12, "injury.level"),
    ScenarioFault(humanText, 12, "  level: T13", .unknownName, at: 12, "injury.level"),
    ScenarioFault(humanText, 12, "  level: L6", .unknownName, at: 12, "injury.level"),
    ScenarioFault(ratText, 11, "  level: S5", .unknownName, at: 11, "injury.level"),
    ScenarioFault(humanText, 15, "outputs:\n  fields: [axon]", .unknownName, at: 16, "outputs.fields[0]"),
    ScenarioFault(humanText, 15, "outputs:\n  fields: most", .unknownName, at: 16, "outputs.fields"),
    ScenarioFault(humanText, 15, "anatomy: visible", .unknownName, at: 15, "anatomy"),
  ]

  @Test(arguments: keyFaults + typeFaults + unitFaults + rangeFaults + nameFaults)
  func oneFaultGivesOneFindingAtItsLine(_ fault: ScenarioFault) {
    let found = findings(fault.text, replacing: fault.line, with: fault.replacement)
    #expect(found.count == 1, "\(found.map(\.description))")
    #expect(found.allSatisfy(fault.expected.matches), "\(found.map(\.description))")
  }

  @Test func aRatMayHaveSegmentsThatPeopleDoNot() {
    #expect(findings(ratText, replacing: 11, with: "  level: T13") == [])
    #expect(findings(ratText, replacing: 11, with: "  level: L6") == [])
    #expect(findings(humanText, replacing: 12, with: "  level: S5") == [])
  }

  @Test(arguments: [
    (15, "  voxle: 0.5 mm", "voxel"), (6, "  sex: femal", "female"), (12, "  level: c5", "C5"),
    (15, "outputs: {fields: [axon]}", "axons"), (8, "  mechanism: Compresion", "compression"),
    (5, "  age: 38 yaers", "years"), (15, "  window: atuo", "auto"),
  ])
  func aMisspeltNameComesWithTheNearestValidOne(line: Int, replacement: String, nearest: String) {
    let found = findings(humanText, replacing: line, with: replacement)
    #expect(found.first?.nearest == nearest)
    #expect(found.first?.description.contains("did you mean '\(nearest)'?") == true)
  }

  @Test func allFindingsOfAFileAreReportedInTheOrderOfLines() {
    let text = """
      myelon: 1
      nmae: test
      subject:
        species: human
        age: 38 mm
        sex: male
        sex: female
      injury:
        mechanism: compression
        peak-compression: 160 %
        residual-compression: 30 %
        decompression: 12 h
        level: C9
      arms:
        - name: a
          therapies: [cells]
        - name: a
      run:
        days: 28
        days: 29
        voxel: 5 mm
        visits: [1, 40]
      outputs:
        fields: [axon]
      """
    let expected = [
      ExpectedFinding(.missingKey, 1, "name"), ExpectedFinding(.unknownKey, 2, "nmae"),
      ExpectedFinding(.wrongUnit, 5, "subject.age"), ExpectedFinding(.duplicateKey, 7, "subject.sex"),
      ExpectedFinding(.outOfRange, 10, "injury.peak-compression"),
      ExpectedFinding(.unknownName, 13, "injury.level"),
      ExpectedFinding(.wrongType, 16, "arms[0].therapies[0]"),
      ExpectedFinding(.impossible, 17, "arms[1].name"), ExpectedFinding(.duplicateKey, 20, "run.days"),
      ExpectedFinding(.outOfRange, 21, "run.voxel"), ExpectedFinding(.impossible, 22, "run.visits[1]"),
      ExpectedFinding(.unknownName, 24, "outputs.fields[0]"),
    ]
    let found = findings(text)
    #expect(found.count == expected.count, "\(found.map(\.description).joined(separator: "\n"))")
    for (one, other) in zip(found, expected) { #expect(other.matches(one), "\(one)") }
  }

  @Test func anErrorPrintsOneLinePerFinding() throws {
    let error = try #require(throws: ScenarioError.self) {
      _ = try Scenario.read(
        text: humanText.replacing("voxel: 0.5 mm", with: "voxle: 0.5 mm").replacing("name: test", with: ""),
        name: "my file.yaml")
    }
    let lines = error.description.split(separator: "\n")
    #expect(lines.count == error.findings.count)
    #expect(lines.first == "my file.yaml:1: name: this key must be given")
    #expect(
      lines.last?.hasPrefix("my file.yaml:15: run.voxle: this key is not known; found 'voxle';") == true)
    #expect(lines.last?.hasSuffix("did you mean 'voxel'?") == true)
  }
}
