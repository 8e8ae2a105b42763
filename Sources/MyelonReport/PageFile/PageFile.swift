import MyelonFiles

/// Writes a page so that it appears under its name only when it is whole.
enum PageFile {
  /// Writes a page; a file under that name is replaced.
  ///
  /// - Parameters:
  ///   - html: the document.
  ///   - path: final name.
  /// - Throws: `ReportError.unwritable`.
  static func write(_ html: String, to path: String) throws(ReportError) {
    do { try AtomicFile.write(Array(html.utf8), to: path) } catch {
      throw .unwritable(path: path, reason: error.reason)
    }
  }
}
