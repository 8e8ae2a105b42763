/// A track file or a file of weights that could not be read or written.
public enum TractogramError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The lines contradict themselves; all findings.
  case invalid([TractogramFault])
  /// There are no weights of that name among the lines.
  case noWeights(name: String, known: [String])
  /// The finished file could not be put under its name.
  case notWritten(path: String, reason: String)
  /// The file could not be opened or read.
  case notRead(path: String, reason: String)
  /// The header is not that of an MRtrix track file.
  case header(reason: String)
  /// The data end before the mark of their end; `lines` are whole.
  case cutOff(lines: Int, bytes: Int)
  /// A point is neither finite nor a mark; its place in bytes from the beginning of the file.
  case brokenPoint(byte: Int)
  /// The header promises another number of lines.
  case lineCount(required: Int, found: Int)
  /// A text among weights is no finite number; counted from 1.
  case brokenWeight(line: Int, text: String)

  /// A sentence that says what is required, what was found and what to do.
  public var description: String {
    switch self {
    case .invalid(let faults):
      "The lines cannot be written as they are: " + faults.map(\.description).joined(separator: " ")
    case .noWeights(let name, let known):
      "Weights '\(name)' are required; the lines have "
        + (known.isEmpty ? "none." : known.map { "'\($0)'" }.joined(separator: ", ") + ".")
    case .notWritten(let path, let reason):
      "\(path) was not written: \(reason). Whatever stood under that name is unchanged."
    case .notRead(let path, let reason): "\(path) was not read: \(reason)."
    case .header(let reason):
      "An MRtrix track file (.tck) is required: \(reason)."
    case .cutOff(let lines, let bytes):
      "The mark of the end (an infinite point) is required; the data stop after \(lines) whole lines, at byte "
        + "\(bytes). The file was cut off: write or copy it again."
    case .brokenPoint(let byte):
      "Every point must be finite, or a mark with three equal parts; found neither at byte \(byte)."
    case .lineCount(let required, let found):
      "The header promises \(required) lines; found \(found). The file was not finished: write it again."
    case .brokenWeight(let line, let text):
      "Weights must be finite numbers; found '\(text)' in line \(line)."
    }
  }
}
