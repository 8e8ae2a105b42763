import MyelonTrialDesigns

/// A running dose finding: its people as the design sees them, cohort by cohort.
public struct DoseConduct: Sendable, Hashable {
  /// The stage.
  public let stage: DoseFindingStage
  /// People in the order of enrolment; empty if whole cohorts were given.
  public let people: [ConductPerson]
  /// The day up to which is observed; nil if it is not known.
  public let today: ConductDay?
  /// The data as the design takes them, with numbers of cohorts.
  public let data: DoseData
  /// Places that are left in the latest cohort.
  public let openPlaces: Int

  /// Puts the people of a trial together.
  ///
  /// Cohorts follow each other in the order of enrolment: a new one begins when the one before is full or the dose changes, unless
  /// the data number them.
  ///
  /// - Parameters:
  ///   - stage: the stage.
  ///   - data: the data of the trial.
  /// - Throws: `TrialDesignError` if there are more events than patients in a cohort.
  public init(_ stage: DoseFindingStage, _ data: ConductData) throws(TrialDesignError) {
    self.stage = stage
    today = data.today
    let plan = stage.choice.plan
    guard data.cohorts.isEmpty else {
      people = []
      self.data = try DoseData(cohorts: data.cohorts)
      openPlaces = Self.places(
        plan, in: data.cohorts.last?.patients ?? 0,
        before: data.cohorts.dropLast().reduce(0) { $0 + $1.patients })
      return
    }
    people = data.people(in: .doseFinding)
    var patients: [DosePatient] = []
    var cohort = 0
    var size = 0
    var inCohort = 0
    var treated = 0
    var last: ConductPerson?
    for person in people {
      if !person.isBackfill {
        let isNew =
          last == nil || last?.dose != person.dose || last?.cohort != person.cohort
          || (person.cohort == nil && inCohort >= size)
        if isNew {
          cohort += 1
          inCohort = 0
          size = Self.size(plan, after: treated)
        }
        inCohort += 1
        treated += 1
        last = person
      }
      patients.append(
        DosePatient(
          dose: person.dose ?? 0, toxicity: person.toxicity ?? false, efficacy: person.efficacy,
          followUp: Self.followUp(person, window: stage.calendar?.window),
          cohort: person.isBackfill ? nil : cohort, isBackfill: person.isBackfill, identifier: person.name))
    }
    // Without a calendar the share of the window is unknown, and a result is known or it is not.
    self.data = DoseData(patients: patients, window: stage.calendar?.window ?? 1)
    // A full trial waits for results; it has no place left, whatever the cohort.
    openPlaces = treated >= plan.maximumPatients ? 0 : max(0, size - inCohort)
  }

  /// Size of a cohort after some patients.
  static func size(_ plan: EscalationPlan, after treated: Int) -> Int {
    let left = plan.maximumPatients - treated
    return left > 0 ? min(plan.cohortSize, left) : plan.cohortSize
  }

  private static func places(_ plan: EscalationPlan, in cohort: Int, before: Int) -> Int {
    cohort == 0 || before + cohort >= plan.maximumPatients ? 0 : max(0, size(plan, after: before) - cohort)
  }

  /// Days of observation of a patient who is still watched; nil if the window is over or a toxicity was seen.
  private static func followUp(_ person: ConductPerson, window: Double?) -> Double? {
    if person.toxicity == true { return nil }
    guard let window else { return person.toxicity == nil ? 0 : nil }
    guard let days = person.followUp else { return person.toxicity == nil ? 0 : nil }
    return days < window ? days : nil
  }

  /// The length of the window in the data.
  var window: Double { data.window ?? 1 }

  /// Whether a patient is still watched.
  static func isPending(_ patient: DosePatient) -> Bool { !patient.toxicity && patient.followUp != nil }

  /// The patients whose results are known.
  var known: DoseData {
    DoseData(patients: data.patients.filter { !Self.isPending($0) }, window: data.window)
  }

  /// The data when some days have passed without any toxicity.
  func later(_ days: Double) -> DoseData {
    DoseData(
      patients: data.patients.map { patient in
        guard let followUp = patient.followUp, Self.isPending(patient) else { return patient }
        var patient = patient
        patient.followUp = followUp + days + 1e-9 < window ? followUp + days : nil
        return patient
      }, window: data.window)
  }

  /// Results that are outstanding, the first due first.
  public var due: [ConductAdvice.Due] {
    zip(data.patients, people).compactMap { patient, person in
      guard Self.isPending(patient), let followUp = patient.followUp else { return nil }
      let days = stage.calendar == nil ? 0 : window - followUp
      let day = stage.calendar == nil ? nil : person.enrolled?.adding(window)
      return ConductAdvice.Due(person: person.name, dose: patient.dose, days: days, day: day)
    }.sorted { $0.days < $1.days }
  }
}
