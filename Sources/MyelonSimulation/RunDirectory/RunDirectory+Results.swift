import Foundation
import ISNCSCI
import MyelonAnatomy
import NIfTI

extension RunDirectory {
  /// Writes `run.json`, `exams.json` and `series.csv`; the record comes last, so that it marks a whole run.
  func writeResults(_ record: RunRecord) throws {
    try WholeFile.write(Self.seriesText(record), to: file("series.csv"))
    try WholeFile.write(try Self.json(ExaminationFile(record)), to: file("exams.json"))
    try WholeFile.write(try Self.json(record), to: file("run.json"))
  }

  /// Writes the intact cord: labels, cord fraction, grey fraction.
  func writeAnatomy(_ cord: CordModel) throws {
    try cord.labelVolume().write(to: file("anatomy.nii.gz"), dataType: .uint8)
    try cord.cordVolume().write(to: file("cord.nii.gz"))
    try cord.greyVolume().write(to: file("grey.nii.gz"))
  }

  /// Makes the directory if need be and writes an intact cord into it, without a run.
  ///
  /// - Parameter cord: the voxel model.
  /// - Returns: paths of the volumes.
  /// - Throws: `RunError` or `NIfTIError` when a place cannot be written.
  public func writeAnatomyAlone(_ cord: CordModel) throws -> [String] {
    try make(path)
    try writeAnatomy(cord)
    return ["anatomy.nii.gz", "cord.nii.gz", "grey.nii.gz"].map(file)
  }

  /// The series of all arms as one table, one row an arm and time.
  static func seriesText(_ record: RunRecord) -> Data {
    let names = record.arms.first?.series.columns.map(\.name) ?? []
    var text = (["arm"] + names).joined(separator: ",") + "\n"
    for arm in record.arms {
      for row in arm.series.rows {
        // Swift prints the shortest text that reads back as the same number.
        text += ([quoted(arm.name)] + row.map { "\($0)" }).joined(separator: ",") + "\n"
      }
    }
    return Data(text.utf8)
  }

  /// A field of CSV text, quoted where it must be (RFC 4180).
  ///
  /// Looks at Unicode scalars: as characters, a line feed after a carriage return and a comma under an accent are
  /// neither line feed nor comma, and a reader of CSV would see both.
  static func quoted(_ text: String) -> String {
    let special: Set<Unicode.Scalar> = [",", "\"", "\n", "\r"]
    guard text.unicodeScalars.contains(where: special.contains) else { return text }
    var field = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { field.unicodeScalars.append("\"") }
      field.unicodeScalars.append(scalar)
    }
    return field + "\""
  }

  static func json(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }
}

/// The content of `exams.json`: every visit of every arm.
struct ExaminationFile: Encodable {
  /// One arm's visits.
  struct Arm: Encodable {
    let arm: String
    let visits: [VisitRecord]
  }

  let notice = "Simulated by research software; it predicts nobody's outcome."
  let scenario: String
  let arms: [Arm]

  init(_ record: RunRecord) {
    scenario = record.scenario.name
    arms = record.arms.map { Arm(arm: $0.name, visits: $0.visits) }
  }
}
