/// Columns of a trial's data that have a fixed meaning.
enum ConductColumn: String, CaseIterable {
  case person, stage, dose, arm, enrolled, toxicity, efficacy, response, baseline, outcome, cohort, backfill
  case patients, toxicities, efficacies
  case toxicityDay = "toxicity-day"
  case followUp = "follow-up"

  /// Names that neither an event nor a factor may have.
  static let reserved = allCases.map(\.rawValue)
}
