/// Spared tissue between the lesion and the surface of the cord, mm, at its narrowest.
///
/// Dorsal and ventral bridges are those of the midsagittal plane, measured square to the cord (Huber et al. 2017 Ann
/// Neurol 81:740); left and right ones those of the plane through the
/// sections' centroids. 0 where the lesion
/// reaches the surface, nil where it does not touch the plane.
public struct TissueBridges: Sendable, Hashable, Codable {
  /// Narrowest dorsal bridge.
  public let dorsal: Double?
  /// Narrowest ventral bridge.
  public let ventral: Double?
  /// Narrowest left bridge.
  public let left: Double?
  /// Narrowest right bridge.
  public let right: Double?
  /// Where the dorsal bridge is narrowest, arc length in mm.
  public let dorsalArc: Double?
  /// Where the ventral bridge is narrowest, arc length in mm.
  public let ventralArc: Double?

  /// Dorsal and ventral bridge together, each at its narrowest.
  public var total: Double? { dorsal.flatMap { dorsal in ventral.map { dorsal + $0 } } }

  /// Finds the narrowest bridges.
  init(_ sections: [CordSection]) {
    func narrowest(_ bridge: KeyPath<CordSection, Double?>) -> (width: Double, arc: Double)? {
      sections.compactMap { section in section[keyPath: bridge].map { (max(0, $0), section.arc) } }
        .min { $0.0 < $1.0 }
    }
    let dorsal = narrowest(\.dorsalBridge)
    let ventral = narrowest(\.ventralBridge)
    self.dorsal = dorsal?.width
    self.ventral = ventral?.width
    dorsalArc = dorsal?.arc
    ventralArc = ventral?.arc
    left = narrowest(\.leftBridge)?.width
    right = narrowest(\.rightBridge)?.width
  }
}
