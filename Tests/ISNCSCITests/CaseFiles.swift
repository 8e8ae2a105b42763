import Foundation
import ISNCSCI
import Testing

/// The published and random cases that lie beside the package, when they are there.
enum CaseFiles {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/facts/isncsci")

  static var areAvailable: Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "published_cases.json").path)
  }

  struct Case {
    var name: String
    var kind: String
    var examination: Examination
    /// Expected outputs as printed ("C5,C6*"), by the key of `Output`.
    var expected: [String: String]
    var totals: [String: String]

    var hasUntested: Bool { examination.notTestableCount > 0 }
  }

  /// Reads a gzip file with the system's tool (the library itself has no need of it).
  private static func unzip(_ url: URL) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", url.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return data
  }

  /// Both files; read once for all tests.
  static func all() throws -> [Case] { try loaded.get() }
  private static let loaded = Result { try published() + random() }

  private static func random() throws -> [Case] {
    let data = try unzip(folder.appending(path: "random_exams.jsonl.gz"))
    let exams = ExaminationReader(format: .jsonLines).records(in: Array(data))
    return try data.split(separator: 10).enumerated().map { number, line in
      let object = try #require(JSONSerialization.jsonObject(with: line) as? [String: Any])
      let expected = try #require(object["expected"] as? [String: Any])
      let result = try #require(expected["classification"] as? [String: Any])
      let levels = try #require(result["neurologicalLevels"] as? [String: String])
      let zones = try #require(result["zoneOfPartialPreservations"] as? [String: String])
      let outputs = [
        "sensoryLevelRight": levels["sensoryRight"], "sensoryLevelLeft": levels["sensoryLeft"],
        "motorLevelRight": levels["motorRight"], "motorLevelLeft": levels["motorLeft"],
        "sensoryZoneRight": zones["sensoryRight"], "sensoryZoneLeft": zones["sensoryLeft"],
        "motorZoneRight": zones["motorRight"], "motorZoneLeft": zones["motorLeft"],
        "neurologicalLevel": result["neurologicalLevelOfInjury"] as? String,
        "completeness": result["injuryComplete"] as? String,
        "impairmentScale": result["ASIAImpairmentScale"] as? String,
      ].compactMapValues { $0 }
      var totals: [String: String] = [:]
      for (key, value) in try #require(expected["totals"] as? [String: Any]) {
        if let text = value as? String { totals[key] = text }
        for (inner, text) in value as? [String: String] ?? [:] { totals["\(key).\(inner)"] = text }
      }
      return Case(
        name: "random line \(number + 1)", kind: try #require(object["kind"] as? String),
        examination: try exams[number].outcome.get(),
        expected: outputs, totals: totals)
    }
  }

  private static func published() throws -> [Case] {
    let data = try Data(contentsOf: folder.appending(path: "published_cases.json"))
    let list = try #require(JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    return try list.map { object in
      let known = Set(Examination.flatKeys)
      let scores = object.filter { known.contains($0.key) }.compactMapValues { $0 as? String }
      let all = try #require(object["totals"] as? [String: String])
      let outputs = [
        "sensoryLevelRight": all["rightSensory"], "sensoryLevelLeft": all["leftSensory"],
        "motorLevelRight": all["rightMotor"], "motorLevelLeft": all["leftMotor"],
        "sensoryZoneRight": all["rightSensoryZpp"], "sensoryZoneLeft": all["leftSensoryZpp"],
        "motorZoneRight": all["rightMotorZpp"], "motorZoneLeft": all["leftMotorZpp"],
        "neurologicalLevel": all["neurologicalLevelOfInjury"], "completeness": all["injuryComplete"],
        "impairmentScale": all["asiaImpairmentScale"],
      ].compactMapValues { $0 }
      let totals = [
        "right.upperExtremity": all["rightUpperMotorTotal"],
        "left.upperExtremity": all["leftUpperMotorTotal"],
        "right.lowerExtremity": all["rightLowerMotorTotal"],
        "left.lowerExtremity": all["leftLowerMotorTotal"],
        "right.motor": all["rightMotorTotal"], "left.motor": all["leftMotorTotal"],
        "right.lightTouch": all["rightTouchTotal"], "left.lightTouch": all["leftTouchTotal"],
        "right.pinPrick": all["rightPrickTotal"], "left.pinPrick": all["leftPrickTotal"],
        "upperExtremity": all["upperMotorTotal"], "lowerExtremity": all["lowerMotorTotal"],
        "lightTouch": all["touchTotal"], "pinPrick": all["prickTotal"],
      ].compactMapValues { $0 }
      return Case(
        name: "published case \(object["id"] ?? "?")", kind: "published",
        examination: try Examination(flatKeys: scores), expected: outputs, totals: totals)
    }
  }
}

extension Classification {
  var printedTotals: [String: String] {
    var all = [
      "upperExtremity": "\(totals.upperExtremity)", "lowerExtremity": "\(totals.lowerExtremity)",
      "lightTouch": "\(totals.lightTouch)", "pinPrick": "\(totals.pinPrick)",
    ]
    for side in Side.allCases {
      all["\(side).upperExtremity"] = "\(totals[side].upperExtremity)"
      all["\(side).lowerExtremity"] = "\(totals[side].lowerExtremity)"
      all["\(side).motor"] = "\(totals[side].motor)"
      all["\(side).lightTouch"] = "\(totals[side].lightTouch)"
      all["\(side).pinPrick"] = "\(totals[side].pinPrick)"
    }
    return all
  }
}
