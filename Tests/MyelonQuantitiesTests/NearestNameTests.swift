import MyelonQuantities
import MyelonTestSupport
import Testing

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("kitten", "sitting", 3), ("flaw", "lawn", 2), ("same", "same", 0),
    ("ab", "ba", 2),
  ])
  func theEditDistanceIsTheTextbooks(first: String, second: String, distance: Int) {
    #expect(NearestName.editDistance(first, second) == distance)
    #expect(NearestName.editDistance(second, first) == distance)
  }

  @Test func theEditDistanceIsAMetric() {
    var random = SeededGenerator(seed: 4)
    func word() -> String {
      let length = Int.random(in: 0...6, using: &random)
      return String((0..<length).map { _ in "abc".randomElement(using: &random) ?? "a" })
    }
    for _ in 0..<2000 {
      let (a, b, c) = (word(), word(), word())
      let ab = NearestName.editDistance(a, b)
      #expect((ab == 0) == (a == b))
      #expect(ab >= abs(a.count - b.count) && ab <= max(a.count, b.count))
      #expect(ab <= NearestName.editDistance(a, c) + NearestName.editDistance(c, b))
    }
  }

  @Test func theNearestCandidateIsFound() {
    let names = ["transection", "hemisection", "contusion", "clip"]
    #expect(NearestName.of("transaction", in: names) == "transection")
    #expect(NearestName.of("HEMISECTION", in: names) == "hemisection")
    #expect(NearestName.of("contussion", in: names) == "contusion")
    #expect(NearestName.of("clap", in: names) == "clip")
    #expect(NearestName.of("earthquake", in: names) == nil)
    #expect(NearestName.of("x", in: []) == nil)
  }

  @Test func tiesGoToTheEarlierCandidate() {
    #expect(NearestName.of("cat", in: ["bat", "hat"]) == "bat")
    #expect(NearestName.of("cat", in: ["hat", "bat"]) == "hat")
  }
}
