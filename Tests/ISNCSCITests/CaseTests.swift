import Testing

@testable import ISNCSCI

@Suite struct CaseTests {
  @Test(.enabled(if: CaseFiles.areAvailable, "case files not found")) func explore() throws {
    var counts: [String: Int] = [:]
    for item in try CaseFiles.random() {
      let result = item.examination.classified()
      for (key, value) in result.printed {
        let expected = item.expected[key]!
        let bare = expected.replacing("*", with: "")
        counts["\(item.kind) total", default: 0] += 1
        if bare != value {
          counts["\(item.kind) \(key)", default: 0] += 1
          if counts["\(item.kind) \(key)"]! < 4 {
            print(item.name, item.kind, key, "ours", value, "theirs", expected)
          }
        }
      }
      if result.printedTotals != item.totals { counts["totals", default: 0] += 1 }
    }
    print(counts)
  }
}
