/// What the header of a track file says.
struct TrackHeader {
  /// How numbers are kept.
  let encoding: PointEncoding
  /// Lines that the file holds, nil where the header does not say.
  let count: Int?
  /// First byte of the data.
  let offset: Int
  /// Fields that do not follow from the data; repeated ones joined by line breaks.
  let fields: [String: String]

  /// Reads the header at the beginning of a file.
  init(_ bytes: [UInt8]) throws(TractogramError) {
    let (entries, end) = try Self.entries(bytes)
    var own: [String: String] = [:]
    var fields: [String: String] = [:]
    for (name, value) in entries {
      if TrackFile.ownFields.contains(name) {
        guard own.updateValue(value, forKey: name) == nil else {
          throw .header(reason: "the field '\(name)' must occur once; found it twice")
        }
      } else {
        fields[name] = fields[name].map { "\($0)\n\(value)" } ?? value
      }
    }
    let name = own["datatype"] ?? ""
    guard let encoding = PointEncoding(rawValue: name) else {
      let known = PointEncoding.allCases.map(\.rawValue).joined(separator: ", ")
      throw .header(reason: "the field 'datatype' must be one of \(known); found '\(name)'")
    }
    self.encoding = encoding
    self.fields = fields
    offset = try Self.offset(own["file"] ?? "", after: end, size: bytes.count)
    guard let text = own["count"] else {
      count = nil
      return
    }
    guard let count = Int(text), count >= 0 else {
      throw .header(reason: "the field 'count' must be a whole number of lines; found '\(text)'")
    }
    self.count = count
  }

  /// The fields in order, and the first byte after the header.
  private static func entries(
    _ bytes: [UInt8]
  ) throws(TractogramError) -> (fields: [(name: String, value: String)], end: Int) {
    let magic = Array(TrackFile.magic.utf8)
    guard bytes.starts(with: magic) else {
      throw .header(reason: "the file must begin with '\(TrackFile.magic)'")
    }
    var found: [(name: String, value: String)] = []
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      let line = trimmed(bytes[start..<end])
      defer { start = end + 1 }
      if line == "END" { return (found, end + 1) }
      if start == 0 {
        guard line == TrackFile.magic else {
          throw .header(reason: "the first line must be '\(TrackFile.magic)'; found '\(line.prefix(80))'")
        }
        continue
      }
      guard !line.isEmpty else { continue }
      guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else {
        throw .header(reason: "every line must be 'name: value'; found '\(line.prefix(80))'")
      }
      let value = line[line.utf8.index(after: colon)...]
      found.append((trimmed(Array(line[..<colon].utf8)[...]), trimmed(Array(value.utf8)[...])))
    }
    throw .header(reason: "the header must end with a line 'END'; found none")
  }

  /// Text without blanks at its edges.
  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var part = bytes
    while let byte = part.first, byte <= 32 { part.removeFirst() }
    while let byte = part.last, byte <= 32 { part.removeLast() }
    return String(decoding: part, as: UTF8.self)
  }

  /// First byte of the data, from a text of a full stop, a blank and a number.
  private static func offset(_ text: String, after end: Int, size: Int) throws(TractogramError) -> Int {
    let parts = text.split(separator: " ")
    guard parts.count == 2, parts[0] == ".", let offset = Int(parts[1]) else {
      throw .header(reason: "the field 'file' must be '. ' and the first byte of the data; found '\(text)'")
    }
    guard offset >= end, offset <= size else {
      throw .header(
        reason:
          "the data must begin between byte \(end) and byte \(size), the end of the file; found \(offset)")
    }
    return offset
  }
}
