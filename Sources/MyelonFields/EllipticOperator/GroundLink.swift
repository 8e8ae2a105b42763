/// A conductance from a cell to something whose potential is given: a grounded face of the box or a metal
/// contact.
public struct GroundLink: Sendable, Hashable {
  /// Flat index of the cell.
  public var cell: Int
  /// Axis that the link lies along: 0 x, 1 y, 2 z.
  ///
  /// Coarse grids lengthen the link along it.
  public var axis: Int
  /// Conductance, in the unit of the faces.
  public var conductance: Float

  /// Makes a link.
  public init(cell: Int, axis: Int, conductance: Float) {
    self.cell = cell
    self.axis = axis
    self.conductance = conductance
  }
}
