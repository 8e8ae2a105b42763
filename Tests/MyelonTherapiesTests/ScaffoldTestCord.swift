import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
@testable import MyelonTherapies

/// A rat cord around T10 for tests of materials and drugs.
struct MaterialsTestCord {
  let cord: CordModel
  let epicentre: Double
  let table = LesionParameters.table(for: .rat)
  let therapies = TherapyParameters.table(for: .rat)

  init(spacing: Double = 0.4, reach: Double = 5) throws {
    let anatomy = CordAnatomy.standard(.rat)
    epicentre = try anatomy.position(ofSegment: "T10")
    cord = try CordModel(
      anatomy: anatomy, from: epicentre - reach, to: epicentre + reach, spacing: spacing)
  }

  /// The cord just after an injury.
  func model(
    _ mechanism: InjuryMechanism = .weightDrop(height: 12.5, mass: 10), threads: Int = 2
  ) throws -> LesionModel {
    let injury = Injury(mechanism: mechanism, level: "T10")
    let primary = try PrimaryInjury(injury, cord: cord, epicentre: epicentre, table: table)
    return try LesionModel(
      cord: cord, primary: primary, parameters: table, executor: SlabExecutor(threads: threads))
  }

  /// Advances to a day under some treatment and keeps what the treatment did.
  @discardableResult
  func treat(_ model: LesionModel, days: Double, by components: TestTreatment.Components) -> TestTreatment {
    let treatment = TestTreatment(components, parameters: table)
    model.influence = treatment
    model.advance(to: Int((days * 86_400).rounded()))
    return treatment
  }
}
