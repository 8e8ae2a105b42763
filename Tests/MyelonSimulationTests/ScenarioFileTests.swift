import Foundation
import MyelonSimulation
import Testing

/// Files that are no scenario at all.
@Suite struct ScenarioFileTests {
  /// The findings of a file with these bytes, and the name it was given.
  private func findings(bytes: [UInt8]) throws -> (found: [ScenarioFinding], path: String) {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).yaml")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return (try fileFindings(url.path), url.path)
  }

  private func fileFindings(_ path: String) throws -> [ScenarioFinding] {
    try #require(throws: ScenarioError.self) { _ = try Scenario.read(path: path) }.findings
  }

  @Test func aFileIsReadAsItsText() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).yaml")
    try Data(humanText.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let fromText = try Scenario.read(text: humanText, name: "x")
    #expect(try Scenario.read(path: url.path) == fromText)
    try Data([0xEF, 0xBB, 0xBF] + Array(humanText.replacing("\n", with: "\r\n").utf8)).write(to: url)
    #expect(try Scenario.read(path: url.path) == fromText)
  }

  @Test func whatIsNotAReadableFileIsRefused() throws {
    let missing = try fileFindings("/nowhere/at/all.yaml")
    #expect(missing.map(\.description) == ["/nowhere/at/all.yaml: there is no such file"])
    #expect(try fileFindings(FileManager.default.temporaryDirectory.path).map(\.kind) == [.file])
    #expect(try fileFindings("/dev/zero").map(\.problem) == ["this is not a regular file"])
    #expect(try fileFindings("").map(\.kind) == [.file])
  }

  @Test func textThatIsNotUTF8IsRefusedAtItsLine() throws {
    let (found, path) = try findings(bytes: Array("myelon: 1\nname: caf".utf8) + [0xE9, 0x0A])
    #expect(found.map(\.kind) == [.file])
    #expect(found.first?.line == 2)
    #expect(found.first?.description.hasPrefix("\(path):2: the file is not UTF-8 text") == true)
    #expect(try findings(bytes: [0xFF, 0xFE, 0x6D, 0x00]).found.first?.line == 1)
  }

  @Test func anEmptyOrHugeFileIsRefused() throws {
    #expect(try findings(bytes: []).found.map(\.problem) == ["the file is empty"])
    #expect(try findings(bytes: Array(" \n\n  \n".utf8)).found.map(\.problem) == ["the file is empty"])
    let comments = try findings(bytes: Array("# one\n# two\n".utf8)).found
    #expect(comments.map(\.problem) == ["the file holds no scenario"])
    let huge = try findings(bytes: Array(repeating: 0x61, count: 1_048_577)).found
    #expect(huge.map(\.found) == ["1048577 bytes"])
  }
}
