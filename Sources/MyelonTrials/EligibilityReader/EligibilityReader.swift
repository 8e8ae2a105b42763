import MyelonSimulation

/// Reads `eligibility` of a cohort or protocol: lists `inclusion` and `exclusion`, each rule a text or a group of `rule`, `because`
/// and `modelled`.
///
/// A rule with `modelled: no` is for people who screen patients: it may say anything, and no virtual person is judged by it.
enum EligibilityReader {
  /// What a file says.
  struct Content {
    /// The rules that virtual people are judged by.
    var eligibility = Eligibility()
    /// The rules that only patients are judged by, as text.
    var unmodelled: [UnmodelledRule] = []
  }

  /// The rules, with a finding for each that cannot be read.
  static func content(_ value: ScenarioValue) -> Content {
    guard let section = value.section(allowed: ["inclusion", "exclusion"]) else { return Content() }
    let vocabulary: CriterionVocabulary
    do { vocabulary = try CohortVocabulary.standard() } catch {
      value.add(.impossible, "\(error)")
      return Content()
    }
    var content = Content()
    var lists: [EligibilityPosition.List: [EligibilityRule]] = [:]
    for list in EligibilityPosition.List.allCases {
      for item in section[list.rawValue]?.list("a list of rules") ?? [] {
        switch rule(item, list, vocabulary) {
        case .modelled(let rule)?: lists[list, default: []].append(rule)
        case .unmodelled(let rule)?: content.unmodelled.append(rule)
        case nil: continue
        }
      }
    }
    content.eligibility = Eligibility(inclusion: lists[.inclusion] ?? [], exclusion: lists[.exclusion] ?? [])
    return content
  }

  private enum Rule {
    case modelled(EligibilityRule)
    case unmodelled(UnmodelledRule)
  }

  private static func rule(
    _ value: ScenarioValue, _ list: EligibilityPosition.List, _ vocabulary: CriterionVocabulary
  ) -> Rule? {
    var text = value
    var because: String?
    var isModelled = true
    if case .mapping = value.node.content {
      guard let section = value.section(allowed: ["rule", "because", "modelled"]),
        let rule = section.required("rule", "such as 'age between 18 and 65'")
      else { return nil }
      text = rule
      because = section["because"]?.text(longest: 500)
      isModelled = section["modelled"]?.flag() ?? true
    }
    guard let words = text.text(longest: Criterion.longestText) else { return nil }
    guard isModelled else {
      return .unmodelled(UnmodelledRule(list: list, text: words, because: because))
    }
    do {
      return .modelled(EligibilityRule(try Criterion(words, vocabulary: vocabulary), because: because))
    } catch {
      let hint =
        error.kind == .unknownField
        ? " (for a rule that virtual people are not judged by write 'modelled: no')" : ""
      text.add(
        .impossible, "\(error.required) is required at character \(error.column)\(hint)", found: error.found,
        nearest: error.nearest)
      return nil
    }
  }
}
