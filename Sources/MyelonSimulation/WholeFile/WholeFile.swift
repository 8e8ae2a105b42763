import Foundation
import MyelonFiles

/// Writes the files of a run, which appear under their final names only when they are whole.
public enum WholeFile {
  /// Writes bytes to a file; on any error whatever stood under that name stays.
  ///
  /// - Parameters:
  ///   - data: the bytes.
  ///   - path: final name.
  /// - Throws: `RunError.notWritten` with the system's reason, such as a full disk.
  public static func write(_ data: Data, to path: String) throws(RunError) {
    do { try AtomicFile.write(data, to: path) } catch {
      throw .notWritten(path: path, reason: error.reason)
    }
  }

  /// Writes several stretches of bytes, one after the other, to one file.
  ///
  /// - Parameters:
  ///   - parts: the stretches.
  ///   - path: final name.
  /// - Throws: `RunError.notWritten` with the system's reason.
  public static func write(_ parts: [UnsafeRawBufferPointer], to path: String) throws(RunError) {
    do { try AtomicFile.write(parts, to: path) } catch {
      throw .notWritten(path: path, reason: error.reason)
    }
  }
}
