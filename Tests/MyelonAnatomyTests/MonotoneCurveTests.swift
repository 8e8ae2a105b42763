import MyelonTestSupport
import Testing

@testable import MyelonAnatomy

@Suite struct MonotoneCurveTests {
  @Test("A curve passes through its points and never leaves the range of its neighbours")
  func noOvershoot() {
    var random = SeededGenerator(seed: 7)
    var faults = 0
    for _ in 0..<200 {
      var x = 0.0
      let positions = (0..<8).map { _ -> Double in
        x += Double.random(in: 0.1...5, using: &random)
        return x
      }
      let values = positions.map { _ in Double.random(in: -3...3, using: &random) }
      let curve = MonotoneCurve(positions: positions, values: values)
      for i in 0..<8 where abs(curve.value(at: positions[i]) - values[i]) > 1e-12 { faults += 1 }
      for i in 0..<7 {
        let low = min(values[i], values[i + 1]) - 1e-9
        let high = max(values[i], values[i + 1]) + 1e-9
        for step in 1..<20 {
          let between = positions[i] + (positions[i + 1] - positions[i]) * Double(step) / 20
          faults += (low...high).contains(curve.value(at: between)) ? 0 : 1
        }
      }
    }
    #expect(faults == 0)
  }

  @Test("Beyond its ends a curve holds its end values")
  func ends() {
    let curve = MonotoneCurve(positions: [1, 2, 4], values: [5, 3, 9])
    #expect(curve.value(at: -10) == 5)
    #expect(curve.value(at: 40) == 9)
  }

  @Test("A straight line stays straight between inner points")
  func line() {
    let curve = MonotoneCurve(positions: [0, 1, 3, 4, 6], values: [0, 2, 6, 8, 12])
    for x in stride(from: 1.0, through: 4, by: 0.1) { #expect(abs(curve.value(at: x) - 2 * x) < 1e-12) }
  }
}
