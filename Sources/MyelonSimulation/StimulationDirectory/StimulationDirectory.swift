import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonQuantities
import MyelonStimulation
import NIfTI

/// The directory that a stimulation study writes.
///
/// Everything is written into a folder beside it and put in place when it is whole, `summary.json` last, so that the directory
/// never holds half a study.
public struct StimulationDirectory: Sendable {
  /// Path of the directory.
  public let path: String

  /// Names the directory; nothing is made yet.
  public init(_ path: String) {
    self.path = path
  }

  /// Files that a study writes, in the order in which they are put in place.
  public static let names = [
    "study.yaml", "thresholds.csv", "recruitment.csv", "muscles.csv", "selectivity.csv", "safety.json",
    "potential.nii.gz", "report.html", "summary.json",
  ]

  /// Path of a file in the directory.
  public func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Sees whether a study may be written here, without touching anything.
  ///
  /// - Parameter overwrite: whether an earlier study's files may be replaced.
  /// - Throws: `RunError.directoryInUse`, or `directoryNotMade` when the path is a file.
  public func requireFree(overwrite: Bool) throws(RunError) {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { return }
    guard isDirectory.boolValue else {
      throw .directoryNotMade(path: path, reason: "there is a file of that name")
    }
    let found = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    guard found.isEmpty || overwrite else { throw .directoryInUse(path: path, isUnfinishedRun: false) }
  }

  /// Writes a study.
  ///
  /// - Parameters:
  ///   - result: what was found.
  ///   - file: the study's file.
  ///   - page: the report, a whole HTML document.
  ///   - seconds: time that the computation took.
  ///   - overwrite: whether files of an earlier study may be replaced; other files are left alone.
  /// - Throws: `RunError` or `NIfTIError` when a place cannot be written; nothing is then left of the study.
  public func write(
    _ result: StimulationResult, file: StimulationFile, page: String, seconds: Double?, overwrite: Bool
  ) throws {
    try requireFree(overwrite: overwrite)
    let parent = RunDirectory(path)
    try parent.make(path)
    let folder = self.file(".partial-\(getpid())")
    try parent.make(folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func place(_ name: String) -> String { "\(folder)/\(name)" }
    try WholeFile.write(Data(file.text.utf8), to: place("study.yaml"))
    try WholeFile.write(StimulationTables.thresholds(result), to: place("thresholds.csv"))
    try WholeFile.write(StimulationTables.recruitment(result), to: place("recruitment.csv"))
    try WholeFile.write(StimulationTables.muscles(result), to: place("muscles.csv"))
    try WholeFile.write(StimulationTables.selectivity(result), to: place("selectivity.csv"))
    try WholeFile.write(try SortedJSON.data(SafetyFile(result)), to: place("safety.json"))
    try Self.volume(result.map).write(to: place("potential.nii.gz"))
    try WholeFile.write(Data(page.utf8), to: place("report.html"))
    let summary = StimulationSummary(result, file: file.path, seconds: seconds)
    try WholeFile.write(try SortedJSON.data(summary), to: place("summary.json"))
    // An old summary beside new tables would lie; it goes first and the new one comes last.
    unlink(self.file("summary.json"))
    for name in Self.names where rename(place(name), self.file(name)) != 0 {
      throw RunError.notWritten(path: self.file(name), reason: String(cString: strerror(errno)))
    }
  }

  /// A potential map as a volume in mV for 1 mA.
  static func volume(_ map: PotentialMap) -> NIfTIVolume {
    NIfTIVolume(
      dimensions: [map.grid.nx, map.grid.ny, map.grid.nz], voxels: map.values,
      affine: CordModel.affine(of: map.grid))
  }
}
