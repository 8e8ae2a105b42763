import Foundation
import MyelonSimulation

/// Writes a page so that it appears under its name only when it is whole.
enum PageFile {
  /// Writes a page; a file under that name is replaced.
  ///
  /// - Parameters:
  ///   - html: the document.
  ///   - path: final name.
  /// - Throws: `ReportError.unwritable`.
  static func write(_ html: String, to path: String) throws(ReportError) {
    do throws(RunError) {
      try WholeFile.write(Data(html.utf8), to: path)
    } catch {
      guard case .notWritten(_, let reason) = error else {
        throw .unwritable(path: path, reason: error.description)
      }
      throw .unwritable(path: path, reason: reason)
    }
  }
}
