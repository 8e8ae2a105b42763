/// A rat's open-field locomotion at one time and what is behind it.
public struct LocomotionResult: Sendable, Hashable {
  /// The score, with the raters' error if one was asked for.
  public let score: BBBScore
  /// Drive of the hind limbs, 0 to 1, mean of both.
  public let drive: Double
  /// The drive by kind of connection; the parts add up to it.
  public let shares: PathwayShares
  /// Score that each hind limb alone would give, without error: right, left.
  public let sideScores: [BBBScore]
  /// Drive of each hind limb by kind of connection: right, left.
  public let sideShares: [PathwayShares]
  /// What the kinds of connection contribute to drive and score.
  public let contributions: FunctionContributions
}
