/// Reads examinations from text, one record after the other.
///
/// A bad record is reported with its line and everything wrong in it; the others are read all the same. No input
/// makes the reader throw, crash or hang.
///
/// ```swift
/// for record in ExaminationReader(format: .csv).records(in: text) {
///   if let exam = record.examination { print(exam.classified().impairmentScale) }
/// }
/// ```
public struct ExaminationReader: Sendable {
  /// The format of the text.
  public let format: ExaminationFormat
  /// How strictly it is read.
  public let options: ReadingOptions

  /// A reader.
  ///
  /// - Parameters:
  ///   - format: The format of the text.
  ///   - options: How strictly it is read.
  public init(format: ExaminationFormat, options: ReadingOptions = ReadingOptions()) {
    self.format = format
    self.options = options
  }

  /// The format that a text seems to have.
  ///
  /// - Parameter text: The beginning of the input, at least its first line.
  /// - Returns: JSON for a text starting with "[", or with "{" that is not closed on the first line; JSON Lines for
  ///   one object a line; REDCap for a header with "right_motor_c5_value"; otherwise CSV.
  public static func format(of text: String) -> ExaminationFormat {
    let body = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if body.hasPrefix("[") { return .json }
    let line = body.prefix { !$0.isNewline }
    if body.hasPrefix("{") { return line.hasSuffix("}") ? .jsonLines : .json }
    return line.contains("right_motor_c5_value") ? .redcap : .csv
  }

  /// All records of a text.
  ///
  /// - Parameter text: The whole input.
  /// - Returns: The records in order.
  public func records(in text: String) -> [ReadRecord] {
    var list: [ReadRecord] = []
    forEachRecord(in: text) { list.append($0) }
    return list
  }

  /// All records of an input in bytes, which should be UTF-8.
  ///
  /// - Parameter bytes: The whole input.
  /// - Returns: The records in order.
  public func records(in bytes: [UInt8]) -> [ReadRecord] {
    var list: [ReadRecord] = []
    bytes.withUnsafeBufferPointer { buffer in read(buffer) { list.append($0) } }
    return list
  }

  /// Hands over the records of a text one by one, keeping none.
  ///
  /// - Parameters:
  ///   - text: The whole input.
  ///   - body: Called for each record in order.
  public func forEachRecord(in text: String, _ body: (ReadRecord) -> Void) {
    var text = text
    text.withUTF8 { read($0, body) }
  }

  private func read(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (ReadRecord) -> Void) {
    switch format {
    case .json: readJSON(bytes, body)
    case .jsonLines: readJSONLines(bytes, body)
    case .csv: readTable(bytes, names: .flat, body)
    case .redcap: readTable(bytes, names: .redcap, body)
    }
  }
}
