import Foundation
import Testing

@testable import ISNCSCI

@Suite struct ReadingTests {
  /// An example with untested and starred scores and a non-key muscle.
  static func example() throws -> Examination {
    var generator = ExaminationGenerator(seed: 21)
    var exam = generator.examination()
    try exam.right.set(.motor, .c7, to: Score(3, .notNormal))
    try exam.left.set(.lightTouch, .s4_5, to: .notTestable(.consideredNormal))
    try exam.left.set(.pinPrick, .t9, to: .notTestable)
    exam.left.lowestNonKeyMuscle = .l4
    exam.deepAnalPressure = .notTestable
    return exam
  }

  static func csv(_ exams: [(String, [String: String])]) -> String {
    var lines = (["id"] + Examination.flatKeys).joined(separator: ",") + "\r\n"
    for (name, values) in exams {
      lines += ([name] + Examination.flatKeys.map { values[$0] ?? "" }).joined(separator: ",") + "\r\n"
    }
    return lines
  }

  @Test("An examination survives every format that it is written in")
  func roundTrips() throws {
    let exam = try ReadingTests.example()
    #expect(try JSONDecoder().decode(Examination.self, from: Data(exam.json.utf8)) == exam)
    #expect(try JSONDecoder().decode(Examination.self, from: JSONEncoder().encode(exam)) == exam)
    #expect(ExaminationReader(format: .json).records(in: exam.json).map(\.examination) == [exam])
    let lines = "{\"id\":7,\"exam\":\(exam.json)}\n\n\(exam.json)"
    let read = ExaminationReader(format: .jsonLines).records(in: lines)
    #expect(read.map(\.examination) == [exam, exam])
    #expect(read.map(\.line) == [1, 3] && read[0].identifier == "7")
    let table = ReadingTests.csv([("p 1", exam.flatKeyValues), ("p 2", exam.flatKeyValues)])
    let rows = ExaminationReader(format: .csv).records(in: table)
    #expect(rows.map(\.examination) == [exam, exam])
    #expect(rows.map(\.identifier) == ["p 1", "p 2"] && rows.map(\.line) == [2, 3])
    #expect(try Examination(flatKeys: exam.flatKeyValues) == exam)
  }

  @Test("The JSON text of a classification has the documented keys and decodes to the same value")
  func classificationJSON() throws {
    let result = try ReadingTests.example().classified()
    #expect(try JSONDecoder().decode(Classification.self, from: Data(result.json.utf8)) == result)
    #expect(try JSONDecoder().decode(Classification.self, from: JSONEncoder().encode(result)) == result)
    let object = try #require(JSONSerialization.jsonObject(with: Data(result.json.utf8)) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "standardRevision", "right", "left", "neurologicalLevel", "completeness", "impairmentScale", "totals",
      ])
  }

  @Test(
    "An entry that the standard does not know is refused under its field's name",
    arguments: [
      ("c5RightMotor", "6"), ("c5RightMotor", "2.5"), ("c5RightMotor", "5*"), ("c5RightMotor", "5**"),
      ("c5RightMotor", " 5"), ("c5RightMotor", "-1"), ("c5RightMotor", "05"), ("c2LeftTouch", "3"),
      ("c2LeftTouch", "2*"), ("s4_5RightPrick", "1***"), ("analContraction", "maybe"), ("analSensation", "0"),
      ("rightLowestNonKeyMuscleWithMotorFunction", "INT"), ("rightLowestNonKeyMuscleWithMotorFunction", "X9"),
    ])
  func refusedEntries(field: String, text: String) throws {
    var values = Examination.normal.flatKeyValues
    values[field] = text
    #expect {
      try Examination(flatKeys: values)
    } throws: { error in
      guard let invalid = error as? InvalidExamination, invalid.faults.count == 1,
        case .invalidScore(field, text, _) = invalid.faults[0]
      else { return false }
      return true
    }
  }

  @Test("Missing, unknown and repeated fields are refused by name, all in one go")
  func refusedFields() throws {
    var values = Examination.normal.flatKeyValues
    values["analContraction"] = nil
    values["c7LeftMotor"] = ""
    values["t4RightMotor"] = "5"
    values["C5RightMotor"] = "5"
    let faults = ReadRecord(line: 1, RawExamination(values), ReadingOptions()).faults
    #expect(
      Set(faults) == [
        .missingField("analContraction"), .missingField("c7LeftMotor"),
        .unknownField("t4RightMotor", nearest: faults.nearest("t4RightMotor")),
        .unknownField("C5RightMotor", nearest: "c5RightMotor"),
      ])
    let twice = Examination.normal.json.replacing("\"C5\":\"5\",", with: "\"C5\":\"5\",\"C5\":\"0\",")
    let record = try #require(ExaminationReader(format: .json).records(in: twice).first)
    #expect(record.faults.contains(.duplicateField("right.motor.C5")))
    let dermatome = Examination.normal.json.replacing("\"C2\":\"2\"", with: "\"C1\":\"2\"")
    let unknown = try #require(ExaminationReader(format: .json).records(in: dermatome).first)
    #expect(unknown.faults.contains(.missingField("right.lightTouch.C2")))
    #expect(unknown.faults.contains { $0.field == "right.lightTouch.C1" })
  }

  @Test("Legacy 5* is refused unless asked for, and then noted")
  func legacy() throws {
    let text = Examination.normal.json.replacing("\"C7\":\"5\"", with: "\"C7\":\"5*\"")
    #expect(ExaminationReader(format: .json).records(in: text).first?.faults.count == 2)
    let options = ReadingOptions(acceptsLegacy: true)
    let record = try #require(ExaminationReader(format: .json, options: options).records(in: text).first)
    #expect(record.examination == .normal)
    #expect(record.notes.count == 2 && record.notes[0].hasPrefix("right.motor.C7: 5*"))
  }

  @Test("A bad row of a table is reported with its line and the rest goes on")
  func badRow() throws {
    var bad = Examination.normal.flatKeyValues
    bad["c8RightMotor"] = "7"
    let table =
      ReadingTests.csv([
        ("a", Examination.normal.flatKeyValues), ("b", bad), ("c", bad.filter { $0.key != "c8RightMotor" }),
      ])
      + "d,only,three\r\n" + "e,\"broken\"x\n"
      + ReadingTests.csv([("f", Examination.normal.flatKeyValues)]).split(separator: "\r\n")[1] + "\n"
    var lines: [Int] = []
    let reader = ExaminationReader(format: .csv)
    let refused = reader.classify(table) { if $0.classification == nil { lines.append($0.record.line) } }
    #expect(refused == 4 && lines == [3, 4, 5, 6])
    #expect(
      reader.records(in: table).map { $0.examination != nil } == [true, false, false, false, false, true])
  }

  @Test("The REDCap instrument's names and codes are read, stars with their judgement")
  func redcap() throws {
    let names = FieldNames.redcap.names
    var values = ExaminationField.allFields.map { Examination.normal[$0] ?? "" }
    values[0] = "ab-3"
    values[10] = "ab-nt"
    values[11] = "nt"
    values[134] = "l4"
    let header =
      ["record_id", "redcap_event_name"] + names + [
        "right_motor_c5_considernormal", "right_light_touch_c2_considernormal",
      ]
    let text =
      header.joined(separator: ",") + "\n" + (["P7", "week 4"] + values + ["1", "0"]).joined(separator: ",")
    #expect(ExaminationReader.format(of: text) == .redcap)
    let record = try #require(ExaminationReader(format: .redcap).records(in: text).first)
    let exam = try record.outcome.get()
    #expect(record.identifier == "P7")
    #expect(exam.right.motor[0] == Score(3, .consideredNormal))
    #expect(exam.right.lightTouch[0] == .notTestable(.notNormal) && exam.right.lightTouch[1] == .notTestable)
    #expect(exam.right.lowestNonKeyMuscle == .l4)
    let open = text.replacing(",1,0", with: ",,0")
    #expect(
      ExaminationReader(format: .redcap).records(in: open).first?.faults.first?.field
        == "right_motor_c5_considernormal")
  }

  @Test("Every written form of a batch is well formed and tells refused records apart")
  func writers() throws {
    let table = ReadingTests.csv([("a,\"b\"", try ReadingTests.example().flatKeyValues), ("c", [:])])
      .replacing("a,\"b\"", with: "\"a,\"\"b\"\"\"")
    for format in ClassificationWriter.Format.allCases {
      let writer = ClassificationWriter(format: format)
      var text = writer.header
      var isFirst = true
      ExaminationReader(format: .csv).classify(table) {
        text += writer.text(for: $0, isFirst: isFirst)
        isFirst = false
      }
      text += writer.footer
      switch format {
      case .json:
        let list = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
        #expect(list.count == 2 && list[0]["id"] as? String == "a,\"b\"" && list[1]["errors"] != nil)
      case .jsonLines:
        #expect(text.split(separator: "\n").count == 2)
      case .csv:
        #expect(text.hasPrefix("line,id,standardRevision,sensoryLevelRight,"))
      case .text:
        #expect(text.contains("c (line 3) was refused"))
      case .html:
        let page = text.replacing("<!doctype html>", with: "").replacing("<meta charset=\"utf-8\">", with: "")
        #expect(XMLBalance.problem(in: page) == nil)
        #expect(text.contains("c (line 3) was refused"))
      }
    }
  }
}

extension RawExamination {
  /// Flat keys as entries.
  init(_ values: [String: String]) {
    self.init(names: .flat)
    for (key, value) in values { set(key, value, isLenient: false) }
  }
}

extension [ExaminationError] {
  /// The name suggested for an unknown field.
  func nearest(_ name: String) -> String? {
    for case .unknownField(name, let nearest) in self { return nearest }
    return nil
  }
}
