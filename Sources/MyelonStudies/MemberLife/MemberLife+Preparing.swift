import MyelonLesion
import MyelonQuantities
import MyelonSimulation

extension MemberLife {
  /// What a name stands for.
  static func target(_ name: String, plan: RunPlan) throws(StudyError) -> Target {
    if plan.parameters.parameter(name) != nil { return .parameter(name) }
    guard let variable = ScenarioVariable(rawValue: name) else {
      let names = plan.parameters.parameters.map(\.id) + ScenarioVariable.allCases.map(\.rawValue)
      throw .wrongValues(.unknown(name: name, nearest: NearestName.of(name, in: names)))
    }
    guard variable.applies(to: plan.scenario) else {
      throw .wrongValues(
        .notOfThisInjury(name: name, mechanism: "\(plan.scenario.injury.mechanism)"))
    }
    return .variable(variable)
  }

  /// The parameters that make the window of an injury longer.
  private static let lengthening = ["impact_length", "impact_axial_spread"]

  /// A scenario whose window holds the injury of every member: what lengthens an injury at its upper end.
  static func widest(_ scenario: Scenario, varying: [StudyParameter]) -> Scenario {
    var widest = scenario
    for parameter in varying {
      if lengthening.contains(parameter.name) {
        widest.parameters.removeAll { $0.id == parameter.name }
        widest.parameters.append(
          ParameterOverride(id: parameter.name, value: parameter.range.upperBound))
      }
      switch ScenarioVariable(rawValue: parameter.name) {
      case .length?: widest.injury.length = parameter.range.upperBound
      case .gap?: ScenarioVariable.gap.set(parameter.range.upperBound, in: &widest)
      default: break
      }
    }
    return widest
  }

  /// Everything that decides a member's outcomes besides its seed and values.
  ///
  /// Without what changes no number: words of description, published results, threads.
  static func identity(_ plan: RunPlan, widest: RunPlan, settings: LifeSettings) -> String {
    var scenario = plan.scenario
    scenario.description = ""
    scenario.run.seed = 0
    for index in scenario.arms.indices {
      scenario.arms[index].description = ""
      scenario.arms[index].published = []
    }
    let values = plan.parameters.parameters.map { "\($0.id) = \($0.value) \($0.unit)" }
    let window = (try? widest.commonWindow()).map { "\($0.lowerBound) to \($0.upperBound) mm" } ?? "none"
    let lines =
      [
        scenario.yaml, "anatomy: \(plan.anatomyDirectory ?? "parametric")", "window: \(window)",
        "outcomes: \(settings.outcomes.rawValue)",
      ] + values
    return lines.joined(separator: "\n")
  }
}
