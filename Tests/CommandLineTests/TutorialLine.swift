import Foundation

/// A line that a tutorial shows as output, and the rule by which output is taken for it.
///
/// Runs of blanks count as one. `…` stands for anything within the line. Whole numbers and words must be the same;
/// a number with a point or an exponent may be off by a tenth of it, or by one unit of its last digit shown.
struct TutorialLine: Equatable {
  let line: Int
  let text: String
  private let pattern: String
  private let numbers: [String]

  private static let number = "[-+−]?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?"

  /// Nothing for an empty line.
  init?(_ raw: String, at line: Int) throws {
    let text = Self.collapsed(raw)
    guard !text.isEmpty else { return nil }
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw TutorialPage.Fault(line: line, text: "'\(text)' would match nearly everything")
    }
    self.line = line
    self.text = text
    var pattern = ""
    var numbers: [String] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      if rest.hasPrefix("…") {
        pattern += ".*?"
        rest.removeFirst()
      } else if let range = rest.range(of: Self.number, options: [.regularExpression, .anchored]) {
        pattern += "(\(Self.number))"
        numbers.append(String(rest[range]))
        rest = rest[range.upperBound...]
      } else {
        pattern += NSRegularExpression.escapedPattern(for: String(rest.removeFirst()))
      }
    }
    self.pattern = pattern
    self.numbers = numbers
  }

  /// The text with runs of blanks as one, and none at its ends.
  static func collapsed(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether the whole of a line of output is this line.
  func isMatched(by output: some StringProtocol) -> Bool {
    end(in: Self.collapsed(output), from: 0, whole: true) != nil
  }

  /// Offset (UTF-16) behind the first place at or after `start` where this line stands in a longer text.
  func end(in output: String, from start: Int, whole: Bool = false) -> Int? {
    guard let expression = try? NSRegularExpression(pattern: whole ? "^\(pattern)$" : pattern) else {
      return nil
    }
    let text = output as NSString
    let range = NSRange(location: start, length: text.length - start)
    for match in expression.matches(in: output, range: range) {
      let found = (1..<match.numberOfRanges).map { text.substring(with: match.range(at: $0)) }
      if zip(numbers, found).allSatisfy(Self.agree) { return match.range.upperBound }
    }
    return nil
  }

  private static func agree(shown: String, found: String) -> Bool {
    if shown == found { return true }
    let plain = [shown, found].map { $0.replacing("−", with: "-") }
    guard plain[0].contains(where: { ".eE".contains($0) }),
      let wanted = Double(plain[0]), let value = Double(plain[1])
    else { return false }
    let mantissa = plain[0].prefix { !"eE".contains($0) }
    let decimals = mantissa.firstIndex(of: ".").map { mantissa.distance(from: $0, to: mantissa.endIndex) - 1 }
    let exponent = plain[0].firstIndex { "eE".contains($0) }.flatMap {
      Int(plain[0][plain[0].index(after: $0)...].trimmingCharacters(in: ["+"]))
    }
    let unit = pow(10, Double((exponent ?? 0) - (decimals ?? 0)))
    return abs(value - wanted) <= max(0.1 * abs(wanted), unit * 1.000001)
  }
}
