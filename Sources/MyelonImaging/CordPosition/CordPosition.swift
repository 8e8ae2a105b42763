/// A place in the frame of the cord.
public struct CordPosition: Sendable, Hashable, Codable {
  /// Half lateral diameters from the section's centroid, left positive.
  public var u: Double
  /// Half ventral-dorsal diameters from the section's centroid, dorsal positive.
  public var v: Double
  /// Arc length along the centreline from the rostral end of the mask, mm.
  public var arc: Double
  /// Position in the reference cord, mm from the rostral end of C1; nil where levels are unknown.
  public var z: Double?

  /// Makes a position.
  ///
  /// - Parameters:
  ///   - u: half lateral diameters, left positive.
  ///   - v: half ventral-dorsal diameters, dorsal positive.
  ///   - arc: arc length, mm.
  ///   - z: position in the reference cord, mm.
  public init(u: Double, v: Double, arc: Double, z: Double? = nil) {
    self.u = u
    self.v = v
    self.arc = arc
    self.z = z
  }
}
