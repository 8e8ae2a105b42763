import MyelonTherapies

/// What became of the treatment of one arm.
public struct TherapyRecord: Sendable, Hashable, Codable {
  /// What was done.
  public let plan: TreatmentProtocol
  /// Every transplant at every visit.
  public var visits: [Visit]
  /// Findings: tumours, rejections, overgrowth.
  public var events: [GraftEvent]
  /// Books of every transplant at the last visit, in agents.
  public var ledger: GraftLedger
  /// Signal of labelled cells against true survivors, one row a visit; empty without labels.
  public var tracking: [TrackingComparison]
  /// What each course of stimulation does while it is on; empty without stimulation.
  public var stimulation: [StimulationEffect]
  /// Files of this arm relative to the run's directory: `cells` (.h5ad), `tracking` (.nii.gz).
  public var files: [String: String]

  /// The transplants at one visit.
  public struct Visit: Sendable, Hashable, Codable {
    /// Day after injury.
    public var day: Double
    /// One entry a transplant placed so far.
    public var transplants: [GraftSummary]
  }

  /// Starts the record of a treatment.
  init(_ course: TherapyCourse) {
    plan = course.plan
    visits = []
    events = []
    ledger = course.graft.ledger
    tracking = []
    files = [:]
    stimulation = course.rehabilitation.effects
  }
}
