import MyelonQuantities

/// Moves parameters within their plausible range.
struct ParameterTableEditor {
  var table: ParameterTable

  /// Sets a parameter to the end of its range that is farther from its value.
  mutating func move(_ id: String) throws {
    guard let parameter = table.parameter(id) else { return }
    let range = parameter.plausible
    let up = range.upperBound - parameter.value > parameter.value - range.lowerBound
    try table.replace(id, with: up ? range.upperBound : range.lowerBound)
  }
}
