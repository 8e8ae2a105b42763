import ISNCSCI
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import MyelonRandom
import MyelonRecovery

/// Injured cords and their examinations, coarse and short for speed.
struct RecoveryCord {
  let model: LesionModel
  let table: ParameterTable

  init(
    _ species: Species, _ mechanism: InjuryMechanism, at level: String, spacing: Double, reach: Double,
    laterality: Double = 0
  ) throws {
    let anatomy = CordAnatomy.standard(species)
    let middle = try anatomy.position(ofSegment: level)
    let cord = try CordModel(
      anatomy: anatomy, from: middle - reach, to: middle + reach, spacing: spacing)
    let lesion = LesionParameters.table(for: species)
    table = RecoveryParameters.table(for: species)
    let injury = Injury(mechanism: mechanism, level: level, laterality: laterality)
    let primary = try PrimaryInjury(injury, cord: cord, epicentre: middle, table: lesion)
    model = try LesionModel(
      cord: cord, primary: primary, parameters: lesion, executor: SlabExecutor(threads: 2))
  }

  /// A person's cord at 2 mm around a segment.
  static func human(_ mechanism: InjuryMechanism, at level: String) throws -> RecoveryCord {
    try RecoveryCord(.human, mechanism, at: level, spacing: 2, reach: 30)
  }

  /// A rat's cord at 0.4 mm around T10.
  static func rat(_ mechanism: InjuryMechanism) throws -> RecoveryCord {
    try RecoveryCord(.rat, mechanism, at: "T10", spacing: 0.4, reach: 6)
  }

  func advance(days: Double) { model.advance(to: Int((days * 86_400).rounded())) }

  /// A person's function now.
  var function: FunctionalState { HumanFunction(table).state(of: model) }

  /// The examination by an examiner without error, or with the error of a seed.
  func examination(seed: UInt64? = nil) throws -> Examination {
    var stream = seed.map { RandomStream(seed: $0, entity: 1) }
    return try ExaminationRecorder(table).examination(of: function, stream: &stream)
  }

  /// The rat's score and drive, by raters without error.
  var locomotion: (score: BBBScore, drive: Double) {
    var stream: RandomStream?
    let found = RatLocomotion(table).score(of: model, stream: &stream)
    return (found.score, found.drive)
  }
}
