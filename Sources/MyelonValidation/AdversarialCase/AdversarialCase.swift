import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonSimulation
import MyelonStudies
import MyelonTherapies

/// One treatment put to one check.
public struct AdversarialCase: Sendable {
  /// The check.
  public let check: AdversarialCheck
  /// Study and arm.
  public let subject: String
  /// An untreated arm and the treated one, as the check changes them.
  let scenario: Scenario
  /// File of the scenario, for messages.
  let path: String

  /// Lives both arms and judges them.
  ///
  /// - Returns: what was found; a treatment that the cord refuses does nothing to it, which holds.
  /// - Throws: what a life throws besides a treatment that cannot be carried out.
  func finding() throws -> AdversarialFinding {
    do {
      let plan = try RunPlan(scenario: scenario, scenarioPath: path, threads: 1)
      let executor = SlabExecutor(threads: 1)
      let setting = try LifeSetting(plan, executor: executor)
      let series = try scenario.arms.indices.map { arm in
        try ArmLife(plan: plan, arm: arm, setting: setting, executor: executor).series()
      }
      guard let untreated = series[0], let treated = series[1] else { return finding("stopped", false) }
      switch check {
      case .zeroDose: return zeroDose(untreated, treated)
      case .intactCord: return intactCord(untreated, treated)
      case .transection: return transection(untreated, treated)
      case .failedInPeople, .refinement: return finding("not a comparison of two arms", false)
      }
    } catch RunError.treatmentImpossible(_, let problem) {
      return finding("cannot be given: \(problem)", check != .zeroDose)
    } catch let error as TherapyError {
      return finding("cannot be given: \(error)", check != .zeroDose)
    }
  }

  private func finding(_ found: String, _ holds: Bool) -> AdversarialFinding {
    AdversarialFinding(check: check, subject: subject, found: found, holds: holds)
  }

  private func zeroDose(_ untreated: SeriesTable, _ treated: SeriesTable) -> AdversarialFinding {
    var names: [String] = []
    for (position, column) in untreated.columns.enumerated() {
      let differs = zip(untreated.rows, treated.rows).contains {
        $0[position].bitPattern != $1[position].bitPattern
      }
      if differs { names.append(column.name) }
    }
    let numbers = untreated.rows.count * untreated.columns.count
    guard names.isEmpty, untreated.rows.count == treated.rows.count else {
      return finding("differ: \(names.prefix(4).joined(separator: ", "))", false)
    }
    return finding("\(numbers) numbers have the same bits", true)
  }

  /// Smallest loss of function that counts: half a BBB point, or the same share of the motor score.
  private var smallestLoss: Double { isHuman ? 2.5 : EffectThreshold.locomotion }
  private var isHuman: Bool { scenario.subject.species == .human }
  private var score: String { isHuman ? "motor_score" : "BBB" }

  private func intactCord(_ untreated: SeriesTable, _ treated: SeriesTable) -> AdversarialFinding {
    let scores = differences(score, treated, untreated)
    let (lowest, highest) = (scores.min() ?? 0, scores.max() ?? 0)
    let lesion = differences("lesion_volume", treated, untreated).max() ?? 0
    let injected = scenario.arms[1].therapies.interventions.reduce(0.0) { volume, intervention in
      if case .cells(let cells) = intervention, cells.route == .intraparenchymal {
        volume + cells.volume
      } else {
        volume
      }
    }
    let hazards = [
      "tumour_volume", "misdirected_allodynia_risk", "misdirected_spasticity_risk", "infection_risk",
    ]
    .map { name in "\(name) \(ValidationTable.number(treated.values(name)?.max() ?? 0))" }
    let found =
      "score \(ValidationTable.number(lowest)) to \(ValidationTable.number(highest)), lesion +\(ValidationTable.number(lesion)) mm3; "
      + "hazards: " + hazards.joined(separator: ", ")
    return finding(found, lowest > -smallestLoss && highest < smallestLoss && lesion <= injected + 0.01)
  }

  /// Largest drive across a transection, as a share of that of an intact cord, that counts as none.
  ///
  /// A thousandth, assumed because single axons find a way around a clean cut in animals too, and function needs
  /// hundreds of times as much.
  private static let negligibleDrive = 0.001

  private func transection(_ untreated: SeriesTable, _ treated: SeriesTable) -> AdversarialFinding {
    let gain = differences(score, treated, untreated).max() ?? 0
    let columns = treated.columns.map(\.name).filter { $0.hasPrefix("drive_") }
    let drive = columns.compactMap { treated.values($0)?.dropFirst().max() }.max() ?? 0
    let text =
      "score at most \(ValidationTable.number(gain)) above untreated, crossing drive "
      + String(format: "%.5f", drive)
    return finding(text, gain < smallestLoss && (isHuman || drive < Self.negligibleDrive))
  }

  /// Treated less untreated at every sample.
  private func differences(_ name: String, _ treated: SeriesTable, _ untreated: SeriesTable) -> [Double] {
    guard let own = treated.values(name), let other = untreated.values(name) else { return [] }
    return zip(own, other).map { $0 - $1 }
  }
}
