import Foundation
import MyelonRandom
import Testing

@testable import MyelonTrials

@Suite("What a trial does not see")
struct AttritionTests {
  static let days = [0.0, 84, 182, 365]
  static let course: [Double?] = [10, 14, 18, 25]

  private func seen(
    _ attrition: Attrition, _ person: Int, course: [Double?] = course, gain: [Double?]? = nil
  ) -> [Double?] {
    var stream = RandomStream(seed: 3, entity: UInt32(person))
    return attrition.seen(
      days: Self.days, course: course, gain: gain ?? course.map { $0.map { $0 - 10 } }, stream: &stream)
  }

  @Test("Without losses everything is seen as it is")
  func nothingLost() {
    #expect(seen(.none, 1) == Self.course)
  }

  @Test("People leave at the rate given, once and for all, the baseline is always there")
  func dropout() {
    let attrition = Attrition(dropout: 0.2)
    let courses = (0..<20_000).map { seen(attrition, $0) }
    #expect(courses.allSatisfy { $0[0] == 10 })
    let left = Double(courses.filter { $0[3] == nil }.count) / 20_000
    #expect(abs(left - 0.2) < CohortSupport.reach(0.2, 20_000))
    let early = Double(courses.filter { $0[1] == nil }.count) / 20_000
    let expected = 1 - pow(0.8, 84.0 / 365)
    #expect(abs(early - expected) < CohortSupport.reach(expected, 20_000))
    for course in courses { #expect((1..<3).allSatisfy { course[$0] != nil || course[$0 + 1] == nil }) }
  }

  @Test("Missed visits are missed alone, at their share")
  func missed() {
    let courses = (0..<20_000).map { seen(Attrition(dropout: 0, missedVisits: 0.1), $0) }
    for visit in 1...3 {
      let share = Double(courses.filter { $0[visit] == nil }.count) / 20_000
      #expect(abs(share - 0.1) < CohortSupport.reach(0.1, 20_000))
    }
    #expect(courses.contains { $0[2] == nil && $0[3] != nil })
  }

  @Test("A visit off its day reads the course on its line; beyond the last visit nothing is made up")
  func window() {
    let attrition = Attrition(dropout: 0, visitWindow: 14)
    for person in 0..<500 {
      let found = seen(attrition, person)
      // Slopes are 4/84, 4/98 and 7/183 points a day.
      #expect(abs((found[1] ?? 0) - 14) <= 14 * 4 / 84 + 1e-12)
      #expect((found[3] ?? 0) <= 25 && (found[3] ?? 0) >= 25 - 14 * 7 / 183 - 1e-12)
      #expect(found[0] == 10)
    }
    let flat = seen(attrition, 1, course: [5, 5, 5, 5])
    #expect(flat == [5, 5, 5, 5])
  }

  @Test("Leaving depends on what was gained until the visit before, by the ratio given")
  func ratio() {
    let attrition = Attrition(dropout: 0.3, dropoutRatio: 0.5)
    func leave(gain: Double) -> Double {
      let gains: [Double?] = [0, gain, gain, gain]
      let courses = (0..<20_000).map { seen(attrition, $0, gain: gains) }
      let staying = courses.filter { $0[2] != nil }
      return Double(staying.filter { $0[3] == nil }.count) / Double(staying.count)
    }
    let hazard = -log(1 - 0.3) * 183 / 365
    for (gain, factor) in [(0.0, 1.0), (10, 0.5), (20, 0.25)] {
      let expected = 1 - exp(-hazard * factor)
      #expect(abs(leave(gain: gain) - expected) < CohortSupport.reach(expected, 14_000))
    }
  }

  @Test("What is missing is the same for every measure of a person, and unknown values stay unknown")
  func sameLosses() {
    let attrition = Attrition(dropout: 0.3, missedVisits: 0.2, visitWindow: 10)
    for person in 0..<200 {
      let gain: [Double?] = [0, 3, 6, 9]
      let one = seen(attrition, person, gain: gain)
      let other = seen(attrition, person, course: [1, 2, nil, 4], gain: gain)
      #expect((0..<4).allSatisfy { $0 == 2 || (one[$0] == nil) == (other[$0] == nil) })
      #expect(other[2] == nil)
    }
  }

  @Test("Impossible losses are named")
  func findings() {
    let wrong = Attrition(dropout: 1, dropoutRatio: 0, missedVisits: -0.1, visitWindow: 400)
    #expect(wrong.findings().map(\.key) == ["dropout", "dropout-ratio", "missed-visits", "visit-window"])
    #expect(Attrition.none.findings().isEmpty)
  }
}
