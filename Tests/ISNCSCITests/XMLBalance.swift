import Foundation
import Testing
@testable import ISNCSCI

/// A reader that checks that every opened element is closed in order.
enum XMLBalance {
  /// The first fault, or nil.
  static func problem(in text: String) -> String? {
    var open: [Substring] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(of: ">") else { return "unclosed tag" }
      let tag = rest[..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasSuffix("/") { continue }
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else {
          return "</\(tag.dropFirst())> does not match"
        }
      } else {
        open.append(tag.prefix { $0 != " " })
      }
    }
    return open.isEmpty ? nil : "still open: \(open)"
  }
}
