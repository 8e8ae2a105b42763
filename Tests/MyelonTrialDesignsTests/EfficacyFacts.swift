import Foundation

/// Reference numbers of ../shared/facts/trials; tests that need them skip where the folder is absent.
enum EfficacyFacts {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/facts/trials")

  static let arePresent = FileManager.default.fileExists(
    atPath: folder.appendingPathComponent("group_sequential_highprec.json").path)

  static func data(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent(name))
  }

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }
}
