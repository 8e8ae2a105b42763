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

  /// The window that holds the injury of every member, mm.
  static func window(
    of scenario: Scenario, path: String, varying: [StudyParameter]
  ) throws -> ClosedRange<Double> {
    let widest = widest(scenario, varying: varying)
    let offsets = varying.first { $0.name == ScenarioVariable.offset.rawValue }?.range
    let ends = try [offsets?.lowerBound, offsets?.upperBound].map { offset in
      var placed = widest
      if let offset { placed.injury.offset = offset }
      return try RunPlan(scenario: placed, scenarioPath: path, threads: 1).commonWindow()
    }
    let low = ends.map(\.lowerBound).min() ?? 0
    return low...max(low, ends.map(\.upperBound).max() ?? 0)
  }

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
  static func identity(_ plan: RunPlan, window: ClosedRange<Double>, settings: LifeSettings) -> String {
    var scenario = plan.scenario
    scenario.description = ""
    scenario.baseline = nil
    scenario.run.seed = 0
    for index in scenario.arms.indices {
      scenario.arms[index].description = ""
      scenario.arms[index].published = []
    }
    let values = plan.parameters.parameters.map { "\($0.id) = \($0.value) \($0.unit)" }
    let window = "\(window.lowerBound) to \(window.upperBound) mm"
    let lines =
      [
        scenario.yaml, "anatomy: \(plan.anatomyDirectory ?? "parametric")", "window: \(window)",
        "outcomes: \(settings.outcomes.rawValue)",
      ] + values
    return lines.joined(separator: "\n")
  }
}
