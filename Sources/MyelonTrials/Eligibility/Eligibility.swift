/// Who may enter a trial: every inclusion has to be met, and no exclusion.
public struct Eligibility: Sendable, Hashable {
  /// Rules that have to be met, in the order of the protocol.
  public let inclusion: [EligibilityRule]
  /// Rules that must not be met, in the order of the protocol.
  public let exclusion: [EligibilityRule]

  /// The rules of a trial.
  ///
  /// - Parameters:
  ///   - inclusion: rules that have to be met.
  ///   - exclusion: rules that must not be met.
  public init(inclusion: [EligibilityRule] = [], exclusion: [EligibilityRule] = []) {
    self.inclusion = inclusion
    self.exclusion = exclusion
  }

  /// Reads the rules of a trial.
  ///
  /// - Parameters:
  ///   - inclusion: texts of criteria that have to be met.
  ///   - exclusion: texts of criteria that must not be met.
  ///   - vocabulary: the fields that they may ask for.
  /// - Throws: `EligibilityError` with the fault of every text that cannot be read.
  public init(
    inclusion: [String], exclusion: [String], vocabulary: CriterionVocabulary
  ) throws(EligibilityError) {
    var faults: [EligibilityError.Fault] = []
    func rules(_ texts: [String], _ list: EligibilityPosition.List) -> [EligibilityRule] {
      var rules: [EligibilityRule] = []
      for (place, text) in texts.enumerated() {
        do throws(CriterionError) {
          rules.append(try EligibilityRule(text, vocabulary: vocabulary))
        } catch {
          faults.append(EligibilityError.Fault(position: EligibilityPosition(list, place + 1), error: error))
        }
      }
      return rules
    }
    let included = rules(inclusion, .inclusion)
    let excluded = rules(exclusion, .exclusion)
    guard faults.isEmpty else { throw EligibilityError(faults: faults) }
    self.init(inclusion: included, exclusion: excluded)
  }

  /// The rules with their places, in the order in which they are applied.
  public var rules: [(position: EligibilityPosition, rule: EligibilityRule)] {
    inclusion.enumerated().map { (EligibilityPosition(.inclusion, $0.offset + 1), $0.element) }
      + exclusion.enumerated().map { (EligibilityPosition(.exclusion, $0.offset + 1), $0.element) }
  }
}
