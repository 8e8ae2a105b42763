/// What a design needs to know of a running trial.
public struct DoseState: Sendable, Hashable {
  /// Dose of the latest cohort; nil before the first patient.
  public var current: Int?
  /// Patients treated, toxicities seen and efficacies seen at each dose, pending patients included.
  public var tally: DoseTally
  /// Patients in the latest cohort.
  public var cohortPatients: Int
  /// Toxicities in the latest cohort.
  public var cohortToxicities: Int
  /// Patients whose window of observation is not over.
  public var pending: [PendingPatient]
  /// Patients treated in cohorts, which is what counts for the maximum; the others were added to lower doses.
  public var escalationPatients: Int

  /// Makes the state before the first patient.
  public init() {
    current = nil
    tally = DoseTally()
    cohortPatients = 0
    cohortToxicities = 0
    pending = []
    escalationPatients = 0
  }

  /// Makes a state from counts, with nobody pending.
  ///
  /// - Parameters:
  ///   - current: dose of the latest cohort.
  ///   - tally: counts of each dose.
  public init(current: Int, tally: DoseTally) {
    self.init()
    self.current = current
    self.tally = tally
    escalationPatients = tally.totalPatients
  }

  /// Adds a cohort with complete observation.
  ///
  /// - Parameters:
  ///   - dose: its dose.
  ///   - patients: number of patients.
  ///   - toxicities: toxicities among them.
  ///   - efficacies: efficacies among them.
  public mutating func add(dose: Int, patients: Int, toxicities: Int, efficacies: Int = 0) {
    current = dose
    tally.add(dose: dose, patients: patients, toxicities: toxicities, efficacies: efficacies)
    cohortPatients = patients
    cohortToxicities = toxicities
    escalationPatients += patients
  }

  /// Number of pending patients at a dose.
  func pendingCount(at dose: Int) -> Int {
    var count = 0
    for patient in pending where patient.dose == dose { count += 1 }
    return count
  }

  /// Pending patients of the cohorts at a dose.
  func pendingInCohorts(at dose: Int) -> Int {
    var count = 0
    for patient in pending where patient.dose == dose && !patient.isBackfill { count += 1 }
    return count
  }

  /// The state without patients of lower doses under observation, as a design sees it that waits for results.
  public func withoutPendingBackfill() -> DoseState { removing { $0.isBackfill } }

  /// The state without patients under observation.
  func withoutPending() -> DoseState { removing { _ in true } }

  private func removing(_ isRemoved: (PendingPatient) -> Bool) -> DoseState {
    guard pending.contains(where: isRemoved) else { return self }
    var state = self
    for patient in pending where isRemoved(patient) { state.tally.treated[patient.dose - 1] -= 1 }
    state.pending = pending.filter { !isRemoved($0) }
    return state
  }
}
