import Foundation
import MyelonAnatomy
import MyelonLesion
import MyelonSimulation

/// A new directory that is removed when its owner goes.
final class RunScratch {
  /// Absolute path.
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("run-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func directory(_ name: String) -> RunDirectory { RunDirectory("\(path)/\(name)") }
}

extension Simulation.Outcome {
  /// The record of a run that has ended, or nil.
  var record: RunRecord? {
    guard case .finished(let record) = self else { return nil }
    return record
  }
}

/// Every file of a directory by relative name; the record without its timings, which differ between runs.
func results(of directory: RunDirectory) throws -> [String: Data] {
  var files: [String: Data] = [:]
  for name in try FileManager.default.subpathsOfDirectory(atPath: directory.path) {
    var isDirectory: ObjCBool = false
    let path = directory.file(name)
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), !isDirectory.boolValue
    else { continue }
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    files[name] = name == "run.json" ? try withoutTimings(data) : data
  }
  return files
}

private func withoutTimings(_ data: Data) throws -> Data {
  var record = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  let timings = record.removeValue(forKey: "timings") as? [String: Any]
  guard timings?.isEmpty == false else { throw CocoaError(.coderValueNotFound) }
  return try JSONSerialization.data(withJSONObject: record, options: [.sortedKeys])
}

/// Names of the files whose bytes differ, or that only one side has.
func differences(_ first: [String: Data], _ second: [String: Data]) -> [String] {
  Set(first.keys).union(second.keys).filter { first[$0] != second[$0] }.sorted()
}
