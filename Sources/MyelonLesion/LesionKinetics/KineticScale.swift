import MyelonAnatomy
import MyelonQuantities

/// Reads rates with the species' clock applied, and other values as they are.
struct KineticScale {
  let table: ParameterTable
  let slowing: Double

  init(_ table: ParameterTable) {
    self.table = table
    slowing = table["time_scaling"]
  }

  /// A cellular rate, 1/h, slowed by the species' clock.
  func rate(_ id: String) -> Float { Float(table[id] / slowing) }
  /// A value that no clock slows.
  func value(_ id: String) -> Float { Float(table[id]) }
}
