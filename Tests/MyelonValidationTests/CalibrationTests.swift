import MyelonSimulation
import MyelonStatistics
import MyelonStudies
import Testing

@testable import MyelonValidation

@Suite("Calibration on the fit half")
struct CalibrationTests {
  typealias Support = ValidationSupport
  private static let name = "exosomes-msc.paracrine_protection"
  private static let vesicles = "[{exosomes: exosomes-msc, day: 0.1, dose: 1, route: intrathecal}]"

  private func study(value: Double, half: String) throws -> ValidationStudy {
    let rows = """
        - {arm: treated, against: untreated, measure: lesion_volume, day: 4, value: \(value), spread: 0.02, spread-is: error,
           published: x, provenance: recalled}
      """
    let text = Support.text(rows: rows, therapies: Self.vesicles)
      .replacing("half: held-out", with: "half: \(half)").replacing("days: 14", with: "days: 4")
      .replacing("visits: [14]", with: "visits: [4]")
    return try ValidationStudy.read(path: try Support.file(text))
  }

  @Test("a number that made the data is found again, and the misfit falls")
  func recovery() throws {
    let settings = try EnsembleSettings()
    let blank = try Calibration([try study(value: 0, half: "fit")], varying: [Self.name], animals: 2, seed: 4)
    let truth = 0.45
    let made = try #require(try blank.simulate([[truth]], settings: settings).first?.first)
    #expect(made < 0)  // vesicles spare tissue
    let calibration = try Calibration(
      [try study(value: made, half: "fit")], varying: [Self.name], animals: 2, seed: 4)
    var inversion = try calibration.inversion(members: 8, steps: 2)
    while !inversion.isFinished {
      try inversion.advance { try calibration.simulate($0.map(\.values), settings: settings) }
    }
    let medians = try CalibrationResult.medians(inversion)
    let result = try CalibrationResult(
      calibration, inversion,
      before: try #require(
        try calibration.simulate([calibration.variables.map(\.usual)], settings: settings).first),
      after: try #require(try calibration.simulate([medians], settings: settings).first))
    let found = try #require(result.variables.first)
    #expect(found.interval.contains(truth), "\(found.interval)")
    #expect(found.variable.range.contains(found.median))
    #expect(result.misfit(\.after) < result.misfit(\.before))
    #expect(result.markdown().contains("`\(Self.name)`"))
  }

  @Test("a study that is held out is refused, and so is one without a number")
  func refused() throws {
    #expect(throws: ValidationError.heldOut(id: "small")) {
      try Calibration([try study(value: 1, half: "held-out")], varying: [Self.name], animals: 2, seed: 4)
    }
    #expect(throws: ValidationError.nothingToFit) {
      try Calibration([], varying: [Self.name], animals: 2, seed: 4)
    }
  }

  @Test("an effect beyond the target of a sign counts as the target, a number is never held")
  func held() throws {
    let rows = """
        - {arm: treated, against: untreated, measure: BBB, day: 14, direction: up, published: x, provenance: recalled}
        - {arm: treated, against: untreated, measure: BBB, day: 14, direction: down, published: x, provenance: recalled}
        - {arm: treated, against: untreated, measure: BBB, day: 14, direction: none, published: x, provenance: recalled}
        - {arm: treated, against: untreated, measure: BBB, day: 14, value: 1, spread: 0.5, spread-is: error, published: x,
           provenance: recalled}
      """
    let study = try ValidationStudy.read(
      path: try Support.file(Support.text(rows: rows, therapies: Self.vesicles)))
    let found = study.rows.map { row in [-3.0, -0.4, 0.4, 3].map(row.held) }
    #expect(found[0] == [-3, -0.4, 0.4, 1])
    #expect(found[1] == [-1, -0.4, 0.4, 3])
    #expect(found[2] == [-3, -0.4, 0.4, 3] && found[3] == [-3, -0.4, 0.4, 3])
  }
}
