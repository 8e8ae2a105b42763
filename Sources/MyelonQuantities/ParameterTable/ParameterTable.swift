/// The parameters of a model, in declaration order, looked up by identifier.
///
/// The equations never hold a table: a model reads what it needs once, when its kinetics are built, so a
/// misspelt identifier is found by the first test that builds them and costs nothing in a loop.
public struct ParameterTable: Sendable, Hashable, Codable {
  /// All parameters in declaration order.
  public private(set) var parameters: [Parameter]
  private var positions: [String: Int]

  /// Makes a table; identifiers must be unique.
  public init(_ parameters: [Parameter]) {
    self.parameters = parameters
    positions = [:]
    for (position, parameter) in parameters.enumerated() {
      precondition(positions[parameter.id] == nil, "Parameter \(parameter.id) is declared twice")
      positions[parameter.id] = position
    }
  }

  /// The value of a parameter that the calling model declares; an unknown identifier is a programming fault.
  public subscript(id: String) -> Double {
    guard let position = positions[id] else { preconditionFailure("No parameter is called \(id)") }
    return parameters[position].value
  }

  /// The parameter with this identifier, or nil.
  public func parameter(_ id: String) -> Parameter? {
    positions[id].map { parameters[$0] }
  }

  /// Replaces a value, as a scenario or a sensitivity study may.
  ///
  /// - Parameters:
  ///   - id: identifier of the parameter.
  ///   - value: the new value, in the parameter's unit, inside its plausible range.
  /// - Throws: `ParameterError` when no parameter has this identifier or the value is not plausible.
  public mutating func replace(_ id: String, with value: Double) throws(ParameterError) {
    guard let position = positions[id] else {
      throw .unknown(id: id, nearest: NearestName.of(id, in: parameters.map(\.id)))
    }
    let parameter = parameters[position]
    guard value.isFinite, parameter.plausible.contains(value) else {
      throw .implausible(id: id, value: value, unit: parameter.unit, plausible: parameter.plausible)
    }
    parameters[position].value = value
    parameters[position].isOverridden = true
  }

  /// This table followed by another; identifiers must stay unique.
  public func appending(_ other: ParameterTable) -> ParameterTable {
    ParameterTable(parameters + other.parameters)
  }
}
