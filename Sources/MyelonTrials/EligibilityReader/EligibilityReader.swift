import MyelonSimulation

/// Reads `eligibility` of a cohort or protocol: lists `inclusion` and `exclusion`, each rule a text or a group of `rule` and
/// `because`.
enum EligibilityReader {
  /// The rules, with a finding for each that cannot be read.
  static func rules(_ value: ScenarioValue, vocabulary: CriterionVocabulary) -> Eligibility? {
    guard let section = value.section(allowed: ["inclusion", "exclusion"]) else { return nil }
    return Eligibility(
      inclusion: list(section["inclusion"], vocabulary), exclusion: list(section["exclusion"], vocabulary))
  }

  private static func list(_ value: ScenarioValue?, _ vocabulary: CriterionVocabulary) -> [EligibilityRule] {
    (value?.list("a list of rules") ?? []).compactMap { rule($0, vocabulary) }
  }

  private static func rule(_ value: ScenarioValue, _ vocabulary: CriterionVocabulary) -> EligibilityRule? {
    var text = value
    var because: String?
    if case .mapping = value.node.content {
      guard let section = value.section(allowed: ["rule", "because"]),
        let rule = section.required("rule", "such as 'age between 18 and 65'")
      else { return nil }
      text = rule
      because = section["because"]?.text(longest: 500)
    }
    guard let words = text.text(longest: Criterion.longestText) else { return nil }
    do {
      return EligibilityRule(try Criterion(words, vocabulary: vocabulary), because: because)
    } catch {
      text.add(
        .impossible, "\(error.required) is required at character \(error.column)", found: error.found,
        nearest: error.nearest)
      return nil
    }
  }
}
