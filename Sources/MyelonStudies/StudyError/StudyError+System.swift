import Foundation
import MyelonFiles

extension StudyError {
  /// What a file that could not be written means for a study.
  init(_ error: FileError) {
    self =
      error.code.map { .ofSystem($0, path: error.path) }
      ?? .cannotWrite(path: error.path, reason: error.reason)
  }

  /// What a number of the operating system's means for a file that was to be written.
  static func ofSystem(_ code: Int32, path: String) -> StudyError {
    switch code {
    case ENOSPC, EDQUOT: .diskFull(path: path)
    case EROFS, EACCES, EPERM: .readOnly(path: path)
    default: .cannotWrite(path: path, reason: String(cString: strerror(code)))
    }
  }
}
