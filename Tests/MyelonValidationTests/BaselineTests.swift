import MyelonSimulation
import MyelonTherapies
import Testing

@testable import MyelonValidation

@Suite("Baselines that the model must beat")
struct BaselineTests {
  typealias Support = ValidationSupport

  private func therapies(_ items: String) throws -> TreatmentProtocol {
    let path = try Support.file(Support.text(rows: "  []", therapies: items))
    let study = try ValidationStudy.read(path: path)
    return try #require(study.scenario?.arms.last?.therapies)
  }

  private func input(
    _ own: TreatmentProtocol = .init(), sparing: (Double, Double) = (20, 20), cspg: (Double, Double) = (2, 2),
    debris: (Double, Double) = (4, 4), factors: Double = 0
  ) -> BaselineInput {
    func arm(_ s: Double, _ c: Double, _ d: Double, _ f: Double, _ t: TreatmentProtocol) -> BaselineInput.Arm
    {
      .init(sparing: s, proteoglycans: c, debris: d, factors: f, therapies: t)
    }
    return BaselineInput(
      arm: arm(sparing.0, cspg.0, debris.0, factors, own),
      reference: arm(sparing.1, cspg.1, debris.1, 0, .init()))
  }

  @Test("classes add up, each once, whatever the dose")
  func classes() throws {
    let stromal = "{cells: msc-bone-marrow, day: 3, dose: 1e6, tissue-match: none}"
    let vesicles = "{exosomes: exosomes-msc, day: 1, dose: 1, route: intravenous}"
    let enzyme = "{drug: chondroitinase, route: intrathecal, day: 0, dose: 0.06 U}"
    let drug = "{drug: minocycline, route: intravenous, day: 0.1, dose: 45 mg/kg}"
    #expect(Baseline.classPoints(try therapies("[\(stromal)]")) == 3.9)
    #expect(Baseline.classPoints(try therapies("[\(drug)]")) == 0)
    #expect(abs(Baseline.classPoints(try therapies("[\(enzyme)]")) - 0.9 * 2.1) < 1e-12)
    let all = Baseline.classPoints(try therapies("[\(stromal), \(vesicles), \(enzyme)]"))
    #expect(abs(all - (3.9 + 3.47 + 0.9 * 2.1)) < 1e-12)
    let inputs = input(try therapies("[\(stromal)]"))
    let prediction = try #require(
      Baseline.classEffects.prediction(Support.result(Support.row(direction: .up), [1], inputs: inputs)))
    #expect(prediction == .init(sign: .up, points: 3.9))
    let lesion = Support.row("lesion_volume", direction: .down)
    #expect(Baseline.classEffects.prediction(Support.result(lesion, [1], inputs: inputs)) == nil)
  }

  @Test("the regression on white matter is that of the four heights")
  func regression() throws {
    let (x, y) = ([55.0, 25, 15, 6], [17.0, 12.5, 10.5, 8])
    let (mx, my) = (x.reduce(0, +) / 4, y.reduce(0, +) / 4)
    let cross = zip(x, y).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) }
    let squares = x.reduce(0) { $0 + ($1 - mx) * ($1 - mx) }
    #expect(abs(Baseline.pointsPerPercent - cross / squares) < 5e-5)
    let result = Support.result(Support.row(direction: .up), [1], inputs: input(sparing: (30, 20)))
    let prediction = try #require(Baseline.sparing.prediction(result))
    #expect(prediction.sign == .up)
    #expect(abs((prediction.points ?? 0) - 1.771) < 1e-9)
  }

  @Test("axons pass where inhibitors fall below 1.5 times what promotes")
  func threshold() throws {
    func sign(_ inputs: BaselineInput, _ measure: String = "axons_beyond_lesion") throws
      -> ValidationRow.Direction
    {
      let row = Support.row(measure, direction: .up)
      return try #require(Baseline.threshold.prediction(Support.result(row, [1], inputs: inputs))).sign
    }
    #expect(try sign(input()) == .unchanged)  // 2 on either side
    #expect(try sign(input(cspg: (0.9, 2))) == .up)  // 0.45 + 1
    #expect(try sign(input(cspg: (1.1, 2))) == .unchanged)  // 0.55 + 1
    #expect(try sign(input(factors: 4)) == .up)  // 2 / 1.4
    #expect(try sign(input(factors: 3)) == .unchanged)  // 2 / 1.3
  }

  @Test("no change is right where nothing changes, and the score counts signs and errors")
  func score() {
    let gain = Support.row(value: 4, spread: 1, spreadIs: .error)
    let none = Support.row(direction: .unchanged)
    let results = [
      Support.result(gain, [Double](repeating: 3, count: 8), inputs: input()),
      Support.result(none, [Double](repeating: 0.1, count: 8), inputs: input()),
      Support.result(none, [Double](repeating: 2, count: 8), inputs: input()),
    ]
    let score = BaselineScore(.noChange, results: results)
    #expect(score.findings == 3)
    #expect(score.baselineSigns == 2)
    #expect(score.modelSigns == 2)
    #expect(score.baselineError == 4)
    #expect(score.modelError == 1)
    #expect(score.isBeaten)
  }
}
