import MyelonQuantities

/// The patients of a dose-finding trial so far, in order of treatment.
public struct DoseData: Codable, Sendable, Hashable {
  /// Patients in order of treatment.
  public var patients: [DosePatient]
  /// Length of the window of observation in days; nil if every patient has been observed to the end.
  public var window: Double?

  /// Takes patients.
  ///
  /// - Parameters:
  ///   - patients: patients in order of treatment.
  ///   - window: length of the window of observation in days; nil if everybody has been observed to the end.
  public init(patients: [DosePatient], window: Double? = nil) {
    self.patients = patients
    self.window = window
  }

  /// Takes cohorts whose patients have all been observed to the end.
  ///
  /// - Parameter cohorts: cohorts in order.
  /// - Throws: `TrialDesignError` naming dose and cohort.
  public init(cohorts: [DoseCohort]) throws(TrialDesignError) {
    var findings: [TrialDesignError] = []
    var patients: [DosePatient] = []
    for (index, cohort) in cohorts.enumerated() {
      let cell = "dose \(cohort.dose), cohort \(index + 1)"
      if cohort.patients < 0 {
        findings.append(
          .outOfRange(cell: cell + ", patients", allowed: "at least 0", found: Double(cohort.patients)))
        continue
      }
      for (what, events) in [("toxicities", cohort.toxicities), ("efficacies", cohort.efficacies ?? 0)]
      where events < 0 || events > cohort.patients {
        findings.append(
          .moreEventsThanPatients(cell: cell, what: what, events: events, patients: cohort.patients))
      }
      for number in 0..<cohort.patients {
        patients.append(
          DosePatient(
            dose: cohort.dose, toxicity: number < cohort.toxicities,
            efficacy: cohort.efficacies.map { number < $0 }, cohort: index + 1))
      }
    }
    try TrialDesignError.require(findings)
    self.init(patients: patients)
  }

  /// What is wrong with the data for a number of doses.
  ///
  /// - Parameter doses: number of doses of the design.
  /// - Returns: the findings, each naming the patient.
  public func findings(doses: Int) -> [TrialDesignError] {
    var findings: [TrialDesignError] = []
    if let window, !(window > 0 && window.isFinite) {
      findings.append(.outOfRange(cell: "window in days", allowed: "positive and finite", found: window))
    }
    var counts = [Int](repeating: 0, count: max(1, doses))
    for (index, patient) in patients.enumerated() {
      let cell = Self.cell(patient, index)
      if 1...max(1, doses) ~= patient.dose {
        counts[patient.dose - 1] += 1
      } else {
        findings.append(.unknownDose(cell: cell, found: patient.dose, doses: doses))
      }
      guard let followUp = patient.followUp else { continue }
      if !(followUp >= 0 && followUp.isFinite) {
        findings.append(
          .outOfRange(cell: cell + ", follow-up in days", allowed: "finite and at least 0", found: followUp))
      } else if window == nil {
        findings.append(
          .unreadable(
            cell: cell + ", follow-up in days", required: "given together with the window of observation",
            found: followUp.shortestText))
      }
    }
    for (index, count) in counts.enumerated() where count > DoseTally.maximumPatients {
      findings.append(
        .tooLarge(cell: "patients at dose \(index + 1)", limit: DoseTally.maximumPatients, found: count))
    }
    return findings
  }

  /// The state of the trial.
  ///
  /// The latest cohort are the patients with the number of the last one, or, without numbers, the trailing patients at
  /// its dose, at most as many as a cohort has.
  ///
  /// - Parameters:
  ///   - doses: number of doses of the design.
  ///   - cohortSize: patients of a cohort.
  /// - Returns: the state.
  /// - Throws: `TrialDesignError` naming the patient.
  public func state(doses: Int, cohortSize: Int) throws(TrialDesignError) -> DoseState {
    try TrialDesignError.require(findings(doses: doses))
    var state = DoseState()
    for patient in patients {
      state.tally.add(
        dose: patient.dose, patients: 1, toxicities: patient.toxicity ? 1 : 0,
        efficacies: patient.efficacy == true ? 1 : 0)
      if let fraction = pendingFraction(patient) {
        state.pending.append(
          PendingPatient(dose: patient.dose, fraction: fraction, isBackfill: patient.isBackfill))
      }
      if !patient.isBackfill { state.escalationPatients += 1 }
    }
    let regular = patients.filter { !$0.isBackfill }
    guard let last = regular.last else { return state }
    state.current = last.dose
    var cohort: [DosePatient] = []
    for patient in regular.reversed() {
      let belongs =
        last.cohort == nil
        ? patient.cohort == nil && cohort.count < cohortSize : patient.cohort == last.cohort
      guard patient.dose == last.dose, belongs else { break }
      cohort.append(patient)
    }
    state.cohortPatients = cohort.count
    state.cohortToxicities = cohort.filter(\.toxicity).count
    return state
  }

  /// Share of the window observed in a patient without toxicity; nil if the patient is not pending.
  private func pendingFraction(_ patient: DosePatient) -> Double? {
    guard !patient.toxicity, let followUp = patient.followUp, let window, followUp < window else {
      return nil
    }
    return followUp / window
  }

  static func cell(_ patient: DosePatient, _ index: Int) -> String {
    "patient \(patient.identifier ?? String(index + 1))"
  }
}
