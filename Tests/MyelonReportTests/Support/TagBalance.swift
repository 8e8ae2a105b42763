/// A plain check that every element of a page is closed where it should be.
enum TagBalance {
  private static let empty: Set<String> = ["meta", "link", "input", "br", "img", "hr"]

  /// What is wrong, at most five faults.
  static func faults(in html: String) -> [String] {
    var open: [String] = []
    var faults: [String] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: "<"), faults.count < 5 {
      rest = rest[start...]
      guard let end = rest.firstIndex(of: ">") else { return faults + ["'<' without '>'"] }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      let name = String(tag.drop { $0 == "/" }.prefix { !$0.isWhitespace && $0 != "/" }).lowercased()
      if tag.hasPrefix("!") { continue }
      if tag.hasPrefix("/") {
        if open.last == name {
          open.removeLast()
        } else {
          faults.append("</\(name)> closes \(open.suffix(3))")
          if let place = open.lastIndex(of: name) { open.removeSubrange(place...) }
        }
        continue
      }
      if tag.hasSuffix("/") || empty.contains(name) { continue }
      open.append(name)
      // What stands in these elements is not markup.
      guard name == "script" || name == "style" else { continue }
      guard let close = rest.firstRange(of: "</\(name)>") else { return faults + ["<\(name)> stays open"] }
      rest = rest[close.upperBound...]
      open.removeLast()
    }
    return faults + open.map { "<\($0)> stays open" }
  }
}
