import Foundation

/// Reads the bytes of a scenario file and makes sure that they are text.
package enum ScenarioFile {
  /// The text of a file, or nil with a finding.
  ///
  /// Only regular files are opened: a pipe or a device could block or never end.
  package static func text(at path: String, into findings: FindingList) -> String? {
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: resolved, isDirectory: &isDirectory) else {
      findings.add(.file, line: nil, "there is no such file")
      return nil
    }
    guard !isDirectory.boolValue else {
      findings.add(.file, line: nil, "this is a directory; name a scenario file")
      return nil
    }
    let attributes = try? FileManager.default.attributesOfItem(atPath: resolved)
    guard attributes?[.type] as? FileAttributeType == .typeRegular else {
      findings.add(.file, line: nil, "this is not a regular file")
      return nil
    }
    guard let data = bytes(at: resolved) else {
      findings.add(.file, line: nil, "the file cannot be read; check its permissions")
      return nil
    }
    guard data.count <= ScenarioDocument.largestSize else {
      let size = (attributes?[.size] as? NSNumber)?.intValue ?? data.count
      refuse(size: max(size, data.count), into: findings)
      return nil
    }
    if let text = String(validating: data, as: UTF8.self) { return text }
    findings.add(
      .file, line: firstLineThatIsNotText(data), "the file is not UTF-8 text; save it with UTF-8 encoding")
    return nil
  }

  /// Adds the finding for a file that is too large.
  package static func refuse(size: Int, into findings: FindingList) {
    findings.add(
      .file, line: nil, "the file is too large for a scenario", found: "\(size) bytes",
      allowed: "up to \(ScenarioDocument.largestSize) bytes")
  }

  /// At most one byte more than the largest size, so that a huge file is never held in memory.
  private static func bytes(at path: String) -> Data? {
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? handle.close() }
    do {
      return try handle.read(upToCount: ScenarioDocument.largestSize + 1) ?? Data()
    } catch {
      return nil
    }
  }

  /// The line, from 1, of the first byte that does not belong to UTF-8 text.
  private static func firstLineThatIsNotText(_ data: Data) -> Int {
    var line = 1
    var decoder = UTF8()
    var bytes = data.makeIterator()
    while true {
      switch decoder.decode(&bytes) {
      case .scalarValue(let scalar):
        if scalar == "\n" { line += 1 }
      case .emptyInput, .error:
        return line
      }
    }
  }
}
