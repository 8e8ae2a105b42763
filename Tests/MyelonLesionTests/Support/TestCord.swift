import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities

/// Cords for tests: a window around one segment, coarse unless asked otherwise.
struct TestCord {
  let species: Species
  let cord: CordModel
  let epicentre: Double
  let level: String

  // A window of `2 * reach` mm around the middle of a segment.
  init(
    _ species: Species, at level: String, reach: Double, spacing: Double, bundlePitch: Double? = nil
  ) throws {
    let anatomy = CordAnatomy.standard(species)
    let middle = try anatomy.position(ofSegment: level)
    self.species = species
    self.level = level
    epicentre = middle
    cord = try CordModel(
      anatomy: anatomy, from: middle - reach, to: middle + reach, spacing: spacing,
      bundlePitch: bundlePitch)
  }

  /// The rat's T10 at 0.3 mm, 12 mm long.
  static func rat(spacing: Double = 0.3, reach: Double = 6) throws -> TestCord {
    try TestCord(.rat, at: "T10", reach: reach, spacing: spacing)
  }

  /// The human C5 at 1 mm, 60 mm long.
  static func human(spacing: Double = 1, reach: Double = 30) throws -> TestCord {
    try TestCord(.human, at: "C5", reach: reach, spacing: spacing)
  }

  var table: ParameterTable { LesionParameters.table(for: species) }

  /// The cord just after an injury.
  func model(
    _ mechanism: InjuryMechanism, laterality: Double = 0, tolerance: Double = LesionClock.standardTolerance,
    threads: Int = 2, epicentre: Double? = nil, table: ParameterTable? = nil, severity: Double = 1
  ) throws -> LesionModel {
    let table = table ?? self.table
    let injury = Injury(mechanism: mechanism, level: level, laterality: laterality)
    let primary = try PrimaryInjury(
      injury, cord: cord, epicentre: epicentre ?? self.epicentre, table: table, severity: severity)
    return try LesionModel(
      cord: cord, primary: primary, parameters: table, tolerance: tolerance,
      executor: SlabExecutor(threads: threads))
  }
}

extension InjuryMechanism {
  /// The moderate contusion of the rat literature: 10 g from 12.5 mm.
  static let moderateDrop = InjuryMechanism.weightDrop(height: 12.5, mass: 10)
  /// A severe human contusion.
  static let humanBlow = InjuryMechanism.contusion(peakCompression: 0.5)
}

extension LesionModel {
  /// Advances to a day.
  func advance(days: Double) { advance(to: Int((days * 86_400).rounded())) }

  /// Sum of a field over the cord, in voxels of cord.
  func total(_ field: TissueField) -> Double {
    zip(state.values(field), cord.cordFraction).reduce(0) { $0 + Double($1.0) * Double($1.1) }
  }

  /// Bits of the whole state.
  var bits: [UInt32] { state.block.map(\.bitPattern) }

  /// Largest value of a field.
  func largest(_ field: TissueField) -> Float { state.values(field).max() ?? 0 }
}
