import Foundation
import MyelonAnatomy
import MyelonLesion
import MyelonQuantities
import MyelonSimulation
import Testing

/// What is written reads back as an equal value.
@Suite struct ScenarioRoundTripTests {
  /// Reads the canonical text and the JSON form of a scenario back.
  private func expectRoundTrip(_ scenario: Scenario, _ comment: Comment) throws {
    let yaml = scenario.yaml
    let reread = try Scenario.read(text: yaml, name: "canonical.yaml")
    #expect(reread == scenario, comment)
    #expect(reread.yaml == yaml, comment)
    let encoded = try JSONEncoder().encode(scenario)
    #expect(try JSONDecoder().decode(Scenario.self, from: encoded) == scenario, comment)
  }

  @Test(arguments: ["c5-contusion", "c5-contusion-pam50", "rat-t10-drop"])
  func anExampleRoundTrips(name: String) throws {
    let path = packageFolder.appendingPathComponent("Examples/\(name).yaml").path
    try expectRoundTrip(try Scenario.read(path: path), "\(name)")
  }

  @Test(arguments: ScenarioTemplate.allCases)
  func aTemplateRoundTrips(template: ScenarioTemplate) throws {
    try expectRoundTrip(try Scenario.read(text: template.text, name: "template"), "\(template)")
  }

  @Test func awkwardTextsRoundTrip() throws {
    var scenario = try Scenario.read(text: humanText, name: "x")
    scenario.description = "\"quotes\", \\ back\\slash, # no comment: {a: [b]}\n\ttab, é, 脊髄, 🐀 and 'single'"
    scenario.anatomy = .pam50(directory: "a \"strange\" folder/é")
    scenario.parameters = [ParameterOverride(id: "a.b: c", value: -1.5e-7, unit: "mm2/h")]
    try expectRoundTrip(scenario, "awkward")
  }

  @Test(arguments: 0..<200)
  func aRandomScenarioRoundTrips(seed: UInt64) throws {
    var random = TestRandom(seed: seed)
    let scenario = randomScenario(&random)
    try expectRoundTrip(scenario, "seed \(seed)")
  }

  // MARK: - Random scenarios

  private func randomScenario(_ random: inout TestRandom) -> Scenario {
    let isRat = Bool.random(using: &random)
    let drawn = Double.random(in: 1...3650, using: &random)
    let days = Bool.random(using: &random) ? drawn : drawn.rounded()
    var run = Scenario.Run(days: days)
    run.voxel = Double.random(in: 0.05...0.5, using: &random)
    run.seed = UInt64.random(in: 0 ... .max, using: &random)
    run.examinerNoise = Bool.random(using: &random)
    run.individualVariation = Bool.random(using: &random)
    run.threads = Bool.random(using: &random) ? Int.random(in: 1...64, using: &random) : nil
    run.window =
      Bool.random(using: &random) ? .automatic : .length(Double.random(in: 100.1...500, using: &random))
    run.timeStepTolerance = Bool.random(using: &random) ? Double.random(in: 0.001...0.5, using: &random) : nil
    let selections: [Scenario.FieldSelection] = [.standard, .all, .none, .named(["cspg", "axons"])]
    let arms = (0..<Int.random(in: 1...4, using: &random)).map { index in
      Scenario.Arm(
        name: "arm \(index)", description: index == 1 ? "Second: \"arm\"" : "",
        injury: Bool.random(using: &random) ? randomInjury(&random, isRat: isRat) : nil,
        published: (0..<Int.random(in: 0...2, using: &random)).map { _ in randomResult(&random, days: days) })
    }
    return Scenario(
      name: "random", description: Bool.random(using: &random) ? "Two\nlines" : "",
      subject: Scenario.Subject(
        species: isRat ? .rat : .human, age: Double.random(in: 0...(isRat ? 4 : 120), using: &random),
        sex: Bool.random(using: &random) ? .male : .female,
        weight: Bool.random(using: &random) ? Double.random(in: 500...1500, using: &random) : nil),
      injury: randomInjury(&random, isRat: isRat), arms: arms, run: run,
      outputs: Scenario.Outputs(fields: selections.randomElement(using: &random) ?? .all),
      parameters: [ParameterOverride(id: "p", value: Double.random(in: -1e9...1e9, using: &random))],
      anatomy: isRat ? .parametric : .pam50(directory: Bool.random(using: &random) ? "x/y" : nil))
  }

  private func randomInjury(_ random: inout TestRandom, isRat: Bool) -> Injury {
    func number(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &random) }
    let peak = number(0.01...1)
    let mechanisms: [InjuryMechanism] = [
      .compression(
        peakCompression: peak, residualCompression: peak * number(0...1), decompression: number(0...8000)),
      .contusion(peakCompression: (number(0.01...1) * 100).rounded(.up) / 100),
      .hemisection(side: Bool.random(using: &random) ? .left : .right, gap: number(0.01...50)),
      .transection(gap: number(0.01...50)),
      .dorsalSection(depth: (number(0.01...1) * 100).rounded(.up) / 100, gap: number(0.01...50)),
      .weightDrop(height: number(0.5...300), mass: number(1...100)),
      .impactForce(force: number(10...1000)), .clip(force: number(0.5...150), duration: number(0.001...24)),
    ]
    let mechanism = mechanisms[Int.random(in: 0..<(isRat ? 8 : 5), using: &random)]
    let level = ["C1", "C5", "T10", "L5"].randomElement(using: &random) ?? "C5"
    switch mechanism {
    case .hemisection, .dorsalSection, .transection: return Injury(mechanism: mechanism, level: level)
    default:
      return Injury(
        mechanism: mechanism, level: level, laterality: number(-1...1),
        depth: Bool.random(using: &random) ? number(-1...1) : nil,
        length: Bool.random(using: &random) ? number(0.1...100) : nil)
    }
  }

  private func randomResult(_ random: inout TestRandom, days: Double) -> Scenario.PublishedResult {
    let day = Double.random(in: 0...days, using: &random)
    let spread = Bool.random(using: &random) ? Double.random(in: 0...50, using: &random) : nil
    return Scenario.PublishedResult(
      measure: "spared_white_matter", firstDay: day, lastDay: Bool.random(using: &random) ? days : nil,
      mean: Double.random(in: 0...100, using: &random), spread: spread,
      spreadKind: spread == nil ? .unstated : .standardError, unit: "%", source: "A & B: \"C\" #4",
      provenance: .retrieved, note: Bool.random(using: &random) ? "a note" : "")
  }
}
