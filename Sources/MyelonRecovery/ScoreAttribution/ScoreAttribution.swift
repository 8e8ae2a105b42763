/// Points of a score by the connections that bring them.
///
/// The expected score, without an examiner's error and before rounding to grades, is `baseline` plus the sum of `points`.
public struct ScoreAttribution: Sendable, Hashable, Codable {
  /// Name of the score as in the series: `motor_score`, `light_touch_score`, `pin_prick_score`, `BBB` or `reaching`.
  public let measure: String
  /// Points that are there without any connection across the injury.
  ///
  /// Those of muscles and dermatomes that lie wholly above the injured segment, and the first point or two that the
  /// isolated cord gives on the BBB scale.
  public let baseline: Double
  /// Points that each kind of connection adds, in the order of `PathwaySource` (see `PathwayShares.attributed`).
  public let points: PathwayShares

  /// Joins the parts of a score.
  public init(measure: String, baseline: Double, points: PathwayShares) {
    self.measure = measure
    self.baseline = baseline
    self.points = points
  }

  /// The whole score.
  public var score: Double { baseline + points.total }
}
