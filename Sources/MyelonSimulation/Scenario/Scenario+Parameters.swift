import MyelonQuantities

extension Scenario {
  /// The parameter table with this scenario's replacements in it.
  ///
  /// A value without a unit is in the parameter's own unit; another unit of the same kind is converted.
  ///
  /// - Parameters:
  ///   - table: the model's parameters.
  ///   - file: name of the scenario file, for the findings.
  /// - Returns: the table with replaced values, each marked as overridden.
  /// - Throws: `ScenarioError` with one finding per unknown identifier, wrong unit or implausible value.
  public func overriding(_ table: ParameterTable, file: String) throws(ScenarioError) -> ParameterTable {
    var replaced = table
    var findings: [ScenarioFinding] = []
    for override in parameters {
      if let finding = Self.replace(override, in: &replaced, file: file) { findings.append(finding) }
    }
    guard findings.isEmpty else { throw ScenarioError(file: file, findings: findings) }
    return replaced
  }

  private static func replace(
    _ override: ParameterOverride, in table: inout ParameterTable, file: String
  ) -> ScenarioFinding? {
    let line = override.line > 0 ? override.line : nil
    let path = "parameters.\(override.id)"
    guard let parameter = table.parameter(override.id) else {
      return ScenarioFinding(
        file: file, line: line, path: path, kind: .unknownName,
        problem: "no parameter has this name (`myelon parameters` lists them all)",
        found: ShownText.quoted(override.id),
        nearest: SuggestedName.of(override.id, in: table.parameters.map(\.id)))
    }
    let unit = parameter.unit
    guard let value = convert(override.value, from: override.unit, to: unit) else {
      return ScenarioFinding(
        file: file, line: line, path: path, kind: .wrongUnit, problem: "the unit does not fit the parameter",
        found: ShownText.quoted(override.unit ?? ""), allowed: unit.isEmpty ? "no unit" : unit)
    }
    do {
      try table.replace(override.id, with: value)
      return nil
    } catch {
      let range = parameter.plausible
      return ScenarioFinding(
        file: file, line: line, path: path, kind: .outOfRange,
        problem: "the value is outside what the evidence leaves plausible",
        found: "\(value.shortestText) \(unit)",
        allowed: "\(QuantityText.range(range)) \(unit)")
    }
  }

  /// The value in `target`, or nil when the units do not measure the same thing.
  private static func convert(_ value: Double, from unit: String?, to target: String) -> Double? {
    guard let unit, unit != target else { return value }
    let dimensionless = ["", "1", "-", "fraction"]
    if dimensionless.contains(target) {
      if dimensionless.contains(unit) { return value }
      return unit == "%" ? value / 100 : nil
    }
    for dimension in MyelonQuantities.Unit.Dimension.allCases {
      let units = MyelonQuantities.Unit.all.filter { $0.dimension == dimension }
      guard let from = units.first(where: { $0.symbol == unit }),
        let into = units.first(where: { $0.symbol == target })
      else { continue }
      return value * from.factor / into.factor
    }
    return nil
  }
}
