import MyelonAnatomy
import MyelonLesion
import MyelonQuantities
import MyelonRandom
import MyelonRecovery
import MyelonRegrowth
import MyelonTherapies

/// Measures a cord at one time: one row of the series.
struct SeriesRecorder {
  private let species: Species
  private let humanFunction: HumanFunction?
  private let examiner: ExaminationRecorder?
  private let independence: SCIMExpectation?
  private let age: Double
  private let ratLocomotion: RatLocomotion?
  private let ratReaching: RatReaching?
  private let tracts: [Tract]
  private let hasTherapies: Bool

  init(
    species: Species, age: Double, parameters: ParameterTable, cord: CordModel, hasTherapies: Bool = false
  ) {
    self.hasTherapies = hasTherapies
    self.species = species
    self.age = age
    examiner = species == .human ? ExaminationRecorder(parameters) : nil
    independence = species == .human ? SCIMExpectation(parameters) : nil
    humanFunction = species == .human ? HumanFunction(parameters) : nil
    ratLocomotion = species == .rat ? RatLocomotion(parameters) : nil
    ratReaching = species == .rat ? RatReaching(parameters) : nil
    let present = Set(cord.bundles.tract)
    tracts = Tract.allCases.filter(present.contains)
  }

  /// The columns of every row.
  var columns: [SeriesTable.Column] {
    SeriesColumns.tissue + SeriesColumns.function(of: species)
      + (hasTherapies ? SeriesColumns.therapy : []) + SeriesColumns.regrowth
      + tracts.flatMap { tract in
        Side.allCases.map { side in
          SeriesTable.Column(
            "spared_\(SnakeCase.of(tract))_\(side == .left ? "left" : "right")", "fraction",
            "axons of the \(side == .left ? "left" : "right") \(tract.name) uncut through the whole window")
        }
      }
  }

  /// The row of a cord at its present time.
  ///
  /// - Parameters:
  ///   - model: the cord.
  ///   - course: its treatment, or nil.
  ///   - supply: what its new connections bring.
  ///   - grown: what has grown.
  /// - Returns: one number a column.
  /// - Throws: `ExaminationError` if the function read from the cord does not fill the worksheet; `SCIMError` if
  ///   the age is no age.
  func row(
    of model: LesionModel, course: TherapyCourse?, supply: ConnectionSupply, grown: RegrowthSummary
  ) throws -> [Double] {
    let measures = LesionMeasures(model)
    return [model.clock.days] + SeriesColumns.values(measures)
      + (try function(of: model, connections: supply))
      + (hasTherapies ? SeriesColumns.values(TherapyMeasures(course, on: model)) : [])
      + SeriesColumns.values(grown, supply)
      + sparing(of: model)
  }

  private func function(of model: LesionModel, connections: ConnectionSupply?) throws -> [Double] {
    if let humanFunction {
      let state = humanFunction.state(of: model, connections: connections)
      let strength = state.strength.map { $0.map { 5 * $0 } }
      let upper = strength.reduce(0) { $0 + $1.prefix(5).reduce(0, +) }
      let lower = strength.reduce(0) { $0 + $1.suffix(5).reduce(0, +) }
      let touch = state.lightTouch.reduce(0) { $0 + $1.reduce(0) { $0 + 2 * $1 } }
      let prick = state.pinPrick.reduce(0) { $0 + $1.reduce(0) { $0 + 2 * $1 } }
      let scores = [
        upper, lower, upper + lower, touch, prick, try independence(of: state, day: model.clock.days),
      ]
      return scores + SeriesColumns.values(state.contributions.motorDrive)
    }
    var noRaterError: RandomStream?
    guard let ratLocomotion, let ratReaching else { return [] }
    let found = ratLocomotion.score(of: model, connections: connections, stream: &noRaterError)
    let reaching = ratReaching.result(of: model, connections: connections)
    return [found.score.value, found.drive] + found.sideScores.map(\.value) + [reaching.success]
      + reaching.sides + SeriesColumns.values(found.shares)
  }

  /// Expected SCIM III, from whole grades as at visits.
  private func independence(of state: FunctionalState, day: Double) throws -> Double {
    guard let examiner, let independence else { return 0 }
    var noError: RandomStream?
    let examination = try examiner.examination(of: state, stream: &noError)
    return Double(try independence.score(of: examination, age: age, days: day).total)
  }

  private func sparing(of model: LesionModel) -> [Double] {
    let conduction = Conduction(model)
    let bundles = model.cord.bundles
    return tracts.flatMap { tract in
      Side.allCases.map { side in conduction.spared(tract, side, bundles: bundles) ?? 1 }
    }
  }
}
