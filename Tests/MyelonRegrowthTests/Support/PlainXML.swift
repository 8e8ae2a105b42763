/// A strict reader of the XML that a GraphML file may hold: elements, attributes, text and the five entities.
///
/// It takes less than XML allows (no comments, no CDATA, no document type), so that what it takes any reader takes.
struct PlainXML {
  /// An element with its text and children.
  struct Element {
    var name: String
    var attributes: [String: String] = [:]
    var text = ""
    var children: [Element] = []
  }

  struct Fault: Error {
    var reason: String
  }

  private var rest: Substring

  /// Reads a document.
  ///
  /// - Throws: `Fault` when it is not well formed.
  static func read(_ text: String) throws -> Element {
    let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    guard text.hasPrefix(declaration) else { throw Fault(reason: "no declaration") }
    var reader = PlainXML(rest: text.dropFirst(declaration.count))
    let root = try reader.element()
    guard reader.rest.allSatisfy(\.isWhitespace) else { throw Fault(reason: "text after the root") }
    return root
  }

  private mutating func take(_ token: String) -> Bool {
    guard rest.hasPrefix(token) else { return false }
    rest = rest.dropFirst(token.count)
    return true
  }

  private mutating func require(_ token: String) throws {
    guard take(token) else { throw Fault(reason: "\(token) is missing before \(rest.prefix(40))") }
  }

  private mutating func name() throws -> String {
    let found = rest.prefix { $0.isLetter || $0.isNumber || "_:.-".contains($0) }
    guard let first = found.first, first.isLetter else {
      throw Fault(reason: "no name at \(rest.prefix(40))")
    }
    rest = rest.dropFirst(found.count)
    return String(found)
  }

  private mutating func space() { rest = rest.drop { $0.isWhitespace } }

  private mutating func element() throws -> Element {
    try require("<")
    var element = Element(name: try name())
    space()
    while !rest.hasPrefix(">"), !rest.hasPrefix("/") {
      let key = try name()
      try require("=\"")
      let raw = rest.prefix { $0 != "\"" }
      rest = rest.dropFirst(raw.count)
      try require("\"")
      guard element.attributes[key] == nil else { throw Fault(reason: "\(key) stands twice") }
      element.attributes[key] = try Self.decoded(raw)
      space()
    }
    if take("/>") { return element }
    try require(">")
    while true {
      let raw = rest.prefix { $0 != "<" }
      element.text += try Self.decoded(raw)
      rest = rest.dropFirst(raw.count)
      if take("</") { break }
      element.children.append(try self.element())
    }
    let end = try name()
    guard end == element.name else { throw Fault(reason: "\(element.name) ends as \(end)") }
    try require(">")
    return element
  }

  /// Text without entities; a bare `&`, `<` or `]]>` and characters that XML 1.0 forbids are faults.
  private static func decoded(_ raw: Substring) throws -> String {
    let entities: [Substring: String] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "#13": "\r",
    ]
    guard !raw.contains("<"), !raw.contains("]]>") else { throw Fault(reason: "markup in \(raw)") }
    guard
      raw.unicodeScalars.allSatisfy({ $0.value >= 32 || $0 == "\t" || $0 == "\n" })
    else { throw Fault(reason: "a control character in \(raw)") }
    var parts = raw.split(separator: "&", omittingEmptySubsequences: false)
    var result = String(parts.removeFirst())
    for part in parts {
      guard let end = part.firstIndex(of: ";"), let text = entities[part[..<end]] else {
        throw Fault(reason: "an unknown entity at &\(part)")
      }
      result += text + part[part.index(after: end)...]
    }
    return result
  }
}
