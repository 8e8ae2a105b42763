import MyelonAnatomy
import MyelonFields
import MyelonLesion
import Testing

@testable import MyelonTherapies

/// Drugs in a short life of the contused rat.
@Suite("Drugs in the contused rat")
struct DrugOutcomeTests {
  /// What is left on day 28.
  private struct Outcome {
    let sparedWhite: Double
    let neuronsLost: Double
    let axonsLost: Double
  }

  private func outcome(
    _ courses: [DrugCourse], mechanism: InjuryMechanism = .weightDrop(height: 12.5, mass: 10)
  ) throws -> Outcome {
    let test = try MaterialsTestCord()
    let model = try test.model(mechanism)
    let drugs = try courses.map { try DrugState($0, in: test.cord) }
    test.treat(model, days: 28, by: .init(drugs: drugs))
    let measures = LesionMeasures(model)
    let axons = model.state.values(.axons)
    let lost = axons.indices.reduce(0.0) {
      test.cord.cordFraction[$1] > 0 ? $0 + Double(test.cord.whiteFraction($1) * (1 - axons[$1])) : $0
    }
    return Outcome(
      sparedWhite: measures.sparedWhiteEpicentre, neuronsLost: measures.neuronsLost, axonsLost: lost)
  }

  @Test("Minocycline spares white matter by the published factor")
  func minocycline() throws {
    let untreated = try outcome([])
    let treated = try outcome([
      DrugCourse(
        name: "load", drug: .minocycline, route: .intraperitoneal, day: 1.0 / 24, dose: 90, interval: 12,
        duration: 0),
      DrugCourse(
        name: "keep", drug: .minocycline, route: .intraperitoneal, day: 13.0 / 24, dose: 45, interval: 12,
        duration: 5),
    ])
    let ratio = treated.sparedWhite / untreated.sparedWhite
    #expect(ratio > 1.1 && ratio < 1.6, "published 1.3 (1.1-1.6), estimated; found \(ratio)")
    #expect(treated.neuronsLost < untreated.neuronsLost)
  }

  @Test("Methylprednisolone spares neurons, and axons hardly")
  func methylprednisolone() throws {
    let untreated = try outcome([])
    let treated = try outcome([
      DrugCourse(
        name: "m", drug: .methylprednisolone, route: .intravenous, day: 5.0 / 1440, dose: 30, interval: 2,
        duration: 0.25)
    ])
    let neurons = 1 - treated.neuronsLost / untreated.neuronsLost
    let axons = 1 - treated.axonsLost / untreated.axonsLost
    #expect(neurons > 0.05, "less grey damage: Takami et al 2002; found \(neurons)")
    // Takami et al 2002 found no gain in axons at all. Here a few per cent are spared, because less dying grey matter
    // releases less that kills axons: a disagreement that Docs/Status.md names.
    #expect(axons >= 0 && axons < neurons, "neurons gain more than axons; found \(axons) of \(neurons)")
    #expect(treated.sparedWhite - untreated.sparedWhite < 0.02)
  }

  @Test("Methylprednisolone a day late does nothing")
  func late() throws {
    let untreated = try outcome([])
    let treated = try outcome([
      DrugCourse(
        name: "m", drug: .methylprednisolone, route: .intravenous, day: 3, dose: 30, interval: 2,
        duration: 0.25)
    ])
    #expect(abs(treated.neuronsLost / untreated.neuronsLost - 1) < 0.01)
    #expect(abs(treated.sparedWhite - untreated.sparedWhite) < 0.005)
  }
}
