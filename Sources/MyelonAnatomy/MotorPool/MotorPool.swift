/// The motoneurons of one muscle group on one side: their segments and their place in the ventral horn.
public struct MotorPool: Sendable, Hashable {
  /// A segment's share of the pool.
  public struct Share: Sendable, Hashable {
    /// Name of the segment.
    public let segment: String
    /// Part of the pool's motoneurons in this segment; the shares of a pool add up to 1.
    public let weight: Double
  }

  /// Muscle group in words.
  public let name: String
  /// Segment whose key muscle this is in the ISNCSCI examination, or nil.
  public let keySegment: String?
  /// Segments that hold the pool.
  public let shares: [Share]
  /// Column of the ventral horn.
  public let column: MotorColumn
  /// Where segments and weights come from.
  public let source: String

  /// Makes a pool.
  public init(name: String, keySegment: String?, shares: [Share], column: MotorColumn, source: String) {
    self.name = name
    self.keySegment = keySegment
    self.shares = shares
    self.column = column
    self.source = source
  }

  /// Part of the pool in a segment, 0 where it has none.
  public func weight(inSegment name: String) -> Double {
    shares.first { $0.segment == name }?.weight ?? 0
  }

  /// Place of the pool in a segment's cross-section, half-diameters, on the left side.
  ///
  /// - Parameters:
  ///   - index: segment index.
  ///   - anatomy: the cord.
  /// - Returns: `u` lateral and `v` dorsal position.
  public func position(inSegment index: Int, of anatomy: CordAnatomy) -> (u: Double, v: Double) {
    let horn = anatomy.shapes[index][RegionKey.index(.ventralHorn)]
    let offset = column.offset
    return (
      horn.centroidLateral + offset.lateral * horn.spreadLateral,
      horn.centroidDorsal + offset.dorsal * horn.spreadDorsal
    )
  }
}
