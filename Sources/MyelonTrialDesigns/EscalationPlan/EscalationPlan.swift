/// The frame of a dose-finding trial: how many doses, how patients come in groups, and when it is full.
public struct EscalationPlan: Sendable, Hashable {
  /// Number of dose levels, 1 to 16.
  public var doses: Int
  /// Level at which the trial begins, 1 the lowest.
  public var startingDose: Int
  /// Patients treated between two decisions.
  public var cohortSize: Int
  /// Patients at which the trial ends.
  public var maximumPatients: Int
  /// Number of patients at the current dose at which the trial ends as soon as the decision is to stay there; nil for never.
  public var enoughAtDose: Int?

  /// Describes a plan.
  ///
  /// - Parameters:
  ///   - doses: number of dose levels, 1 to 16.
  ///   - startingDose: level at which the trial begins.
  ///   - cohortSize: patients treated between two decisions; 3 by convention of the field.
  ///   - maximumPatients: patients at which the trial ends.
  ///   - enoughAtDose: patients at the current dose that end the trial when it would stay there.
  public init(
    doses: Int, startingDose: Int = 1, cohortSize: Int = 3, maximumPatients: Int = 30,
    enoughAtDose: Int? = nil
  ) {
    self.doses = doses
    self.startingDose = startingDose
    self.cohortSize = cohortSize
    self.maximumPatients = maximumPatients
    self.enoughAtDose = enoughAtDose
  }

  /// What is wrong with the plan; nothing if it can be used.
  public func findings() -> [TrialDesignError] {
    var findings = TrialDesignError.count(doses, 1...DoseTally.maximumDoses, "doses")
    findings += TrialDesignError.count(startingDose, 1...max(1, doses), "startingDose")
    findings += TrialDesignError.count(maximumPatients, 1...DoseTally.maximumPatients, "maximumPatients")
    findings += TrialDesignError.count(cohortSize, 1...max(1, maximumPatients), "cohortSize")
    if let enoughAtDose {
      findings += TrialDesignError.count(enoughAtDose, 1...DoseTally.maximumPatients, "enoughAtDose")
    }
    return findings
  }

  /// Size of the next cohort when some patients have been treated.
  ///
  /// - Parameter patients: patients treated so far.
  /// - Returns: the cohort size, or what is left.
  package func nextCohort(after patients: Int) -> Int { min(cohortSize, maximumPatients - patients) }
}

extension EscalationPlan: Codable {
  private enum Key: String, CodingKey {
    case doses, startingDose, cohortSize, maximumPatients, enoughAtDose
  }

  /// Reads a plan; all but the number of doses may be missing.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      doses: try container.decode(Int.self, forKey: .doses),
      startingDose: try container.decodeIfPresent(Int.self, forKey: .startingDose) ?? 1,
      cohortSize: try container.decodeIfPresent(Int.self, forKey: .cohortSize) ?? 3,
      maximumPatients: try container.decodeIfPresent(Int.self, forKey: .maximumPatients) ?? 30,
      enoughAtDose: try container.decodeIfPresent(Int.self, forKey: .enoughAtDose))
  }
}
