import MyelonRandom

/// Where the random numbers of a study's members come from.
public enum MemberSeeding: String, Sendable, Hashable, Codable, CaseIterable {
  /// Every member has random streams of its own.
  case own
  /// All members share theirs, so that they differ by their values alone.
  case shared

  /// Seed of a member.
  ///
  /// - Parameters:
  ///   - study: the study's seed.
  ///   - index: the member's number.
  /// - Returns: a seed that depends on nothing else.
  public func seed(study: UInt64, index: Int) -> UInt64 {
    switch self {
    case .own:
      var stream = RandomStream(
        seed: study ^ Self.mark, entity: UInt32(truncatingIfNeeded: index), step: 0)
      return stream.next()
    case .shared: return study
    }
  }

  /// Sets the streams that seeds are drawn from apart from those that values are drawn from: "members" in ASCII.
  private static let mark: UInt64 = 0x006d_656d_6265_7273
}
