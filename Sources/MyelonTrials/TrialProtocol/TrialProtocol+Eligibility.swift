import MyelonSimulation

extension TrialProtocol {
  /// The rules of eligibility, understood in the words that a virtual cohort knows.
  ///
  /// - Returns: the rules.
  /// - Throws: `ScenarioError` with every rule that cannot be read, at its line.
  public func eligibility() throws -> Eligibility {
    let vocabulary = try CohortVocabulary.standard()
    let findings = FindingList(file: path)
    func rules(_ written: [ProtocolRule], _ list: String) -> [EligibilityRule] {
      written.enumerated().compactMap { place, rule in
        do throws(CriterionError) {
          return EligibilityRule(try Criterion(rule.text, vocabulary: vocabulary), because: rule.because)
        } catch {
          findings.add(
            .impossible, line: rule.line, column: rule.column + error.column - 1,
            path: "eligibility.\(list)[\(place)]", "\(error.required) is required", found: error.found,
            nearest: error.nearest)
          return nil
        }
      }
    }
    let eligibility = Eligibility(
      inclusion: rules(inclusion, "inclusion"), exclusion: rules(exclusion, "exclusion"))
    guard findings.findings.isEmpty else { throw findings.error }
    return eligibility
  }
}
