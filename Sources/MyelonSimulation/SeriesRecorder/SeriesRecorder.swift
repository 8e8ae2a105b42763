import MyelonAnatomy
import MyelonLesion
import MyelonQuantities
import MyelonRandom
import MyelonRecovery

/// Measures a cord at one time: one row of the series.
struct SeriesRecorder {
  private let species: Species
  private let humanFunction: HumanFunction?
  private let ratLocomotion: RatLocomotion?
  private let block: Float
  private let tracts: [Tract]

  init(species: Species, parameters: ParameterTable, cord: CordModel) {
    self.species = species
    humanFunction = species == .human ? HumanFunction(parameters) : nil
    ratLocomotion = species == .rat ? RatLocomotion(parameters) : nil
    block = Float(parameters["f_block"])
    let present = Set(cord.bundles.tract)
    tracts = Tract.allCases.filter(present.contains)
  }

  /// The columns of every row.
  var columns: [SeriesTable.Column] {
    SeriesColumns.tissue + SeriesColumns.function(of: species)
      + tracts.flatMap { tract in
        Side.allCases.map { side in
          SeriesTable.Column(
            "spared_\(SnakeCase.of(tract))_\(side == .left ? "left" : "right")", "fraction",
            "axons of the \(side == .left ? "left" : "right") \(tract.name) uncut through the whole window")
        }
      }
  }

  /// The row of a cord at its present time.
  func row(of model: LesionModel) -> [Double] {
    let measures = LesionMeasures(model)
    return [model.clock.days] + SeriesColumns.values(measures) + function(of: model) + sparing(of: model)
  }

  private func function(of model: LesionModel) -> [Double] {
    if let humanFunction {
      let state = humanFunction.state(of: model)
      let strength = state.strength.map { $0.map { 5 * $0 } }
      let upper = strength.reduce(0) { $0 + $1.prefix(5).reduce(0, +) }
      let lower = strength.reduce(0) { $0 + $1.suffix(5).reduce(0, +) }
      let touch = state.lightTouch.reduce(0) { $0 + $1.reduce(0) { $0 + 2 * $1 } }
      let prick = state.pinPrick.reduce(0) { $0 + $1.reduce(0) { $0 + 2 * $1 } }
      return [upper, lower, upper + lower, touch, prick]
    }
    var noRaterError: RandomStream?
    guard let found = ratLocomotion?.score(of: model, stream: &noRaterError) else { return [] }
    return [found.score.value, found.drive]
  }

  private func sparing(of model: LesionModel) -> [Double] {
    let conduction = Conduction(model, blockProbability: block)
    let bundles = model.cord.bundles
    return tracts.flatMap { tract in
      Side.allCases.map { side in conduction.spared(tract, side, bundles: bundles) ?? 1 }
    }
  }
}
