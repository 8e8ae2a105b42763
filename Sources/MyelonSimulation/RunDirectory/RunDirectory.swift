import Foundation

/// The directory that a run writes.
///
/// While a run is unfinished its folder `.unfinished` holds the scenario, a checkpoint, finished arms and the
/// snapshots of visits; when the run has ended it is gone and the results stand under their final names.
public struct RunDirectory: Sendable {
  /// Path of the directory.
  public let path: String

  /// Names the directory; nothing is made yet.
  public init(_ path: String) {
    self.path = path
  }

  /// Path of a file in the directory.
  public func file(_ name: String) -> String { "\(path)/\(name)" }

  var unfinished: String { file(".unfinished") }
  var scenarioCopy: String { "\(unfinished)/scenario.yaml" }
  var settings: String { "\(unfinished)/settings.json" }
  var checkpoint: String { "\(unfinished)/checkpoint" }
  func armRecord(_ index: Int) -> String { "\(unfinished)/arm-\(index).json" }
  func snapshot(arm: Int, visit: Int, field: String) -> String {
    "\(unfinished)/arm-\(arm)-visit-\(visit)-\(field)"
  }

  /// True when an interrupted run can be continued here.
  public var holdsUnfinishedRun: Bool { FileManager.default.fileExists(atPath: scenarioCopy) }

  /// Makes the directory and its folder for unfinished work.
  ///
  /// - Parameter overwrite: whether to remove what an earlier run has written; other files are left alone.
  /// - Throws: `RunError` when the directory is in use or cannot be made.
  public func prepare(overwrite: Bool) throws(RunError) {
    let found = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    if !found.isEmpty {
      guard overwrite else { throw .directoryInUse(path: path) }
      removeEarlierRun()
    }
    try make(unfinished)
  }

  /// Makes a directory with those above it.
  func make(_ directory: String) throws(RunError) {
    do {
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    } catch {
      throw .directoryNotMade(path: directory, reason: error.localizedDescription)
    }
  }

  /// Removes the files that a run writes, and nothing else.
  private func removeEarlierRun() {
    var names = ["report.html", "exams.json", "series.csv", "anatomy.nii.gz", "cord.nii.gz", "grey.nii.gz"]
    if let record = try? readRecord() {
      names += record.arms.flatMap { $0.volumes.values.map { $0 } }
      for name in names { remove(file(name)) }
      // A folder of an arm goes only if nothing else is in it.
      for arm in record.arms { rmdir(file(arm.slug)) }
    }
    for name in names + ["run.json"] { remove(file(name)) }
    remove(unfinished)
  }

  func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

  /// Removes the folder of unfinished work.
  func finish() { remove(unfinished) }

  /// Reads the record of a finished run.
  ///
  /// - Throws: `RunError` when there is none or it cannot be read.
  public func readRecord() throws(RunError) -> RunRecord {
    let name = file("run.json")
    do {
      return try JSONDecoder().decode(RunRecord.self, from: Data(contentsOf: URL(fileURLWithPath: name)))
    } catch let error as DecodingError {
      throw .notRead(path: name, reason: "it is not the record of a run (\(error))")
    } catch {
      throw .notRead(path: name, reason: error.localizedDescription)
    }
  }
}
