/// From arc length along a patient's cord to the position along the reference cord, and back.
///
/// Straight between anchors; beyond the outermost anchors the mean slope of all of them goes on.
public struct LevelMap: Sendable, Hashable, Codable {
  /// A place known in both cords.
  public struct Anchor: Sendable, Hashable, Codable {
    /// What was recognised, such as "C5|C6" or "disc C2/C3".
    public let name: String
    /// Arc length from the rostral end of the mask, mm.
    public let arc: Double
    /// Position in the reference cord, mm from the rostral end of C1.
    public let z: Double
  }

  /// Anchors, rostral first; both coordinates rise.
  public let anchors: [Anchor]
  /// Reference mm a patient's mm beyond the outermost anchors.
  public let scale: Double

  /// Slopes that a whole map may have.
  ///
  /// Assumed because cords of adults differ in length by less than a fifth either way; the rest is room for posture
  /// and misplaced borders.
  static let scales: ClosedRange<Double> = 0.5...2

  /// Makes a map.
  ///
  /// - Parameter anchors: at least one, in any order.
  /// - Throws: `ImagingError` when anchors are out of order or imply a scale that no cord has.
  init(anchors: [Anchor]) throws(ImagingError) {
    let sorted = anchors.sorted { $0.z < $1.z }
    guard let first = sorted.first, let last = sorted.last else { throw .noLevels }
    for (number, (one, next)) in zip(sorted, sorted.dropFirst()).enumerated() where next.arc <= one.arc {
      throw .labelsOutOfOrder(
        first: number + 1, firstPosition: one.arc, second: number + 2, secondPosition: next.arc)
    }
    var scale = 1.0
    if sorted.count > 1 {
      scale = (last.z - first.z) / (last.arc - first.arc)
      guard Self.scales.contains(scale) else { throw .implausibleScale(found: scale, allowed: Self.scales) }
    }
    self.anchors = sorted
    self.scale = scale
  }

  /// Position in the reference cord of an arc length, mm.
  public func z(atArc arc: Double) -> Double {
    Self.interpolate(arc, anchors.map(\.arc), anchors.map(\.z), slope: scale)
  }

  /// Arc length of a position in the reference cord, mm.
  public func arc(atZ z: Double) -> Double {
    Self.interpolate(z, anchors.map(\.z), anchors.map(\.arc), slope: 1 / scale)
  }

  private static func interpolate(_ x: Double, _ xs: [Double], _ ys: [Double], slope: Double) -> Double {
    let last = xs.count - 1
    if x <= xs[0] { return ys[0] + slope * (x - xs[0]) }
    if x >= xs[last] { return ys[last] + slope * (x - xs[last]) }
    let upper = xs.firstIndex { $0 > x } ?? last
    let part = (x - xs[upper - 1]) / (xs[upper] - xs[upper - 1])
    return ys[upper - 1] + part * (ys[upper] - ys[upper - 1])
  }
}
