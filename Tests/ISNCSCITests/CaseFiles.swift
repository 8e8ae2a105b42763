import Foundation
import ISNCSCI

/// The published and random cases beside the package, when they are there.
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
    /// Expected outputs by name, as printed ("C5,C6*").
    var expected: [String: String]
    var totals: [String: String]
  }

  /// Reads a gzip file with the system's tool (the library itself has no need of it).
  static func unzip(_ url: URL) throws -> Data {
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

  static func random() throws -> [Case] {
    let data = try unzip(folder.appending(path: "random_exams.jsonl.gz"))
    var cases: [Case] = []
    for (number, line) in data.split(separator: 10).enumerated() {
      let object = try JSONSerialization.jsonObject(with: line) as! [String: Any]
      let exam = try JSONSerialization.data(withJSONObject: object["exam"]!)
      let expected = object["expected"] as! [String: Any]
      let classification = expected["classification"] as! [String: Any]
      var outputs: [String: String] = [:]
      let levels = classification["neurologicalLevels"] as! [String: String]
      let zones = classification["zoneOfPartialPreservations"] as! [String: String]
      for (key, value) in levels { outputs[key] = value }
      for (key, value) in zones { outputs[key + "Zone"] = value }
      outputs["level"] = classification["neurologicalLevelOfInjury"] as? String
      outputs["complete"] = classification["injuryComplete"] as? String
      outputs["scale"] = classification["ASIAImpairmentScale"] as? String
      var totals: [String: String] = [:]
      for (key, value) in expected["totals"] as! [String: Any] {
        if let text = value as? String { totals[key] = text }
        for (inner, text) in value as? [String: String] ?? [:] { totals["\(key).\(inner)"] = text }
      }
      cases.append(
        Case(
          name: "random line \(number + 1)", kind: object["kind"] as! String,
          examination: try JSONDecoder().decode(Examination.self, from: exam),
          expected: outputs, totals: totals))
    }
    return cases
  }
}

extension Classification {
  /// The eleven outputs by the names used in `CaseFiles`.
  var printed: [String: String] {
    [
      "sensoryRight": "\(right.sensoryLevel)", "sensoryLeft": "\(left.sensoryLevel)",
      "motorRight": "\(right.motorLevel)", "motorLeft": "\(left.motorLevel)",
      "sensoryRightZone": "\(right.sensoryZone)", "sensoryLeftZone": "\(left.sensoryZone)",
      "motorRightZone": "\(right.motorZone)", "motorLeftZone": "\(left.motorZone)",
      "level": "\(neurologicalLevel)", "complete": "\(completeness)", "scale": "\(impairmentScale)",
    ]
  }

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
