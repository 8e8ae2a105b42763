import Foundation

/// A new directory that is removed when its owner goes.
public final class ScratchDirectory {
  /// Absolute path.
  public let path: String

  /// Makes the directory.
  public init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("myelon-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// Path of a file in it.
  public func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Names of all files, sorted.
  public var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
