import Foundation
import ISNCSCI
import Testing

/// `myelon classify` as a clinic would use it.
@Suite struct ClassifyTests {
  private func lines(_ examinations: [String]) -> String { examinations.joined(separator: "\n") + "\n" }

  @Test func normalExaminationsAreGradeEInEveryFormat() throws {
    let scratch = try Scratch()
    try scratch.write(lines([Examination.normal.json, Examination.normal.json]), to: "exams.jsonl")
    for format in ["text", "json", "json-lines", "csv", "html"] {
      let found = try Program.run(["classify", "exams.jsonl", "--to", format], in: scratch.path)
      #expect(found.status == 0 && found.remarks.isEmpty, "\(format)")
      #expect(found.output.contains("E"), "\(format)")
    }
    let rows = try Program.run(["classify", "exams.jsonl", "--to", "csv"], in: scratch.path).output
    #expect(rows.split(separator: "\n").count == 3)
    let json = try Program.run(["classify", "exams.jsonl", "--to", "json"], in: scratch.path).output
    let list = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(list.count == 2)
  }

  @Test func aBadRecordIsNamedWithItsLineAndTheRestGoesOn() throws {
    let scratch = try Scratch()
    let bad = Examination.normal.json.replacingOccurrences(
      of: "\"C5\":\"5\"", with: "\"C5\":\"6\"", options: [],
      range: Examination.normal.json.range(of: "\"C5\":\"5\""))
    try #require(bad != Examination.normal.json)
    try scratch.write(lines([Examination.normal.json, bad, Examination.normal.json]), to: "exams.jsonl")
    let found = try Program.run(["classify", "exams.jsonl", "--to", "json-lines"], in: scratch.path)
    #expect(found.status == 2)
    #expect(found.output.split(separator: "\n").count == 3)
    #expect(found.remarks.contains("line 2") && found.remarks.contains("C5"))
    #expect(found.remarks.contains("1 of 3 records were refused"))
  }

  @Test func nothingToReadIsAnError() throws {
    let scratch = try Scratch()
    let missing = try Program.run(["classify", "nowhere.csv"], in: scratch.path)
    #expect(missing.status != 0 && missing.output.isEmpty && missing.remarks.contains("nowhere.csv"))
    try scratch.write("", to: "empty.csv")
    #expect(try Program.run(["classify", "empty.csv"], in: scratch.path).status == 2)
  }
}
