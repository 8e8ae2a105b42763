import MyelonSimulation
import Testing

/// Text that is not the plain YAML of scenario files.
@Suite struct ScenarioSyntaxTests {
  @Test(arguments: [
    ("name: test\n  bad: indentation", 3), ("name: \"open", nil), ("name: test\nsubject: {", nil),
    ("name: test\n\tvoxel: 1", 3), ("name: te\u{7}st", 2), ("name: te\u{2028}st", 2), ("name: @test", 2),
    ("name: !secret test", 2), ("name: *nobody", 2), ("? [a, b]\n: c", 2), ("name: test\n---\nname: b", 3),
    ("name: %test\n%YAML 1.2", nil),
  ])
  func aBrokenLineIsFound(text: String, line: Int?) {
    let found = findings("myelon: 1\n\(text)\n")
    #expect(found.contains { $0.kind == .syntax }, "\(found)")
    if let line { #expect(found.contains { $0.kind == .syntax && $0.line == line }, "\(found)") }
  }

  @Test(arguments: ["- a\n- b", "just words", "12", "[1, 2]"])
  func aFileWithoutKeysIsRefused(text: String) {
    #expect(findings(text).map(\.kind) == [.wrongType])
  }

  @Test func tabsMayStandWithinALineOnly() {
    #expect(findings(humanText.replacing("mm", with: "mm\t# fine")) == [])
    let indented = findings(
      humanText.replacing("  age", with: "\tage").replacing("  voxel", with: " \tvoxel"))
    #expect(indented.map(\.line) == [5, 15])
    #expect(indented.allSatisfy { $0.kind == .syntax && $0.problem.contains("tabs") })
  }

  @Test func aFewAliasesAreReadAndManyAreRefused() throws {
    let shared =
      humanText.replacing("level: C5", with: "level: &level C5") + """

        arms:
          - name: a
            injury: {level: *level, decompression: 4 h}
        """
    #expect(findings(shared) == [])
    let many = humanText + "\n# " + Array(repeating: "*word", count: 17).joined(separator: " ")
    #expect(findings(many).map(\.line) == [16])
  }

  @Test func aNestOfAliasesIsRefusedAtOnce() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let copies = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(copies)]\n"
    }
    #expect(findings(bomb).map(\.kind) == [.syntax])
    // The largest nest that the count of aliases lets through.
    let small = "a: &a [1,1,1,1]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: [*c,*c,*c]\n*c : 1"
    #expect(!findings(small).isEmpty)
  }

  @Test(arguments: [
    String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 50_000),
    String(repeating: "- ", count: 100_000), "a: " + String(repeating: "[", count: 999),
    String(repeating: "[", count: 900) + String(repeating: "]", count: 900),
    (0..<400).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    String(repeating: "a", count: 500_000), "a: \"" + String(repeating: "b\n\n", count: 100_000) + "\"",
    (0..<30_000).map { "key\($0): 1\n" }.joined(), String(repeating: "? ", count: 50_000),
  ])
  func deepLongOrWideTextsAreRefused(text: String) {
    #expect(!findings(text).isEmpty)
  }
}
