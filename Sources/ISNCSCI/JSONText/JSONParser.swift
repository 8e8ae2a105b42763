/// A strict JSON reader (RFC 8259) over bytes.
///
/// No input makes it crash or hang: nesting is limited, every step moves forward, and text must be UTF-8.
struct JSONParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var depth = 0
  /// Deeper nesting is refused; an examination needs three levels.
  private static let maximumDepth = 32

  /// Reads one value that fills the whole text.
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(ExaminationError) -> JSONNode {
    var parser = JSONParser(bytes: bytes)
    parser.skipByteOrderMark()
    let node = try parser.value()
    parser.skipBlanks()
    guard parser.position == bytes.count else { throw parser.fault("text after the end of the value") }
    return node
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func skipByteOrderMark() {
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
  }

  private func fault(_ reason: String) -> ExaminationError {
    let line = bytes.prefix(position).count { $0 == 10 } + 1
    let start = bytes.prefix(position).lastIndex(of: 10).map { $0 + 1 } ?? 0
    return .malformed(format: "JSON", reason: "\(reason), at line \(line), column \(position - start + 1)")
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte = peek, byte == 32 || byte == 10 || byte == 13 || byte == 9 { position += 1 }
  }

  private mutating func value() throws(ExaminationError) -> JSONNode {
    skipBlanks()
    guard let byte = peek else { throw fault("the text ends where a value is expected") }
    switch byte {
    case UInt8(ascii: "{"): return try nested { (parser) throws(ExaminationError) in try parser.object() }
    case UInt8(ascii: "["): return try nested { (parser) throws(ExaminationError) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func nested(
    _ body: (inout JSONParser) throws(ExaminationError) -> JSONNode
  ) throws(ExaminationError) -> JSONNode {
    depth += 1
    guard depth <= JSONParser.maximumDepth else { throw fault("nested too deeply") }
    position += 1
    let node = try body(&self)
    depth -= 1
    return node
  }

  private mutating func object() throws(ExaminationError) -> JSONNode {
    var members: [JSONNode.Member] = []
    skipBlanks()
    if peek == UInt8(ascii: "}") {
      position += 1
      return .object(members)
    }
    while true {
      skipBlanks()
      guard peek == UInt8(ascii: "\"") else { throw fault("a name in quotation marks is expected") }
      let name = try string()
      skipBlanks()
      guard peek == UInt8(ascii: ":") else { throw fault("':' is expected after a name") }
      position += 1
      members.append(JSONNode.Member(name: name, value: try value()))
      if try isListAtEnd(UInt8(ascii: "}")) { return .object(members) }
    }
  }

  private mutating func array() throws(ExaminationError) -> JSONNode {
    var items: [JSONNode] = []
    skipBlanks()
    if peek == UInt8(ascii: "]") {
      position += 1
      return .array(items)
    }
    while true {
      items.append(try value())
      if try isListAtEnd(UInt8(ascii: "]")) { return .array(items) }
    }
  }

  private mutating func isListAtEnd(_ end: UInt8) throws(ExaminationError) -> Bool {
    skipBlanks()
    guard let byte = peek, byte == end || byte == UInt8(ascii: ",") else {
      throw fault("',' or '\(Character(UnicodeScalar(end)))' is expected")
    }
    position += 1
    return byte == end
  }

  private mutating func word(_ text: StaticString, _ node: JSONNode) throws(ExaminationError) -> JSONNode {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count else { throw fault("an unknown word") }
    for index in 0..<count where bytes[position + index] != text.utf8Start[index] {
      throw fault("an unknown word")
    }
    position += count
    return node
  }

  private mutating func number() throws(ExaminationError) -> JSONNode {
    let start = position
    if peek == UInt8(ascii: "-") { position += 1 }
    let whole = try digits()
    if whole > 1, bytes[position - whole] == UInt8(ascii: "0") { throw fault("a number with a leading zero") }
    if peek == UInt8(ascii: ".") {
      position += 1
      _ = try digits()
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      position += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
      _ = try digits()
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func digits() throws(ExaminationError) -> Int {
    let start = position
    while let byte = peek, byte >= 48, byte <= 57 { position += 1 }
    guard position > start else { throw fault("a value is expected") }
    return position - start
  }

  private mutating func string() throws(ExaminationError) -> String {
    position += 1
    let start = position
    while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 32 {
      position += 1
    }
    if peek == UInt8(ascii: "\"") {
      defer { position += 1 }
      return try text(bytes[start..<position])
    }
    return try escapedString(from: start)
  }

  private func text(_ part: Slice<UnsafeBufferPointer<UInt8>>) throws(ExaminationError) -> String {
    let part = UnsafeBufferPointer(rebasing: part)
    // Names and scores are plain ASCII; only other text needs the full check.
    if part.allSatisfy({ $0 < 128 }) { return String(decoding: part, as: UTF8.self) }
    guard let text = String(validating: part, as: UTF8.self) else { throw fault("text that is not UTF-8") }
    return text
  }

  private mutating func escapedString(from start: Int) throws(ExaminationError) -> String {
    var result = try text(bytes[start..<position])
    while let byte = peek {
      if byte == UInt8(ascii: "\"") {
        position += 1
        return result
      }
      guard byte >= 32 else { throw fault("a control character in a string") }
      if byte == UInt8(ascii: "\\") {
        position += 1
        result.unicodeScalars.append(try escape())
        continue
      }
      let part = position
      while let next = peek, next != UInt8(ascii: "\""), next != UInt8(ascii: "\\"), next >= 32 {
        position += 1
      }
      result += try text(bytes[part..<position])
    }
    throw fault("a string without end")
  }

  private mutating func escape() throws(ExaminationError) -> UnicodeScalar {
    guard let byte = peek else { throw fault("a string without end") }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return UnicodeScalar(byte)
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw fault("an unknown escape")
    }
  }

  private mutating func unicodeEscape() throws(ExaminationError) -> UnicodeScalar {
    let first = try hexadecimal()
    if first >= 0xD800, first < 0xDC00, peek == UInt8(ascii: "\\") {
      position += 1
      guard peek == UInt8(ascii: "u") else { throw fault("half a surrogate pair") }
      position += 1
      let second = try hexadecimal()
      guard second >= 0xDC00, second < 0xE000,
        let scalar = UnicodeScalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      else { throw fault("half a surrogate pair") }
      return scalar
    }
    guard let scalar = UnicodeScalar(first) else { throw fault("half a surrogate pair") }
    return scalar
  }

  private mutating func hexadecimal() throws(ExaminationError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(UnicodeScalar(byte)).hexDigitValue else {
        throw fault("four hexadecimal digits are expected")
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
