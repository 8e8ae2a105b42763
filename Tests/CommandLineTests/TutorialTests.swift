import Foundation
import Testing

/// Every page of `Docs/Tutorials` does what it says; and the check of that can fail.
@Suite struct TutorialTests {
  private static let folder = "\(Program.package)/Docs/Tutorials"
  private static let pages =
    (try? FileManager.default.contentsOfDirectory(atPath: folder))?
    .filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted() ?? []

  private static func text(_ page: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(page)", encoding: .utf8)
  }

  @Test("Every command of a tutorial succeeds, and the output it shows is what comes", arguments: pages)
  func aTutorialDoesWhatItSays(page: String) throws {
    let run = try TutorialRun(try TutorialPage(Self.text(page)))
    for fault in run.faults { Issue.record("Docs/Tutorials/\(page), \(fault)") }
  }

  @Test("Every tutorial runs commands and shows what came, and the folder's page leads to it")
  func tutorialsAreThere() throws {
    #expect(Self.pages == ["CombinationExperiment.md", "ReadingAReport.md", "SmallTrial.md"])
    let index = try Self.text("README.md")
    for page in Self.pages {
      let steps = try TutorialPage(Self.text(page)).steps
      let shown = steps.count { if case .expect = $0 { true } else { false } }
      let commands = steps.reduce(0) { sum, step in
        if case .run(let commands) = step { sum + commands.count } else { sum }
      }
      #expect(commands >= 4 && shown >= 5, "\(page)")
      #expect(index.contains("(\(page))"), "README.md does not link to \(page)")
    }
  }

  @Test("A page is read as files, commands and lines, and a fence of another kind is refused")
  func pagesAreRead() throws {
    let page = try TutorialPage(
      "Words.\n```yaml file=a.yaml\nname: a\n```\n```sh\nmyelon check a.yaml \\\n  --anatomy 'b c' # exit 2\n"
        + "myelon new rat > b.yaml\n```\n\n```text file=b.yaml\n\nname: my-rats …\n```\n")
    #expect(page.steps.count == 3)
    #expect(page.steps[0] == .write(name: "a.yaml", text: "name: a\n"))
    #expect(
      page.steps[1]
        == .run([
          .init(line: 6, arguments: ["check", "a.yaml", "--anatomy", "b c"], status: 2),
          .init(line: 8, arguments: ["new", "rat"], target: "b.yaml"),
        ]))
    guard case .expect(let lines, "b.yaml") = page.steps[2] else { throw CancellationError() }
    #expect(lines.map(\.line) == [13])
    for wrong in [
      "```sh\nrm -r .\n```", "```yaml\na: 1\n```", "```\nx\n```", "```sh\nmyelon", "```text\n\n```",
      "```text\n…\n```",
      "```yaml file=../x\na\n```", "```sh\nmyelon check \"a\n```", "```sh\nmyelon check a # fine\n```",
      " ```sh\n```",
    ] {
      #expect(throws: TutorialPage.Fault.self, "\(wrong)") { _ = try TutorialPage(wrong) }
    }
  }

  @Test("Output is taken for a line by its words and whole numbers, and by measured numbers within a tenth")
  func linesAreMatchedByTheRule() throws {
    let cases: [(shown: String, output: String, agrees: Bool)] = [
      ("BBB, points  10.81  9.7  +1.09", "BBB, points   10.2 9.8 +1.0  ", true),
      ("BBB, points 10.81", "BBB, points 12.81", false), ("difference +1.09", "difference -1.09", false),
      ("5 arms, … s.", "5 arms, 3781 steps, 3.8 s.", true), ("5 arms", "6 arms", false),
      ("5 arms", "5 arms and more", false), ("2.745e+05 cells", "2.60e+05 cells", true),
      ("2.745e+05 cells", "2.745e+06 cells", false), ("change 0.1", "change 0.0", true),
      ("change 0.1", "change 0.3", false), ("20.2 … 2.5 …", "20.2 (16.6, 24.5) 2.5 (1.4, 4.5)", true),
      ("a … 2.5", "a 12.5", false), ("a −0.5", "a -0.5", true), ("day 2.", "day 2.", true),
      ("fine", "not fine", false), ("AIS D", "AIS C", false),
    ]
    for (shown, output, agrees) in cases {
      let line = try #require(try TutorialLine(shown, at: 1))
      #expect(line.isMatched(by: output) == agrees, "'\(shown)' against '\(output)'")
    }
    let lines = try ["b", "a"].compactMap { try TutorialLine($0, at: 1) }
    #expect(TutorialRun.missing(lines, from: "b\nx\na") == [])
    #expect(TutorialRun.missing(lines, from: "a\nb").map(\.text) == ["a"])
    let html = "<style>b</style><p>Score <b>12.3</b> &amp; more</p>"
    let seen = try ["Score 12.4 & more", "b"].compactMap { try TutorialLine($0, at: 1) }
    #expect(TutorialRun.missing(seen, fromPage: html).map(\.text) == ["b"])
  }

  @Test("A command that fails, and a line that is gone, are faults with their place")
  func faultsAreFound() throws {
    let page =
      "```sh\nmyelon new rat > a.yaml\nmyelon check a.yaml\n```\n```text\na.yaml: fine. human, …\n```\n"
    let gone = try TutorialRun(try TutorialPage(page))
    #expect(gone.faults.map(\.line) == [6])
    let right = try TutorialRun(try TutorialPage(page.replacing("human", with: "rat")))
    #expect(right.faults.isEmpty, "\(right.faults)")
    let failed = try TutorialRun(try TutorialPage("```sh\nmyelon check none.yaml\n```\n```text\nfine\n```\n"))
    #expect(failed.faults.map(\.line) == [2])
    let announced = try TutorialRun(try TutorialPage("```sh\nmyelon check none.yaml # exit 2\n```\n"))
    #expect(announced.faults.isEmpty)
  }
}
