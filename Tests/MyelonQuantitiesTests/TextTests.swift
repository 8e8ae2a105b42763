import Foundation
import MyelonQuantities
import MyelonTestSupport
import Testing

@Suite("Texts of numbers, tables and results")
struct TextTests {
  @Test("A number is written as short as it reads back, without a needless point")
  func shortest() {
    let known: [(Double, String)] = [
      (0, "0"), (21, "21"), (-3, "-3"), (0.1, "0.1"), (1e300, "1e+300"), (.infinity, "inf"), (2.5, "2.5"),
    ]
    for (value, text) in known { #expect(value.shortestText == text) }
    var random = SeededGenerator(seed: 7)
    for _ in 0..<1000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(Double(value.shortestText)?.bitPattern == value.bitPattern)
    }
  }

  @Test("Only fields that need them get quotation marks")
  func fields() {
    #expect(CSVText.field("6.25 mm") == "6.25 mm")
    #expect(CSVText.field("a,b") == "\"a,b\"")
    #expect(CSVText.field("\"") == "\"\"\"\"")
    #expect(CSVText.field("a\r\nb") == "\"a\r\nb\"")
    // One character to Swift, a comma and an accent to a reader of bytes.
    #expect(CSVText.field("a,\u{301}") == "\"a,\u{301}\"")
    #expect(CSVText.table([["a", "b,c"], ["", "1"]]) == "a,\"b,c\"\n,1\n")
  }

  @Test("Equal values give equal JSON, sorted and without escaped slashes; what is not finite is refused")
  func json() throws {
    #expect(try SortedJSON.text(["b": "x/y", "a": "z"]) == "{\n  \"a\" : \"z\",\n  \"b\" : \"x/y\"\n}")
    #expect(throws: EncodingError.self) { try SortedJSON.data([Double.nan]) }
  }
}
