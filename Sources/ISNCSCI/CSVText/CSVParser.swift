/// A reader of comma-separated tables (RFC 4180): quoted cells, doubled quotation marks, LF or CRLF.
///
/// The separator is the comma, or the semicolon or tab where the header line has no comma.
struct CSVParser {
  /// One row with the number of its first line.
  struct Row: Equatable {
    var line: Int
    var cells: [String]
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private var position = 0
  private var line = 1

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    let start = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    position = start
    let header = bytes[start...].prefix { $0 != 10 }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 9]
    separator = candidates.first { header.contains($0) } ?? UInt8(ascii: ",")
  }

  /// The line at which the parser stands, from 1.
  var currentLine: Int { line }

  /// The next row that is not blank, or nil at the end.
  ///
  /// - Throws: `ExaminationError.malformed` for an unclosed quotation mark or text that is not UTF-8; the parser
  ///   then stands at the next line.
  mutating func next() throws(ExaminationError) -> Row? {
    while position < bytes.count {
      let first = line
      let cells = try row()
      if cells != [""] { return Row(line: first, cells: cells) }
    }
    return nil
  }

  private mutating func row() throws(ExaminationError) -> [String] {
    var cells: [String] = []
    while true {
      let isQuoted = position < bytes.count && bytes[position] == UInt8(ascii: "\"")
      cells.append(isQuoted ? try quoted() : try plain())
      guard position < bytes.count else { return cells }
      let byte = bytes[position]
      position += 1
      if byte == separator { continue }
      if byte == 13, position < bytes.count, bytes[position] == 10 { position += 1 }
      line += 1
      return cells
    }
  }

  private mutating func plain() throws(ExaminationError) -> String {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == separator || byte == 10 || byte == 13 { break }
      position += 1
    }
    return try text(bytes[start..<position])
  }

  private mutating func quoted() throws(ExaminationError) -> String {
    let opened = line
    position += 1
    var content: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == 10 { line += 1 }
      guard byte == UInt8(ascii: "\"") else {
        content.append(byte)
        continue
      }
      if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
        content.append(byte)
        position += 1
        continue
      }
      guard position == bytes.count || [separator, 10, 13].contains(bytes[position]) else {
        return try fail("text after a closing quotation mark", at: opened)
      }
      guard let text = String(validating: content, as: UTF8.self) else {
        return try fail("text that is not UTF-8", at: opened)
      }
      return text
    }
    throw .malformed(format: "CSV", reason: "a quotation mark opened on line \(opened) is not closed")
  }

  private mutating func text(_ part: Slice<UnsafeBufferPointer<UInt8>>) throws(ExaminationError) -> String {
    let part = UnsafeBufferPointer(rebasing: part)
    if part.allSatisfy({ $0 < 128 }) { return String(decoding: part, as: UTF8.self) }
    guard let text = String(validating: part, as: UTF8.self) else {
      return try fail("text that is not UTF-8", at: line)
    }
    return text
  }

  /// Moves to the next line, so that the rows after a bad one can be read.
  private mutating func fail(_ reason: String, at number: Int) throws(ExaminationError) -> String {
    while position < bytes.count, bytes[position] != 10 { position += 1 }
    if position < bytes.count { position += 1 }
    line += 1
    throw .malformed(format: "CSV", reason: "\(reason), on line \(number)")
  }

  /// A cell with quotation marks where needed.
  static func quote(_ text: String) -> String {
    let needs = text.utf8.contains { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 || $0 == 59 }
    return needs ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}
