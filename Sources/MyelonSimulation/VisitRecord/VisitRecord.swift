import ISNCSCI
import MyelonRecovery

/// What was found at one visit of one arm.
public struct VisitRecord: Sendable, Hashable, Codable {
  /// Day after injury.
  public let day: Double
  /// The examination as recorded, with examiner noise if the scenario asks for it; people only.
  public let examination: Examination?
  /// Its classification; people only.
  public let classification: Classification?
  /// The examination without examiner noise; people only.
  public let noiseFreeExamination: Examination?
  /// Expected SCIM III, from the examination without examiner noise, age and day; people only.
  ///
  /// Nil in results of versions before it was computed.
  public let independence: SCIM?
  /// What `WalkingRule` says of the recorded examination; people only, visits of the first 15 days only.
  public let walkingProbability: Double?
  /// The locomotor score as recorded; rats only.
  public let locomotion: BBBScore?
  /// Numbers behind the examination (for example drive per key muscle), by name.
  public let details: [String: Double]

  /// Makes a record.
  public init(
    day: Double, examination: Examination? = nil, classification: Classification? = nil,
    noiseFreeExamination: Examination? = nil, independence: SCIM? = nil, walkingProbability: Double? = nil,
    locomotion: BBBScore? = nil, details: [String: Double] = [:]
  ) {
    self.day = day
    self.examination = examination
    self.classification = classification
    self.noiseFreeExamination = noiseFreeExamination
    self.independence = independence
    self.walkingProbability = walkingProbability
    self.locomotion = locomotion
    self.details = details
  }
}
