import MyelonQuantities
import Testing

@Suite struct ParameterTableTests {
  private let table = ParameterTable([
    Parameter("rate", "k", 0.5, "1/h", 0.1...1, "a rate", .assumed(because: "test")),
    Parameter("share", "f", 1, "fraction", 0...1, "a share", .measured(source: "A", note: "B")),
  ])

  @Test func aValueIsReplacedAndMarked() throws {
    var changed = table
    try changed.replace("rate", with: 0.7)
    #expect(changed["rate"] == 0.7)
    #expect(changed.parameter("rate")?.isOverridden == true)
    #expect(changed.parameter("share")?.isOverridden == false)
    #expect(table["rate"] == 0.5)
    try changed.replace("share", with: 0)
    try changed.replace("share", with: 1)
  }

  @Test(arguments: [0.0999, 1.0001, -1, .infinity, -.infinity, .nan])
  func anImplausibleValueIsRefusedAndNothingChanges(value: Double) {
    var changed = table
    do throws(ParameterError) {
      try changed.replace("rate", with: value)
      Issue.record("\(value) was taken")
    } catch {
      guard case .implausible("rate", let found, "1/h", 0.1...1) = error else {
        Issue.record("wrong error: \(error)")
        return
      }
      #expect(found == value || (found.isNaN && value.isNaN))
      #expect(error.description.contains("between 0.1 and 1.0 1/h"))
    }
    #expect(changed == table)
  }

  @Test func anUnknownIdentifierBringsTheNearest() {
    var changed = table
    #expect(throws: ParameterError.unknown(id: "ratte", nearest: "rate")) {
      try changed.replace("ratte", with: 0.5)
    }
    #expect(throws: ParameterError.unknown(id: "velocity", nearest: nil)) {
      try changed.replace("velocity", with: 0.5)
    }
  }

  @Test func errorsAreSentences() {
    let near = ParameterError.unknown(id: "ratte", nearest: "rate").description
    let far = ParameterError.unknown(id: "velocity", nearest: nil).description
    #expect(
      near == "No parameter is called 'ratte'; did you mean 'rate'? `myelon parameters` lists them all.")
    #expect(far == "No parameter is called 'velocity'. `myelon parameters` lists them all.")
  }

  @Test func appendingKeepsOrderAndValues() {
    let other = ParameterTable([Parameter("time", "t", 2, "h", 1...3, "a time", .derived(from: "test"))])
    let both = table.appending(other)
    #expect(both.parameters.map(\.id) == ["rate", "share", "time"])
    #expect(both["time"] == 2)
    #expect(both.parameter("nothing") == nil)
  }

  @Test func evidenceReadsAsText() {
    #expect(table.parameter("share")?.evidence.text == "A (B)")
    #expect(Evidence.measured(source: "A").text == "A")
    #expect(Evidence.fitted(to: "curve").kind == "fitted")
  }
}
