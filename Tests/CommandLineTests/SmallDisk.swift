import Foundation
import Testing

/// A small file system of its own, which fills; needs the right to mount one.
final class SmallDisk {
  let path: String

  /// Mounts `size` (as `mount` takes it) in a folder; nil where that is not allowed.
  init?(size: String, in scratch: Scratch) throws {
    path = scratch.file("disk")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/mount") else { return nil }
    let found = try Program.run(
      other: "/usr/bin/mount", ["-t", "tmpfs", "-o", "size=\(size)", "tmpfs", path])
    guard found.status == 0 else { return nil }
  }

  func resize(to size: String) throws {
    _ = try Program.run(other: "/usr/bin/mount", ["-o", "remount,size=\(size)", path])
  }

  deinit { _ = try? Program.run(other: "/usr/bin/umount", ["-l", path]) }
}
