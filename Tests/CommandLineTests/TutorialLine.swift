import Foundation

/// A line that a tutorial shows as output, and the rule by which output is taken for it.
///
/// Runs of blanks count as one. `…` stands for anything within the line. Whole numbers and words must be the same;
/// a number with a point or an exponent may be off by a tenth of it, or by one unit of its last digit shown.
struct TutorialLine: Equatable {
  private enum Part: Equatable {
    case text([UInt8])
    case number(String)
    case anything
  }

  let line: Int
  let text: String
  private let parts: [Part]

  /// Most bytes of a page that `…` stands for there, since a page has no lines.
  private static let reach = 300

  /// Nothing for an empty line.
  init?(_ raw: String, at line: Int) throws {
    let text = Self.collapsed(raw)
    guard !text.isEmpty else { return nil }
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw TutorialPage.Fault(line: line, text: "'\(text)' would match nearly everything")
    }
    self.line = line
    self.text = text
    var parts: [Part] = []
    let bytes = Array(text.utf8)
    let dots = Array("…".utf8)
    var place = 0
    while place < bytes.count {
      if bytes[place...].starts(with: dots) {
        parts.append(.anything)
        place += dots.count
      } else if let end = Self.endOfNumber(in: bytes, from: place) {
        parts.append(.number(String(decoding: bytes[place..<end], as: UTF8.self)))
        place = end
      } else {
        if case .text(let before) = parts.last {
          parts[parts.count - 1] = .text(before + [bytes[place]])
        } else {
          parts.append(.text([bytes[place]]))
        }
        place += 1
      }
    }
    self.parts = parts
  }

  /// The text with runs of blanks as one, and none at its ends.
  static func collapsed(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether the whole of a line of output is this line.
  func isMatched(by output: some StringProtocol) -> Bool {
    let bytes = Array(Self.collapsed(output).utf8)
    return end(of: 0, in: bytes, from: 0, reach: bytes.count) { $0 == bytes.count } != nil
  }

  /// Offset behind the first place at or after `start` where this line stands in a longer text.
  func end(in output: [UInt8], from start: Int) -> Int? {
    for place in start..<max(start, output.count) {
      if case .text(let text) = parts[0], text[0] != output[place] { continue }
      if let end = end(of: 0, in: output, from: place, reach: Self.reach, isEnd: { _ in true }) { return end }
    }
    return nil
  }

  /// Where the parts from `part` on end when they begin at `place`; nothing if they do not stand there.
  private func end(
    of part: Int, in output: [UInt8], from place: Int, reach: Int, isEnd: (Int) -> Bool
  ) -> Int? {
    guard part < parts.count else { return isEnd(place) ? place : nil }
    switch parts[part] {
    case .text(let text):
      guard output[place...].starts(with: text) else { return nil }
      return end(of: part + 1, in: output, from: place + text.count, reach: reach, isEnd: isEnd)
    case .number(let shown):
      guard let last = Self.endOfNumber(in: output, from: place),
        Self.agree(shown: shown, found: String(decoding: output[place..<last], as: UTF8.self))
      else { return nil }
      return end(of: part + 1, in: output, from: last, reach: reach, isEnd: isEnd)
    case .anything:
      for next in place...min(place + reach, output.count) {
        if let found = end(of: part + 1, in: output, from: next, reach: reach, isEnd: isEnd) { return found }
      }
      return nil
    }
  }

  /// Where a number that begins at `place` ends; nothing inside of another one, or where there is none.
  private static func endOfNumber(in bytes: [UInt8], from place: Int) -> Int? {
    func isDigit(_ at: Int) -> Bool { at < bytes.count && (48...57).contains(bytes[at]) }
    func isSign(_ at: Int) -> Bool { at < bytes.count && (bytes[at] == 43 || bytes[at] == 45) }
    if place > 0,
      isDigit(place - 1) || bytes[place - 1] == 46 && isDigit(place - 2 < 0 ? bytes.count : place - 2)
    {
      return nil
    }
    var at = place
    let minus = Array("−".utf8)
    if isSign(at) { at += 1 } else if bytes[at...].starts(with: minus) { at += minus.count }
    guard isDigit(at) else { return nil }
    while isDigit(at) { at += 1 }
    if at < bytes.count, bytes[at] == 46, isDigit(at + 1) {
      at += 1
      while isDigit(at) { at += 1 }
    }
    if at < bytes.count, bytes[at] | 32 == 101 {
      let digits = isSign(at + 1) ? at + 2 : at + 1
      if isDigit(digits) {
        at = digits
        while isDigit(at) { at += 1 }
      }
    }
    return at
  }

  private static func agree(shown: String, found: String) -> Bool {
    if shown == found { return true }
    let plain = [shown, found].map { $0.replacing("−", with: "-") }
    guard plain[0].contains(where: { ".eE".contains($0) }),
      let wanted = Double(plain[0]), let value = Double(plain[1])
    else { return false }
    let mantissa = plain[0].prefix { !"eE".contains($0) }
    let decimals = mantissa.firstIndex(of: ".").map { mantissa.distance(from: $0, to: mantissa.endIndex) - 1 }
    let exponent = plain[0].firstIndex { "eE".contains($0) }.flatMap { mark in
      Int(plain[0][plain[0].index(after: mark)...])
    }
    let unit = pow(10, Double((exponent ?? 0) - (decimals ?? 0)))
    return abs(value - wanted) <= max(0.1 * abs(wanted), unit * 1.000001)
  }
}
