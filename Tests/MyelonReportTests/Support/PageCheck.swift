import Foundation
import Testing

/// What every page without a script must keep, whatever is on it.
enum PageCheck {
  /// Identifiers of the sections in order.
  static func sections(_ html: String) -> [String] {
    html.matches(of: #/<section id="([^"]+)"/#).map { String($0.output.1) }
  }

  /// How often a text stands in a page.
  static func count(_ text: String, in html: String) -> Int { html.components(separatedBy: text).count - 1 }

  // A failed expectation prints its values; a page of megabytes must not be one of them.

  /// Expects a text in a page.
  static func holds(_ html: String, _ text: String, at location: SourceLocation = #_sourceLocation) {
    let found = html.contains(text)
    #expect(found, "the page lacks \(text)", sourceLocation: location)
  }

  /// Expects a text not to be in a page.
  static func lacks(_ html: String, _ text: String, at location: SourceLocation = #_sourceLocation) {
    let found = html.contains(text)
    #expect(!found, "the page holds \(text)", sourceLocation: location)
  }

  /// The text of one section.
  static func section(_ id: String, of html: String) throws -> String {
    let start = try #require(html.range(of: "<section id=\"\(id)\""))
    let end = try #require(html.range(of: "</section>", range: start.upperBound..<html.endIndex))
    return String(html[start.lowerBound..<end.lowerBound])
  }

  /// Balanced markup, unique identifiers, links that lead somewhere, nothing from outside, no number that is none.
  static func expectSound(_ html: String) {
    #expect(TagBalance.faults(in: html) == [])
    let ids = html.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    for link in html.matches(of: #/<a href="#([^"]+)"/#) { #expect(ids.contains(String(link.output.1))) }
    for outside in ["http://", "https://", "<script", "@import", "url(", " src="] {
      #expect(!html.contains(outside), "\(outside) stands on the page")
    }
    for word in ["nan", "inf", "nil"] {
      let found = [">\(word)<", "\"\(word)\"", " \(word) ", " \(word)<", "=\"-\(word)"].contains {
        html.contains($0)
      }
      #expect(!found, "\(word) stands on the page")
    }
    #expect(!html.contains("Optional("))
    // Every figure says what it shows.
    let figures = html.components(separatedBy: "<figure").count
    #expect(figures == html.components(separatedBy: "<figcaption").count)
  }
}
