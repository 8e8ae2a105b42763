import Foundation
import GRDB
import Testing
@testable import MyelonStudies

/// A small file system of its own; needs the right to mount one.
final class SmallDisk {
  let path: String

  /// Mounts `size`; nil where that is not allowed.
  init?(_ path: String, size: String) throws {
    self.path = path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard Self.run("/usr/bin/mount", ["-t", "tmpfs", "-o", "size=\(size)", "tmpfs", path]) else { return nil }
  }

  func remount(_ options: String) throws {
    #expect(Self.run("/usr/bin/mount", ["-o", "remount,\(options)", path]))
  }

  private static func run(_ program: String, _ arguments: [String]) -> Bool {
    guard FileManager.default.isExecutableFile(atPath: program) else { return false }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  deinit { _ = Self.run("/usr/bin/umount", ["-l", path]) }
}
