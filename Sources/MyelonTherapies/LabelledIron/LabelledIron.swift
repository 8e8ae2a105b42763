import Foundation
import MyelonQuantities

/// The iron label of a cell, pg.
///
/// Particles sit in the cell and are shared between its daughters: each division halves the iron of a cell and keeps
/// that of the pair.
public struct LabelledIron: Sendable, Hashable {
  /// Iron of one cell, pg.
  public var picograms: Float

  /// A cell with the given iron, pg.
  public init(picograms: Float) { self.picograms = picograms }

  /// A freshly labelled cell.
  ///
  /// - Parameter parameters: the table of therapy parameters; `iron_load` is used.
  public init(parameters: ParameterTable) { picograms = Float(parameters["iron_load"]) }

  /// The same cell's share after some divisions.
  public func divided(times: Int = 1) -> LabelledIron {
    LabelledIron(picograms: scalbn(picograms, -times))
  }
}
