import MyelonSimulation
import MyelonTrialDesigns
import Testing

@Suite("Decoding designs from YAML")
struct DocumentDecoderTests {
  private func decode<Decoded: Decodable>(_ type: Decoded.Type, _ text: String) -> (Decoded?, [String]) {
    let findings = FindingList(file: "protocol.yaml")
    guard let node = ScenarioDocument.read(text, into: findings) else {
      return (nil, findings.findings.map(\.description))
    }
    let value = ScenarioValue(node: node, path: "", findings: findings)
    return (DocumentDecoder.decode(type, from: value), findings.findings.map(\.description))
  }

  @Test("Keys and words with hyphens become names of code")
  func kebabCase() throws {
    let (design, findings) = decode(
      ContinualReassessment.self,
      """
      plan: {doses: 3, cohort-size: 3, maximum-patients: 24}
      target: 20 %
      skeleton: [0.05, 0.1, 0.2]
      prior-deviation: 1.1
      time-to-event: yes
      estimator: posterior-mean
      """)
    #expect(findings == [])
    let read = try #require(design)
    #expect(read.target == 0.2 && read.priorDeviation == 1.1 && read.timeToEvent)
    #expect(read.plan.cohortSize == 3 && read.estimator == .posteriorMean)
  }

  @Test("A finding has the line of the innermost value that is wrong")
  func place() {
    let (design, findings) = decode(
      BOIN.self,
      """
      target: 0.2
      plan:
        doses: 3
        cohort-size: three
        maximum-patients: 24
      """)
    #expect(design == nil)
    #expect(findings.count == 1)
    #expect(findings.first?.contains("4:") == true, "\(findings)")
    #expect(findings.first?.contains("a whole number is required; found 'three'") == true, "\(findings)")
  }

  @Test("A missing key and an unknown one are named as they stand in files")
  func keys() {
    let (_, missing) = decode(BOIN.self, "target: 0.2\n")
    #expect(missing.first?.contains("'plan' must be given") == true, "\(missing)")
    let (_, unknown) = decode(
      BOIN.self, "target: 0.2\nhigh-rates: 0.3\nplan: {doses: 3, cohort-size: 3, maximum-patients: 24}\n")
    #expect(unknown.first?.contains("high-rates") == true, "\(unknown)")
    #expect(unknown.first?.contains("highRate") == false, "\(unknown)")
  }

  @Test("Names keep their meaning there and back", arguments: ["target", "priorDeviation", "enoughAtDose"])
  func names(_ name: String) {
    #expect(DocumentNames.code(DocumentNames.file(name)) == name)
  }

  @Test("Only words of code are rewritten in messages")
  func messages() {
    let text = "BOIN12 and mTPI: highRate in days, HSD, dose 3"
    #expect(DocumentNames.inFileStyle(text) == "BOIN12 and mTPI: high-rate in days, HSD, dose 3")
  }
}
