import Foundation

/// A new directory that is removed when its owner goes.
final class Scratch {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("cli-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  func handle(_ name: String) throws -> FileHandle {
    _ = FileManager.default.createFile(atPath: file(name), contents: nil)
    return try FileHandle(forWritingTo: URL(fileURLWithPath: file(name)))
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
  }

  func text(_ name: String) -> String {
    (try? Data(contentsOf: URL(fileURLWithPath: file(name)))).map { String(decoding: $0, as: UTF8.self) }
      ?? ""
  }

  /// Names of everything below, or below a folder of it.
  func names(_ folder: String = "") -> Set<String> {
    Set((try? FileManager.default.subpathsOfDirectory(atPath: file(folder))) ?? [])
  }

  /// Every file of a run's directory by name; the record without its timings, the page left out.
  func results(_ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in names(folder) where name != "report.html" {
      var isDirectory: ObjCBool = false
      let path = file("\(folder)/\(name)")
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), !isDirectory.boolValue
      else { continue }
      files[name] = try Data(contentsOf: URL(fileURLWithPath: path))
    }
    if let data = files["run.json"] {
      var record = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
      record["timings"] = nil
      files["run.json"] = try JSONSerialization.data(withJSONObject: record, options: [.sortedKeys])
    }
    return files
  }
}
