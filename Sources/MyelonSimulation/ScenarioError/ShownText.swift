/// Text from a file, made fit to stand inside a one-line message.
package enum ShownText {
  /// Longest text shown in full, in characters.
  package static let longest = 60

  /// The text in quotes, with control characters written as escapes and the rest cut after 60 characters.
  package static func quoted(_ text: String) -> String {
    "'\(plain(text))'"
  }

  /// The text without quotes, made one line and cut after 60 characters.
  package static func plain(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars.prefix(longest) {
      switch scalar {
      case "\n": shown += "\\n"
      case "\t": shown += "\\t"
      default:
        if isPrintable(scalar) {
          shown.unicodeScalars.append(scalar)
        } else {
          shown += "\\u{\(String(scalar.value, radix: 16))}"
        }
      }
    }
    return text.unicodeScalars.count > longest ? shown + "..." : shown
  }

  /// False for control, line- and paragraph-separating characters.
  package static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value >= 0x20 && scalar.value != 0x7F }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: return false
    default: return true
    }
  }
}
