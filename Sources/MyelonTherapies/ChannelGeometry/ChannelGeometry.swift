import Foundation

/// Parallel round channels in hexagonal packing, the densest that leaves a wall between neighbours.
///
/// With diameter d and wall w the centres lie p = d + w apart, and each channel owns the hexagon of area
/// `(√3 / 2) p²`. Templated agarose and printed scaffolds have d of 150 to 250 µm (Stokols 2006; Koffler et al 2019
/// Nat Med 25:263).
public struct ChannelGeometry: Sendable, Hashable {
  /// Diameter of a channel, um.
  public let diameter: Double
  /// Thinnest wall between two channels, um.
  public let wall: Double

  /// Describes the packing; both lengths must be finite, the diameter above 0 and the wall at least 0.
  public init(diameter: Double, wall: Double) {
    precondition(diameter > 0 && wall >= 0 && (diameter + wall).isFinite, "Channels \(diameter), \(wall) um")
    self.diameter = diameter
    self.wall = wall
  }

  /// Distance between the centres of neighbours, um.
  public var pitch: Double { diameter + wall }

  /// Area that each channel and its part of the walls take, um2.
  public var cellArea: Double { 3.0.squareRoot() / 2 * pitch * pitch }

  /// Share of the cross-section that is open: `π d² / (2 √3 p²)`; 0.9069 without walls.
  public var openFraction: Double { .pi / 4 * diameter * diameter / cellArea }

  /// Channels in a cross-section of `area` mm2, without regard to its rim.
  public func count(inSection area: Double) -> Double { area * 1e6 / cellArea }

  /// Surface of the channels per volume of scaffold, 1/mm.
  public var surfacePerVolume: Double { .pi * diameter / cellArea * 1e3 }
}
