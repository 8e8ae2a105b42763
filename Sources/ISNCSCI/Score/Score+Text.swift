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
    var body = Substring(text)
    var mark = Mark.none
    if body.hasSuffix("**") {
      mark = .consideredNormal
      body = body.dropLast(2)
    } else if body.hasSuffix("*") {
      mark = .notNormal
      body = body.dropLast()
    }
    switch body {
    case "NT", "nt": self = .notTestable(mark)
    case "0", "1", "2", "3", "4", "5": self.init(Int(body) ?? 0, mark)
    default: return nil
    }
  }
}
