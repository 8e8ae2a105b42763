import Foundation

/// The outline of a cord: a super-ellipse whose widest level may lie ventral or dorsal to mid-depth.
///
/// In half-diameters, `|u|^n + t^n = 1` where `t` runs from 0 at the widest level `v0` to 1 at the dorsal and
/// the ventral surface: `t = (v - v0) / (1 - v0)` dorsal to `v0` and `(v0 - v) / (1 + v0)` ventral to it. The
/// area is `AP * LR * f(n)` with `f(n) = Gamma(1 + 1/n)^2 / Gamma(1 + 2/n)` whatever `v0` is, because each
/// half scales with its own height; `n` = 2 is the ellipse, f = pi / 4. A cord is widest a little ventral to
/// mid-depth (v0 about -0.15 in the human template), which one more number describes.
public struct SuperEllipse: Sendable, Hashable {
  /// Exponent `n`.
  public let exponent: Double
  /// Dorsal position of the widest level, half anteroposterior diameters.
  public let widestLevel: Double

  /// Exponents that an outline may take.
  ///
  /// Below 1.2 the outline would be nearly a diamond; above 3 nearly a box, which no cord is: a larger fill
  /// comes from counting square voxels of a thin cord.
  public static let exponents: ClosedRange<Double> = 1.2...3

  /// Makes an outline from its exponent.
  public init(exponent: Double, widestLevel: Double) {
    self.exponent = min(max(exponent, Self.exponents.lowerBound), Self.exponents.upperBound)
    self.widestLevel = min(max(widestLevel, -0.9), 0.9)
  }

  /// Makes the outline that fills a given fraction of its bounding box.
  ///
  /// - Parameters:
  ///   - fill: area over the product of the diameters; beyond f(1.2) to f(3) the nearest exponent is taken.
  ///   - widestLevel: dorsal position of the widest level, half anteroposterior diameters.
  public init(fill: Double, widestLevel: Double) {
    var low = Self.exponents.lowerBound
    var high = Self.exponents.upperBound
    // f rises with n; 40 halvings bring n to double precision.
    for _ in 0..<40 {
      let middle = 0.5 * (low + high)
      if Self.fill(exponent: middle) < fill { low = middle } else { high = middle }
    }
    self.init(exponent: 0.5 * (low + high), widestLevel: widestLevel)
  }

  /// Area over the product of the diameters: `f(n)`.
  public static func fill(exponent: Double) -> Double {
    let half = Foundation.tgamma(1 + 1 / exponent)
    return half * half / Foundation.tgamma(1 + 2 / exponent)
  }

  /// Half-width at dorsal position `v`, half lateral diameters; 0 beyond the dorsal and ventral surface.
  public func halfWidth(atDorsal v: Double) -> Double {
    let t = v > widestLevel ? (v - widestLevel) / (1 - widestLevel) : (widestLevel - v) / (1 + widestLevel)
    guard t < 1 else { return 0 }
    return Foundation.pow(1 - Foundation.pow(t, exponent), 1 / exponent)
  }

  /// Whether a point lies inside; `u` and `v` in half-diameters.
  public func contains(lateral u: Double, dorsal v: Double) -> Bool {
    abs(u) < halfWidth(atDorsal: v)
  }

  /// Normalised depth of a point: 0 at the middle of the widest level, 1 at the surface.
  public func radius(lateral u: Double, dorsal v: Double) -> Double {
    let t = v > widestLevel ? (v - widestLevel) / (1 - widestLevel) : (widestLevel - v) / (1 + widestLevel)
    return Foundation.pow(
      Foundation.pow(abs(u), exponent) + Foundation.pow(t, exponent), 1 / exponent)
  }
}
