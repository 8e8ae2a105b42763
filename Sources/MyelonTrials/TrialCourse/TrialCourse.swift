import MyelonTrialDesigns

/// What happened in one simulated trial.
struct TrialCourse: Sendable {
  /// How the expansion ended.
  enum ExpansionEnd: Sendable {
    case harm
    case futility
    case success
    case noSuccess
  }

  /// People screened.
  var screened = 0
  /// People enrolled.
  var enrolled = 0
  /// Day on which the last person's last visit is due; not a number without a calendar.
  var days = 0.0
  /// Patients treated at each dose in dose finding.
  var patients: [Int] = []
  /// Those with toxicity.
  var toxicities: [Int] = []
  /// Dose selected; nil for none, or before selection.
  var selected: Int?
  /// How the expansion ended; nil if it was not reached or there is none.
  var expansion: ExpansionEnd?
  /// People of the expansion.
  var expansionPeople = 0
  /// People whose response was seen.
  var judged = 0
  /// Responders among them.
  var responses = 0
  /// Sum of the changes of the motor score in the expansion, and the number of people in whom it was seen.
  var gain = (sum: 0.0, people: 0)
  /// Whether a t test of the change against nothing would have claimed improvement.
  var claimsImprovement = false
  /// Share of the people of the expansion whose grade is better than at enrolment.
  var converted: Double?
  /// The comparison with controls; nil if it was not reached.
  var comparison: SimulatedTrial?
}
