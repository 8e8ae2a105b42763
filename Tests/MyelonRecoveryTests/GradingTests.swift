import ISNCSCI
import MyelonAnatomy
import MyelonLesion
import MyelonQuantities
import MyelonRandom
import MyelonTestSupport
import Testing

@testable import MyelonRecovery

/// From drive to grades, and what an examiner adds.
@Suite struct GradingTests {
  private let table = RecoveryParameters.table(for: .human)

  private func examination(of state: FunctionalState, seed: UInt64? = nil) throws -> Examination {
    var stream = seed.map { RandomStream(seed: $0, entity: 1) }
    return try ExaminationRecorder(table).examination(of: state, stream: &stream)
  }

  private func uniform(_ function: Double) -> FunctionalState {
    var state = FunctionalState.normal
    state.strength = state.strength.map { $0.map { _ in function } }
    state.lightTouch = state.lightTouch.map { $0.map { _ in function } }
    state.pinPrick = state.pinPrick.map { $0.map { _ in function } }
    return state
  }

  @Test func responsesRiseFromNothingToOne() {
    for (threshold, half) in [(0.02, 0.1), (0.05, 0.4), (0, 0.2)] {
      let curve = ResponseCurve(threshold: threshold, half: half)
      #expect(curve.response(0) == 0 && curve.response(threshold) == 0 && curve.response(-1) == 0)
      #expect(abs(curve.response(1) - 1) < 1e-15 && curve.response(1) <= 1 && curve.response(2) == 1)
      var last = 0.0
      for step in 1...1000 {
        let value = curve.response(Double(step) / 1000)
        #expect(value >= last && value <= 1)
        last = value
      }
      // Half of the unscaled curve at h above the threshold: r = (1/2) (1 - x₀ + h) / (1 - x₀).
      let expected = 0.5 * (1 - threshold + half) / (1 - threshold)
      #expect(abs(curve.response(threshold + half) - expected) < 1e-12)
    }
  }

  @Test func gradesAreMonotoneInDrive() throws {
    let parameters = HumanFunction.Parameters(table)
    var last = (motor: 0, touch: 0)
    var seen = Set<Int>()
    for step in 0...500 {
      let drive = Double(step) / 500
      var state = FunctionalState.normal
      state.strength = state.strength.map { $0.map { _ in parameters.motorCurve.response(drive) } }
      state.lightTouch = state.lightTouch.map { $0.map { _ in parameters.sensoryCurve.response(drive) } }
      let examination = try examination(of: state)
      let motor = try #require(examination.left.motor[3].grade)
      let touch = try #require(examination.left.lightTouch[3].grade)
      #expect(motor >= last.motor && touch >= last.touch)
      seen.insert(motor)
      last = (motor, touch)
    }
    #expect(last.motor == 5 && last.touch == 2 && seen == Set(0...5))
  }

  @Test func theCurveOfTheRatPassesItsAnchorsAndIsMonotone() {
    let curve = AnchorCurve([(0, 2), (0.05, 8), (0.25, 12), (1, 21)])
    #expect(curve.value(-1) == 2 && curve.value(0) == 2 && curve.value(1) == 21 && curve.value(3) == 21)
    #expect(abs(curve.value(0.05) - 8) < 1e-12 && abs(curve.value(0.15) - 10) < 1e-12)
    let values = (0...100).map { curve.value(Double($0) / 100) }
    #expect(zip(values, values.dropFirst()).allSatisfy(<))
    #expect(AnchorCurve([]).value(0.5) == 0)
  }

  @Test func poolsStandInWorksheetOrderAndWeightsSumToOne() {
    let pools = MotorPool.standard(.human).compactMap(\.keySegment)
    #expect(pools == SpinalLevel.keyMuscles.map(\.description))
    #expect(
      abs(
        table["weight_lateral_corticospinal"] + table["weight_ventral_corticospinal"]
          + table["weight_reticulospinal"] - 1) < 1e-12)
  }

  @Test(arguments: [0.0, 1.0])
  func absentAndNormalFunctionAreGradedWithoutSpread(function: Double) throws {
    let plain = try examination(of: uniform(function))
    for seed in 0..<200 as Range<UInt64> {
      #expect(try examination(of: uniform(function), seed: seed) == plain)
    }
    #expect(plain.left.motor.allSatisfy { $0 == Score(function == 1 ? 5 : 0) })
  }

  @Test func theSameSeedGivesTheSameExaminationAndAnotherSeedAnother() throws {
    let state = uniform(0.5)
    for seed in 0..<20 as Range<UInt64> {
      #expect(try examination(of: state, seed: seed) == examination(of: state, seed: seed))
      #expect(try examination(of: state, seed: seed) != examination(of: state, seed: seed + 1))
    }
  }

  /// Half of normal strength is grade 2.5 before rounding, with the stated deviation σ √(4 f (1 - f)) = σ.
  @Test func theExaminersSpreadIsTheStatedOne() throws {
    let deviation = table["examiner_deviation_motor"]
    var grades: [Double] = []
    for seed in 0..<2000 as Range<UInt64> {
      let examination = try examination(of: uniform(0.5), seed: seed)
      grades += (examination.left.motor + examination.right.motor).compactMap { $0.grade.map(Double.init) }
    }
    let count = Double(grades.count)
    let mean = grades.reduce(0, +) / count
    let variance = grades.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    // 2.5 lies midway between two grades, so rounding adds 1/4 at most and 1/12 on average; five standard errors.
    #expect(abs(mean - 2.5) < 5 * (variance / count).squareRoot())
    #expect(variance > deviation * deviation && variance < deviation * deviation + 0.25)
    #expect(Set(grades).isSuperset(of: [2, 3]))
  }

  /// The error vanishes towards absent and normal function.
  @Test func theExaminersSpreadIsLargestInTheMiddle() throws {
    func spread(_ function: Double) throws -> Double {
      var wrong = 0
      let expected = try examination(of: uniform(function)).right.lightTouch[0]
      for seed in 0..<300 as Range<UInt64> {
        let examination = try examination(of: uniform(function), seed: seed)
        wrong += examination.right.lightTouch.filter { $0 != expected }.count
      }
      return Double(wrong) / (300 * 28)
    }
    // At 0.75 of normal touch the reading is 1.5 grades: the examiner wavers; near the ends he does not.
    let (low, middle, high) = (try spread(0.02), try spread(0.72), try spread(0.98))
    #expect(middle > 0.25 && low < 0.01 && high < 0.01)
  }
}
