import MyelonStudies
import Synchronization

/// Lives adversarial cases over the cores of this machine.
public enum AdversarialRun {
  /// Lives cases.
  ///
  /// - Parameters:
  ///   - cases: what is put to a check.
  ///   - settings: how many are lived at once.
  ///   - progress: called some times a second.
  ///   - shouldStop: once true, no further case begins.
  /// - Returns: findings in the order of the cases; a case that ended in an error does not hold and says which.
  /// - Throws: `StudyError` when the cases cannot be run.
  public static func findings(
    _ cases: [AdversarialCase], settings: EnsembleSettings, progress: (EnsembleProgress) -> Void = { _ in },
    shouldStop: () -> Bool = { false }
  ) throws(StudyError) -> [AdversarialFinding] {
    let found = Mutex<[Int: AdversarialFinding]>([:])
    let outcome = StudyOutcome(arm: "treated", day: 0, name: "holds", unit: "", meaning: "1 if it holds")
    let model = ClosureModel(name: "adversarial", parameterNames: [], outcomes: [outcome]) { member in
      let finding = try cases[member.index].finding()
      found.withLock { $0[member.index] = finding }
      return [finding.holds ? 1 : 0]
    }
    // What fails fails again.
    var settings = settings
    settings.attempts = 1
    let members = try StudyMember.members(cases.map { _ in [:] }, names: [], seed: 1)
    let results = try Ensemble(model, settings: settings).run(
      members: members, progress: progress, shouldStop: shouldStop)
    return results.map { result in
      let own = cases[result.member.index]
      return found.withLock { $0[result.member.index] }
        ?? AdversarialFinding(
          check: own.check, subject: own.subject, found: "not lived: \(result.reason ?? "no reason")",
          holds: false)
    }
  }
}
