extension Score: CustomStringConvertible, LosslessStringConvertible {
  /// The score as written on the worksheet: "3", "NT", "0*", "NT**".
  public var description: String {
    let base = grade.map(String.init) ?? "NT"
    switch mark {
    case .none: return base
    case .notNormal: return base + "*"
    case .consideredNormal: return base + "**"
    }
  }

  /// Reads a score as written on the worksheet, strictly.
  ///
  /// - Parameter text: One of 0 to 5 or NT, then at most two stars; nothing else, no blanks. "nt" is read
  ///   too. Returns nil for anything else ("2.5", "05", "5***").
  public init?(_ text: String) {
    var bytes = text.utf8.makeIterator()
    guard let first = bytes.next() else { return nil }
    let grade: UInt8
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "5"): grade = first - UInt8(ascii: "0")
    case UInt8(ascii: "N"), UInt8(ascii: "n"):
      // "T" comes six after "N", as "t" after "n".
      guard let second = bytes.next(), second == first + 6 else { return nil }
      grade = 7
    default: return nil
    }
    var stars: UInt8 = 0
    while let byte = bytes.next() {
      guard byte == UInt8(ascii: "*"), stars < 2 else { return nil }
      stars += 1
    }
    self.init(packed: grade | stars << 3)
  }
}
