/// A membrane too thin for cells of its own between two tissues: dura, pia, encapsulation.
///
/// It is a resistance thickness / conductivity on every face between a cell of the one tissue and a cell of
/// the other, in series with the half cells. What flows along the layer is left out: with d/σ across, σ d
/// along, that is small while the layer conducts less than its neighbours or is thin against the distances of
/// interest.
public struct ThinLayer: Sendable, Hashable, Codable {
  /// Name for messages, such as "dura".
  public var name: String
  /// Label of the tissue on one side.
  public var first: UInt8
  /// Label of the tissue on the other side.
  public var second: UInt8
  /// Thickness, mm.
  public var thickness: Double
  /// Conductivity across, S/m.
  public var conductivity: Double

  /// Makes a layer.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - first: label of the tissue on one side.
  ///   - second: label of the tissue on the other side.
  ///   - thickness: mm.
  ///   - conductivity: S/m, above 0.
  public init(name: String, between first: UInt8, and second: UInt8, thickness: Double, conductivity: Double)
  {
    self.name = name
    self.first = first
    self.second = second
    self.thickness = thickness
    self.conductivity = conductivity
  }

  /// Resistance of a unit of its area, mm / (S/m).
  public var resistance: Double { thickness / conductivity }
}
