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
  /// All fields of one visit, one after the other: one file, because each costs a wait for the disk.
  func snapshot(arm: Int, visit: Int) -> String { "\(unfinished)/arm-\(arm)-visit-\(visit)" }

  /// Images of labelled cells at one visit.
  func trackingSnapshot(arm: Int, visit: Int) -> String { "\(unfinished)/arm-\(arm)-tracking-\(visit)" }

  /// True when an interrupted run can be continued here.
  public var holdsUnfinishedRun: Bool { FileManager.default.fileExists(atPath: scenarioCopy) }

  /// True when the record of a finished run stands here.
  public var holdsFinishedRun: Bool { FileManager.default.fileExists(atPath: file("run.json")) }

  /// Sees whether a run may start here, without touching anything.
  ///
  /// - Parameter overwrite: whether an earlier run's files may be replaced.
  /// - Throws: `RunError.directoryInUse`, or `directoryNotMade` when the path is a file.
  public func requireFree(overwrite: Bool) throws(RunError) {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { return }
    guard isDirectory.boolValue else {
      throw .directoryNotMade(path: path, reason: "there is a file of that name")
    }
    let found = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    guard found.isEmpty || overwrite else {
      throw .directoryInUse(path: path, isUnfinishedRun: holdsUnfinishedRun)
    }
    if let name = obstacle() {
      throw .notWritten(path: file(name), reason: "there is a directory of that name")
    }
  }

  /// Makes the folder for unfinished work in a directory that this run has locked.
  ///
  /// - Parameter overwrite: whether to remove what an earlier run has written; other files are left alone.
  /// - Throws: `RunError` when the directory is in use or cannot be made.
  func prepare(overwrite: Bool) throws(RunError) {
    try requireFree(overwrite: overwrite)
    if overwrite { removeEarlierRun() }
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

  func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

  /// Removes the folder of unfinished work.
  func finish() { remove(unfinished) }

  /// Reads the record of a finished run.
  ///
  /// - Throws: `RunError` when there is none or it cannot be read.
  public func readRecord() throws(RunError) -> RunRecord {
    guard holdsFinishedRun else { throw .noFinishedRun(path: path, isUnfinished: holdsUnfinishedRun) }
    return try decode(RunRecord.self, from: file("run.json"), as: "the record of a run")
  }

  /// Decodes a JSON file.
  ///
  /// - Parameters:
  ///   - type: what it must hold.
  ///   - path: the file.
  ///   - kind: what to call it in the error.
  /// - Returns: the value.
  /// - Throws: `RunError.notRead`.
  func decode<Value: Decodable>(
    _ type: Value.Type, from path: String, as kind: String
  ) throws(RunError) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(contentsOf: URL(fileURLWithPath: path)))
    } catch let error as DecodingError {
      throw .notRead(path: path, reason: "it is not \(kind) of this version (\(Self.summary(error)))")
    } catch {
      throw .notRead(path: path, reason: error.localizedDescription)
    }
  }

  /// What is wrong with a JSON file and where, in one line.
  private static func summary(_ error: DecodingError) -> String {
    let context: DecodingError.Context
    switch error {
    case .typeMismatch(_, let found), .valueNotFound(_, let found), .keyNotFound(_, let found),
      .dataCorrupted(let found):
      context = found
    @unknown default: return "\(error)"
    }
    let place = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
    return (place.isEmpty ? "" : "at \(place.joined(separator: ".")): ") + context.debugDescription
  }
}
