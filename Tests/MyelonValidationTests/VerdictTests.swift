import MyelonStatistics
import Testing

@testable import MyelonValidation

@Suite("Verdicts on published findings")
struct VerdictTests {
  typealias Support = ValidationSupport

  @Test("the sign test is the exact binomial one, without ties")
  func signTest() {
    let row = Support.row(direction: .up)
    #expect(Support.result(row, [Double](repeating: 1, count: 8)).signTest == 2.0 / 256)
    #expect(Support.result(row, [1, 1, 1, 1, 1, 1, 1, -1]).signTest == 18.0 / 256)
    #expect(Support.result(row, [1, 1, 1, 1, 1, 1, 0, 0]).signTest == 2.0 / 64)
    #expect(Support.result(row, [1, -1, 1, -1]).signTest == 1)
    #expect(Support.result(row, [0, 0]).signTest == 1)
  }

  @Test("a number agrees within 1.96 standard errors of the difference")
  func numbers() {
    // Both sides: published error 0.6, simulated deviation 1.6 over four animals gives 0.8; together 1.0.
    let row = Support.row(value: 10, spread: 0.6, spreadIs: .error)
    func verdict(_ mean: Double) -> ValidationVerdict {
      let step = 1.6 * (3.0 / 4).squareRoot()
      return Support.result(row, [mean - step, mean + step, mean - step, mean + step]).verdict
    }
    #expect(verdict(11.95) == .agrees)
    #expect(verdict(11.97) == .tooHigh)
    #expect(verdict(8.05) == .agrees)
    #expect(verdict(8.03) == .tooLow)
  }

  @Test("a spread is turned into an error by what it is")
  func errors() {
    func error(_ spread: Double?, _ kind: ValidationRow.SpreadKind?, n: Int? = nil) -> Double? {
      Support.row("lesion_volume", value: 10, spread: spread, spreadIs: kind, n: n).publishedError
    }
    #expect(error(3, .deviation, n: 9) == 1)
    #expect(error(3, .deviation) == 3 / 8.0.squareRoot())
    #expect(error(3, .error, n: 9) == 3)
    #expect(error(1.96, .interval95) == 1)
    #expect(error(1.96, .uncertainty) == 1)
    #expect(error(nil, nil) == 1.5)
    let score = Support.row(value: 1)
    #expect(score.publishedError == 0.5)
  }

  @Test("a direction needs agreeing animals and an effect that a paper could have seen")
  func directions() {
    let up = Support.row(direction: .up)
    let strong = [Double](repeating: 1.0, count: 8)
    let weak = [Double](repeating: 0.3, count: 8)
    #expect(Support.result(up, strong).verdict == .agrees)
    #expect(Support.result(up, weak).verdict == .tooSmall)
    #expect(Support.result(up, weak.map { -$0 }).verdict == .wrongSign)
    #expect(Support.result(up, [3, 3, 3, 3, 3, -1, -1, -1]).verdict == .tooSmall)
    #expect(Support.result(up, []).verdict == .unknown)
    let down = Support.row(direction: .down)
    #expect(Support.result(down, strong.map { -$0 }).verdict == .agrees)
    let none = Support.row(direction: .unchanged)
    #expect(Support.result(none, weak).verdict == .agrees)
    #expect(Support.result(none, strong).verdict == .wrongSign)
  }

  @Test("other measures count from a tenth of the reference, and from the least that can be seen")
  func thresholds() {
    let volume = Support.row("lesion_volume", direction: .down)
    let change = [Double](repeating: -0.5, count: 8)
    #expect(Support.result(volume, change, reference: 4).verdict == .agrees)
    #expect(Support.result(volume, change, reference: 6).verdict == .tooSmall)
    let reach = Support.row("longest_corticospinal", direction: .unchanged)
    #expect(Support.result(reach, [Double](repeating: 0.4, count: 8), reference: 0).verdict == .agrees)
    #expect(Support.result(reach, [Double](repeating: 0.6, count: 8), reference: 0).verdict == .wrongSign)
  }

  @Test("bounds hold for the mean")
  func bounds() {
    let row = Support.row(against: nil, atLeast: 90, atMost: 110)
    #expect(Support.result(row, [80, 105]).verdict == .agrees)
    #expect(Support.result(row, [80, 95]).verdict == .tooLow)
    #expect(Support.result(row, [120, 115]).verdict == .tooHigh)
  }

  @Test("the square of a correlation is that of a line, and of a known sample")
  func correlation() {
    #expect(ValidationResult.rSquared([(1, 3), (2, 5), (3, 7)]) == 1)
    // Sums by hand: cross 4, squares 10 and 2.
    let known = ValidationResult.rSquared([(-2, -1), (-1, 0), (0, 0), (1, 0), (2, 1)])
    #expect(known == 16.0 / 20)
    #expect(ValidationResult.rSquared([(1, 1), (2, 1), (3, 1)]) == nil)
  }
}
