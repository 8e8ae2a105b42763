/// Numbers of motoneurons to skeletal muscle (alpha) by segment, one side.
public enum MotoneuronCensus {
  /// A segment's count.
  public struct Count: Sendable, Hashable {
    /// Alpha motoneurons of one side.
    public let alpha: Double
    /// Where the number comes from.
    public let source: String
  }

  /// Count of a segment.
  ///
  /// Human L3 to L5: ventral root fibres of Kawamura et al. 1977 (part I, n = 17), young and old together. Other
  /// segments have no published count that could be found and are assumed.
  public static func count(_ segment: SpinalSegment, _ species: Species) -> Count {
    switch species {
    case .human: human(segment.name)
    case .rat: rat(segment)
    }
  }

  private static func human(_ name: String) -> Count {
    let counted = "ventral root fibres, Kawamura et al. 1977, J Neuropathol Exp Neurol 36:853"
    switch name {
    case "L3": return Count(alpha: 5716, source: counted)
    case "L4": return Count(alpha: 4900, source: counted)
    case "L5": return Count(alpha: 5043, source: counted)
    case "C5", "C6", "C7", "C8", "T1", "L2", "S1":
      return Count(alpha: 5000, source: "assumed because uncounted: as the counted lumbar segments")
    default:
      return Count(alpha: 2000, source: "assumed because uncounted: less than half of an enlargement segment")
    }
  }

  private static func rat(_ segment: SpinalSegment) -> Count {
    let isEnlarged = ["C5", "C6", "C7", "C8", "T1", "L2", "L3", "L4", "L5", "L6"].contains(segment.name)
    return Count(
      alpha: isEnlarged ? 1000 : 400,
      source: "assumed because no table was at hand: about 1000 in a segment of an enlargement")
  }
}
