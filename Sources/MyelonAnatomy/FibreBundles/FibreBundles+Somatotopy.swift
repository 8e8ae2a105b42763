extension FibreBundles {
  /// A bundle and its part in a pathway.
  public struct Part: Sendable, Hashable {
    /// Bundle index.
    public let bundle: Int
    /// Part of the pathway's axons, 0 to 1.
    public let weight: Float
  }

  /// Segment that a bundle's fibres serve, as a fractional index; nil where it carries all levels.
  public func segment(servedBy bundle: Int) -> Float? {
    carriesAllLevels(bundle) ? nil : somatotopy[bundle] * Float(segmentCount - 1)
  }

  /// The bundles that carry the fibres of one segment in some tracts of one side; the weights add up to 1.
  ///
  /// In an ordered tract a bundle counts with its axons times a triangle of one segment's half-width around the
  /// segment it serves; if none lies so near, the nearest ones count. For a segment whose fibres join rostral
  /// to the window's middle those are the most rostral fibres present there, beside which they will run. A tract
  /// without order contributes all its bundles. Give both dorsal columns together: below T6 the human atlas
  /// divides one set of fibres between them.
  ///
  /// - Parameters:
  ///   - segment: segment index.
  ///   - tracts: tracts to look in.
  ///   - side: side of the cord.
  /// - Returns: bundles with weights above 0, by bundle index; empty if the window has none of the tracts.
  public func parts(serving segment: Int, in tracts: [Tract], _ side: Side) -> [Part] {
    let members = (0..<count).filter { self.side[$0] == side && tracts.contains(tract[$0]) }
    let distances = members.map { abs((self.segment(servedBy: $0) ?? Float(segment)) - Float(segment)) }
    guard let nearest = distances.min() else { return [] }
    let reach = max(1, nearest + 0.5)
    var parts: [Part] = []
    for (bundle, distance) in zip(members, distances) where distance < reach {
      parts.append(Part(bundle: bundle, weight: axonShare[bundle] * (1 - distance / reach)))
    }
    let total = parts.reduce(Float(0)) { $0 + $1.weight }
    return parts.map { Part(bundle: $0.bundle, weight: $0.weight / total) }
  }
}
