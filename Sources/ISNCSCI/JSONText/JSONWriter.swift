/// Writes JSON text; faster than Foundation's encoder, with a fixed order of keys.
enum JSONWriter {
  static func quote(_ text: String) -> String {
    var result = "\""
    result.reserveCapacity(text.utf8.count + 2)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { quote($0.0) + ":" + $0.1 }.joined(separator: ",") + "}"
  }

  static func array(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }

  static func values<Value>(_ set: PossibleValues<Value>) -> String {
    array(set.values.map { quote(set.isConditional($0) ? "\($0)*" : "\($0)") })
  }

  static func subtotal(_ sum: Subtotal) -> String { sum.value.map(String.init) ?? "\"ND\"" }
}
