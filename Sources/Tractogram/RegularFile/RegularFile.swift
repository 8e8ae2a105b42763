import Foundation

/// Reads whole files; pipes and devices, which may never end, are refused.
enum RegularFile {
  /// All bytes of a file.
  static func bytes(of path: String) throws(TractogramError) -> [UInt8] {
    guard !path.utf8.contains(0) else { throw .notRead(path: path, reason: "the name holds a zero byte") }
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw .notRead(path: path, reason: String(cString: strerror(errno)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .notRead(path: path, reason: "it is no regular file")
    }
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw .notRead(path: path, reason: error.localizedDescription)
    }
  }
}
