/// One byte that names a region of the cord and its side.
///
/// Coding: `2 * region + side`, where region 0 to 16 is `Tract.rawValue`, region 17 to 19 is
/// 17 + `GreyRegion.rawValue`, and side is `Side.rawValue` (0 right, 1 left). So white matter is below 34,
/// grey matter is 34 to 39, and 255 is outside the cord.
public struct RegionCode: Hashable, Codable, Sendable, CustomStringConvertible {
  /// The byte stored in `CordModel.regionCode`.
  public let rawValue: UInt8

  /// Code of a voxel outside the cord.
  public static let outside = RegionCode(rawValue: 255)

  /// Number of regions of one side: 17 tracts and 3 parts of the grey matter.
  @inlinable public static var regionCount: Int { 20 }

  /// Makes a code from a stored byte.
  @inlinable public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Code of a tract.
  @inlinable public init(_ tract: Tract, _ side: Side) {
    self.rawValue = tract.rawValue &* 2 &+ side.rawValue
  }

  /// Code of a part of the grey matter.
  @inlinable public init(_ grey: GreyRegion, _ side: Side) {
    self.rawValue = (17 &+ grey.rawValue) &* 2 &+ side.rawValue
  }

  /// The tract, or nil for grey matter and outside.
  public var tract: Tract? { Tract(rawValue: rawValue >> 1) }

  /// The part of the grey matter, or nil for white matter and outside.
  public var grey: GreyRegion? { rawValue < 34 ? nil : GreyRegion(rawValue: (rawValue >> 1) &- 17) }

  /// The side, or nil outside.
  public var side: Side? { rawValue < 40 ? Side(rawValue: rawValue & 1) : nil }

  /// Whether the code is grey matter.
  @inlinable public var isGrey: Bool { rawValue >= 34 && rawValue < 40 }

  /// Name in words, for legends.
  public var description: String {
    guard let side else { return "outside" }
    let name = tract?.name ?? grey?.name ?? "unknown"
    return (side == .left ? "left " : "right ") + name
  }
}
