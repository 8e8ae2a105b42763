import Foundation

/// A super-ellipse of the transverse plane whose middle lies on the midline.
public struct SpineOval: Sendable, Hashable {
  /// Dorsal position of the middle, mm.
  public let middle: Double
  /// Half the lateral diameter, mm.
  public let halfWidth: Double
  /// Half the anteroposterior diameter, mm.
  public let halfDepth: Double
  /// Exponent: 2 is an ellipse, more is boxier.
  public let exponent: Double

  /// Dorsal end, mm.
  public var dorsal: Double { middle + halfDepth }
  /// Ventral end, mm.
  public var ventral: Double { middle - halfDepth }

  /// Half-width at a dorsal position, mm; 0 beyond the ends.
  public func halfWidth(at y: Double) -> Double {
    let t = abs(y - middle) / halfDepth
    guard t < 1 else { return 0 }
    if exponent == 2 { return halfWidth * (1 - t * t).squareRoot() }
    return halfWidth * Foundation.pow(1 - Foundation.pow(t, exponent), 1 / exponent)
  }

  /// Dorsal end of the chord at a lateral position, mm; nil beside the oval.
  public func dorsalSurface(atX x: Double) -> Double? {
    chord(atX: x).map { middle + $0 }
  }

  /// Ventral end of the chord at a lateral position, mm; nil beside the oval.
  public func ventralSurface(atX x: Double) -> Double? {
    chord(atX: x).map { middle - $0 }
  }

  private func chord(atX x: Double) -> Double? {
    let t = abs(x) / halfWidth
    guard t < 1 else { return nil }
    return halfDepth * Foundation.pow(1 - Foundation.pow(t, exponent), 1 / exponent)
  }

  /// The oval grown by a margin on all sides, or shrunk by a negative one; never less than nothing.
  func grown(_ margin: Double) -> SpineOval {
    SpineOval(
      middle: middle, halfWidth: max(1e-9, halfWidth + margin), halfDepth: max(1e-9, halfDepth + margin),
      exponent: exponent)
  }
}
