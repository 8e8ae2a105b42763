/// The course of the fibres of one rootlet, with the distances at which it passes its landmarks.
///
/// Dorsal: from the nerve beyond the foramen inward and on in the dorsal column. Ventral: from the motoneuron
/// outward.
public struct RootPath: Sendable, Hashable, Codable {
  /// The course.
  public let path: FibrePath
  /// Distance along the path at which it crosses the surface of the cord (the entry or exit zone), mm.
  public let surface: Double
  /// Distance along the path at which it leaves or enters the dural sac, mm.
  public let dura: Double
  /// Distance along the path at the middle of the foramen, mm.
  public let foramen: Double

  /// Length of the rootlet between the surface of the cord and the dura, mm.
  public var rootletLength: Double { abs(surface - dura) }

  /// The path mirrored to the other side of the body.
  var mirrored: RootPath {
    RootPath(path: path.mirrored, surface: surface, dura: dura, foramen: foramen)
  }
}
