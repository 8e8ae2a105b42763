import Foundation

/// Tells file systems that lie on another machine.
///
/// From the mount table (`/proc/self/mounts`): the kind of the longest mount point that holds a folder.
enum NetworkFileSystem {
  /// Kinds on which SQLite's shared-memory log does not work between machines, as the mount table names them.
  private static let kinds: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "9p", "fuse.sshfs", "fuse.glusterfs", "glusterfs",
    "ceph", "lustre", "gpfs", "beegfs", "orangefs", "pvfs2", "coda",
  ]

  /// The kind of network file system that a folder lies on; nil for a local one, and where there is no mount table.
  static func kind(ofFolder folder: String) -> String? {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: "/proc/self/mounts")) else { return nil }
    let resolved = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    return kind(ofFolder: resolved, mounts: String(decoding: data, as: UTF8.self))
  }

  /// The same, from the text of a mount table.
  static func kind(ofFolder folder: String, mounts: String) -> String? {
    var best = (length: -1, kind: "")
    for line in mounts.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count >= 3 else { continue }
      let point = unescaped(fields[1])
      let isInside = point == "/" || folder == point || folder.hasPrefix(point + "/")
      // Later lines lie over earlier ones.
      if isInside, point.utf8.count >= best.length { best = (point.utf8.count, String(fields[2])) }
    }
    return kinds.contains(best.kind) ? best.kind : nil
  }

  /// A field of the mount table, in which blanks are written as octal numbers.
  private static func unescaped(_ field: Substring) -> String {
    var text = String(field)
    for (code, character) in [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")] {
      text = text.replacing(code, with: character)
    }
    return text
  }
}
