/// A rat's skilled reaching at one time and what is behind it.
///
/// Success is per cent of the rat's own success before the injury. Rats that were not operated on take some 60 to 80 % of
/// the pellets (recalled), so a success of 100 stands for that and not for every pellet.
public struct ReachingResult: Sendable, Hashable {
  /// Success, mean of both paws, 0 to 100.
  public let success: Double
  /// Success of each paw: right, left.
  public let sides: [Double]
  /// Drive of the forelimbs, 0 to 1, mean of both.
  public let drive: Double
  /// The drive by kind of connection; the parts add up to it.
  public let shares: PathwayShares
  /// Drive of each forelimb by kind of connection: right, left.
  public let sideShares: [PathwayShares]
  /// Success by kind of connection, mean of both paws.
  public let attribution: ScoreAttribution
}
