import Foundation
import ISNCSCI
import MyelonAnatomy
import MyelonQuantities
import NIfTI

extension RunDirectory {
  /// Writes `run.json`, `exams.json` and `series.csv`; the record comes last, so that it marks a whole run.
  func writeResults(_ record: RunRecord) throws {
    try WholeFile.write(Self.seriesText(record), to: file("series.csv"))
    try WholeFile.write(try SortedJSON.data(ExaminationFile(record)), to: file("exams.json"))
    try WholeFile.write(try SortedJSON.data(record), to: file("run.json"))
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
    var text = CSVText.line(["arm"] + names)
    for arm in record.arms {
      for row in arm.series.rows {
        // Swift prints the shortest text that reads back as the same number.
        text += CSVText.line([arm.name] + row.map { "\($0)" })
      }
    }
    return Data(text.utf8)
  }
}

/// The content of `exams.json`: every visit of every arm.
struct ExaminationFile: Encodable {
  /// One arm's visits.
  struct Arm: Encodable {
    let arm: String
    let visits: [VisitRecord]
  }

  let notice = ResearchNotice.file
  let scenario: String
  let arms: [Arm]

  init(_ record: RunRecord) {
    scenario = record.scenario.name
    arms = record.arms.map { Arm(arm: $0.name, visits: $0.visits) }
  }
}
