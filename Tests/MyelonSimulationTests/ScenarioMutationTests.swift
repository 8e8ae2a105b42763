import MyelonSimulation
import Testing

/// Files damaged at random are read or refused, and never end the program.
@Suite struct ScenarioMutationTests {
  /// Characters that mean something to YAML, to quantities or to text handling.
  private static let characters: [Unicode.Scalar] =
    Array("{}[]&*!|>'\"%@`#,?:-~ \n\t\r\\0159.eE+_aZ<=/".unicodeScalars) + [
      "\u{0}", "\u{7F}", "\u{85}", "\u{A0}", "\u{B5}", "\u{2028}", "\u{FEFF}", "\u{E000}", "\u{FFFD}",
      "\u{1F400}", "\u{301}", "\u{661}",
    ]

  /// Replaces, inserts, removes or doubles a few characters.
  private func mutated(_ text: String, _ random: inout TestRandom, changes: Int) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<changes {
      guard !scalars.isEmpty else { break }
      let place = Int.random(in: 0..<scalars.count, using: &random)
      let scalar = Self.characters[Int.random(in: 0..<Self.characters.count, using: &random)]
      switch Int.random(in: 0..<4, using: &random) {
      case 0: scalars[place] = scalar
      case 1: scalars.insert(scalar, at: place)
      case 2: scalars.remove(at: place)
      default: scalars.swapAt(place, (place + 1) % scalars.count)
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Reads the text; findings must be printable on one line each and lie within the file.
  private func read(_ text: String, _ comment: Comment) -> Bool {
    do throws(ScenarioError) {
      let scenario = try Scenario.read(text: text, name: "mutated")
      let reread = try? Scenario.read(text: scenario.yaml, name: "again")
      #expect(reread == scenario, comment)
      return true
    } catch {
      let lines = text.unicodeScalars.filter { $0 == "\n" || $0 == "\r" }.count + 1
      #expect(!error.findings.isEmpty, comment)
      for finding in error.findings {
        #expect((1...lines).contains(finding.line ?? 1), comment)
        let isOneLine = !finding.description.contains { $0.isNewline }
        #expect(isOneLine, comment)
        #expect(!finding.problem.isEmpty, comment)
      }
      return false
    }
  }

  @Test(arguments: ScenarioTemplate.allCases)
  func aSingleChangedCharacterIsReadOrRefused(template: ScenarioTemplate) {
    var random = TestRandom(seed: 11)
    var accepted = 0
    var refused = 0
    for trial in 0..<300 {
      let text = mutated(template.text, &random, changes: 1)
      if read(text, "trial \(trial)") { accepted += 1 } else { refused += 1 }
    }
    // Most of a template is comments, so both happen.
    #expect(accepted > 0)
    #expect(refused > 0)
  }

  @Test(arguments: ScenarioTemplate.allCases)
  func everyTruncationIsReadOrRefused(template: ScenarioTemplate) {
    let scalars = Array(template.text.unicodeScalars)
    for length in stride(from: 0, to: scalars.count, by: 17) {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[..<length])
      _ = read(String(view), "length \(length)")
    }
  }

  @Test(arguments: 0..<8)
  func heavilyDamagedFilesAreReadOrRefused(seed: UInt64) throws {
    var random = TestRandom(seed: 100 + seed)
    // The canonical form has no comments, so that every change hits something.
    let text = try Scenario.read(text: ScenarioTemplate.rat.text, name: "x").yaml
    for trial in 0..<60 {
      _ = read(mutated(text, &random, changes: Int.random(in: 1...12, using: &random)), "trial \(trial)")
    }
  }
}
