import MyelonFiles

extension TractogramError {
  /// What a file that could not be written means for lines.
  init(_ error: FileError) {
    self = .notWritten(path: error.path, reason: error.reason)
  }
}
