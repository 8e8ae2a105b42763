import MyelonAnatomy

/// A dorsal or ventral root of one segment and side.
public struct SpinalRoot: Sendable, Hashable {
  /// Which root of a segment.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Afferents, entering at the dorsolateral sulcus.
    case dorsal
    /// Axons of motoneurons, leaving at the ventrolateral surface.
    case ventral
  }

  /// Name of the segment.
  public let segment: String
  /// Index of the segment, 0 for C1.
  public let segmentIndex: Int
  /// Side of the body.
  public let side: Side
  /// Which root.
  public let kind: Kind
  /// Middle of the intervertebral foramen through which it leaves, mm.
  public let foramen: SIMD3<Double>
  /// Its rootlets from rostral to caudal.
  public let rootlets: [RootPath]

  /// Mean length of the rootlets between the surface of the cord and the dura, mm.
  public var meanRootletLength: Double {
    rootlets.reduce(0) { $0 + $1.rootletLength } / Double(rootlets.count)
  }
}

extension SpineModel {
  /// A root with its rootlets.
  ///
  /// Rootlets join the cord at evenly spaced places of the segment's entry zone, gather on their way through
  /// the fluid, leave the dural sac together beside the lower third of the vertebra above the foramen, and
  /// pass the foramen. The way through the fluid is assumed: off the cord within 4 mm (rat: 0.8 mm), then
  /// midway between cord and dura, moving from the sulcus to the side.
  ///
  /// - Parameters:
  ///   - kind: dorsal or ventral.
  ///   - segment: name of the segment, such as "L4".
  ///   - side: side of the body.
  ///   - course: what the anatomy leaves open; nil takes the standard course.
  /// - Returns: the root; the left and the right one are mirror images.
  /// - Throws: `SpinalRootError`.
  public func root(
    _ kind: SpinalRoot.Kind, of segment: String, side: Side, course: RootCourse? = nil
  ) throws(SpinalRootError) -> SpinalRoot {
    let course = course ?? .standard(species)
    guard let found = anatomy.segments.first(where: { $0.name == segment }) else {
      throw .unknownSegment(name: segment, known: anatomy.segments.map(\.name))
    }
    guard course.rootlets >= 1 else { throw .tooFew(what: "rootlets", found: course.rootlets) }
    try course.check()
    guard let exit = column.exit(ofRoot: segment) else { throw .noForamen(segment: segment) }
    let builder = RootBuilder(model: self, kind: kind, exit: exit, course: course)
    let left = (0..<course.rootlets).map { index in
      let share = (Double(index) + 0.5) / Double(course.rootlets) - 0.5
      return builder.rootlet(atZ: found.middle + share * course.zoneShare * found.length)
    }
    let sign = Double(side.sign)
    return SpinalRoot(
      segment: segment, segmentIndex: found.index, side: side, kind: kind,
      foramen: builder.foramen * SIMD3(sign, 1, 1), rootlets: side == .left ? left : left.map(\.mirrored))
  }

  /// All roots of some segments, both kinds and both sides.
  ///
  /// - Parameters:
  ///   - segments: names of segments.
  ///   - course: what the anatomy leaves open; nil takes the standard course.
  /// - Returns: the roots in the order of the segments: left dorsal, right dorsal, left ventral, right
  ///   ventral.
  /// - Throws: `SpinalRootError`.
  public func roots(of segments: [String], course: RootCourse? = nil) throws(SpinalRootError) -> [SpinalRoot]
  {
    var result: [SpinalRoot] = []
    for segment in segments {
      for kind in SpinalRoot.Kind.allCases {
        for side in [Side.left, .right] {
          result.append(try root(kind, of: segment, side: side, course: course))
        }
      }
    }
    return result
  }
}
