/// What spared, remyelinated and new connections contribute to a subject's function below the injury.
public struct FunctionContributions: Sendable, Hashable, Codable {
  /// Drive as a share of normal.
  ///
  /// The mean over the key muscles of both sides below the injured segment (over all when none lies below), or the drive of
  /// a rat's hind limbs.
  public var motorDrive: PathwayShares
  /// Conducting light touch, mean over the dermatomes of both sides below the injured segment; nil in rats.
  public var lightTouch: PathwayShares?
  /// Conducting pin prick likewise; nil in rats.
  public var pinPrick: PathwayShares?
  /// Points of each score by source.
  public var scores: [ScoreAttribution]

  /// Joins contributions.
  public init(
    motorDrive: PathwayShares, lightTouch: PathwayShares? = nil, pinPrick: PathwayShares? = nil,
    scores: [ScoreAttribution] = []
  ) {
    self.motorDrive = motorDrive
    self.lightTouch = lightTouch
    self.pinPrick = pinPrick
    self.scores = scores
  }

  /// The points of a score by its name, or nil when it is not among them.
  public func points(of measure: String) -> ScoreAttribution? { scores.first { $0.measure == measure } }

  /// Everything as numbers by name: `drive_regenerated`, `touch_regenerated`, `prick_regenerated`, and of each score
  /// `motor_score_from_regenerated` and `motor_score_without_connections`.
  public var details: [String: Double] {
    var details: [String: Double] = [:]
    for source in PathwaySource.allCases {
      details["drive_\(source.rawValue)"] = motorDrive[source]
      details["touch_\(source.rawValue)"] = lightTouch?[source]
      details["prick_\(source.rawValue)"] = pinPrick?[source]
      for score in scores { details["\(score.measure)_from_\(source.rawValue)"] = score.points[source] }
    }
    for score in scores { details["\(score.measure)_without_connections"] = score.baseline }
    return details
  }
}
