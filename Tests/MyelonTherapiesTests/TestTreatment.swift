import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
@testable import MyelonTherapies

/// The least influence that carries out scaffolds, releases and drugs, in the way that a course of therapy does.
final class TestTreatment: LesionInfluence {
  struct Components {
    var scaffolds: [Scaffold] = []
    var releases: [Release] = []
    var drugs: [DrugState] = []
  }

  let components: Components
  let untreated: LesionKinetics
  /// Called at the start of each step with its first and last day.
  var onStep: ((LesionModel, Double, Double) -> Void)?

  init(_ components: Components, parameters: ParameterTable) {
    self.components = components
    untreated = LesionKinetics(parameters)
  }

  func begin(_ model: LesionModel) {}

  func nextEvent(after seconds: Int) -> Int? {
    let days = components.releases.flatMap(\.eventDays) + components.drugs.flatMap(\.eventDays)
    return days.map { Int(($0 * 86_400).rounded()) }.filter { $0 > seconds }.min()
  }

  func prepare(_ model: LesionModel, hours: Double) {
    let from = model.clock.days
    let to = from + hours / 24
    model.kinetics = untreated
    model.sources.removeAll()
    for field in [TissueField.protection, .scaffold] { model.state.mutableValues(field).update(repeating: 0) }
    for scaffold in components.scaffolds { scaffold.prepare(model, day: from) }
    for release in components.releases { release.prepare(model, fromDay: from, toDay: to) }
    for drug in components.drugs { drug.prepare(model, fromDay: from, toDay: to) }
    onStep?(model, from, to)
  }

  func finish(_ model: LesionModel, hours: Double) {}
}
