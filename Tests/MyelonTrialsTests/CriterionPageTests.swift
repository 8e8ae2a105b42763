import Foundation
import MyelonTrials
import Testing

@Suite("The page on criteria")
struct CriterionPageTests {
  /// The lines of the fenced blocks with one mark.
  private func lines(marked mark: String) throws -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let page = try String(contentsOf: root.appending(path: "Docs/Criteria.md"), encoding: .utf8)
    var found: [String] = []
    var isInside = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside = line == "```\(mark)"
      } else if isInside {
        found.append(String(line))
      }
    }
    return found
  }

  @Test("Its examples are criteria")
  func examples() throws {
    let lines = try lines(marked: "criterion")
    #expect(lines.count == 8)
    for line in lines { #expect(throws: Never.self, "\(line)") { try CriterionSamples.criterion(line) } }
  }

  @Test("What it says is refused is refused")
  func refusals() throws {
    let lines = try lines(marked: "refused")
    #expect(lines.count == 19)
    for line in lines {
      #expect(throws: CriterionError.self, "\(line)") { try CriterionSamples.criterion(line) }
    }
  }
}
