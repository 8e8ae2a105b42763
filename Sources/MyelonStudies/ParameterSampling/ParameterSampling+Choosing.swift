import MyelonAnatomy
import MyelonQuantities
import MyelonSimulation

extension ParameterSampling {
  /// What varies in a study of a scenario.
  ///
  /// - Parameters:
  ///   - chosen: what was asked for; empty for every parameter of the model that the evidence leaves a range and the
  ///     scenario does not set.
  ///   - scenario: the scenario.
  ///   - path: path of its file, for messages.
  /// - Returns: parameters in the model's order, then numbers of the scenario.
  /// - Throws: `StudyError.wrongValues` for a name or a range that cannot be, `ScenarioError` for the scenario's own.
  public static func parameters(
    _ chosen: [VariedParameter], of scenario: Scenario, path: String
  ) throws -> [StudyParameter] {
    let plan = try RunPlan(scenario: scenario, scenarioPath: path, threads: 1)
    guard !chosen.isEmpty else {
      return plan.parameters.parameters.filter { !$0.isOverridden && $0.plausible.isWide }.map {
        parameter($0, range: $0.plausible)
      }
    }
    var found: [String: StudyParameter] = [:]
    for request in chosen {
      guard found[request.name] == nil else { throw StudyError.wrongValues(.repeated(name: request.name)) }
      found[request.name] =
        switch try MemberLife.target(request.name, plan: plan) {
        case .parameter(let id): try parameter(id, request, in: plan.parameters)
        case .variable(let variable): try Self.variable(variable, request, in: scenario)
        }
    }
    let order = plan.parameters.parameters.map(\.id) + ScenarioVariable.allCases.map(\.rawValue)
    return order.compactMap { found[$0] }
  }

  private static func parameter(
    _ id: String, _ request: VariedParameter, in table: ParameterTable
  ) throws(StudyError) -> StudyParameter {
    guard let parameter = table.parameter(id) else {
      throw .wrongValues(.unknown(name: id, nearest: nil))
    }
    guard let range = request.range else {
      guard parameter.plausible.isWide else { throw .wrongValues(.noRange(name: id)) }
      return Self.parameter(parameter, range: parameter.plausible)
    }
    try require(range, inside: parameter.plausible, id, parameter.unit)
    return Self.parameter(parameter, range: range)
  }

  private static func variable(
    _ variable: ScenarioVariable, _ request: VariedParameter, in scenario: Scenario
  ) throws(StudyError) -> StudyParameter {
    let limit = variable.limit(in: scenario)
    guard let range = request.range else {
      throw .wrongValues(.rangeNeeded(name: variable.rawValue, allowed: limit))
    }
    try require(range, inside: limit, variable.rawValue, variable.unit(in: scenario))
    return StudyParameter(
      name: variable.rawValue, unit: variable.unit(in: scenario), scale: scale(of: range), range: range,
      usual: variable.value(in: scenario), meaning: variable.meaning)
  }

  private static func require(
    _ range: ClosedRange<Double>, inside allowed: ClosedRange<Double>, _ name: String, _ unit: String
  ) throws(StudyError) {
    guard range.lowerBound.isFinite, range.upperBound.isFinite, range.isWide,
      allowed.contains(range.lowerBound), allowed.contains(range.upperBound)
    else {
      throw .wrongValues(
        .wrongRange(name: name, low: range.lowerBound, high: range.upperBound, unit: unit, allowed: allowed))
    }
  }

  private static func parameter(_ parameter: Parameter, range: ClosedRange<Double>) -> StudyParameter {
    StudyParameter(
      name: parameter.id, unit: parameter.unit, scale: scale(of: range), range: range,
      usual: parameter.value, meaning: parameter.meaning)
  }

  /// How values are spread over a range.
  static func scale(of range: ClosedRange<Double>) -> StudyParameter.Scale {
    range.lowerBound > 0 && range.upperBound >= logarithmicFrom * range.lowerBound ? .logarithmic : .linear
  }
}

extension ClosedRange where Bound == Double {
  /// True when the range holds more than one value.
  fileprivate var isWide: Bool { lowerBound < upperBound }
}
