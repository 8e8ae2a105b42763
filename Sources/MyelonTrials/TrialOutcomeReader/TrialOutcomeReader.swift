import MyelonQuantities
import MyelonTrialDesigns

/// Reads an outcome of a protocol from a cohort: which numbers of which visits, and in which form they are analysed.
struct TrialOutcomeReader: Sendable {
  /// The outcome.
  let outcome: ProtocolOutcome
  /// Place of the measure in the bank.
  let measure: Int
  /// Places of the outcome's visits in the bank's plan.
  let visits: [Int]
  /// Number of ordered categories; 0 unless the outcome is ordinal.
  let categories: Int

  /// Codes of the impairment scale, by the words of a protocol.
  private static let gradeCodes = ["A": 1.0, "B": 2, "C": 3, "D": 4, "E": 5]

  /// Finds the outcome in a cohort.
  ///
  /// - Parameters:
  ///   - outcome: the outcome.
  ///   - bank: the cohort.
  ///   - categories: number of ordered categories of the analysis.
  /// - Throws: `CohortError.noSuchOutcome` when the lives do not yield it on its days.
  init(_ outcome: ProtocolOutcome, bank: CohortBank, categories: Int = 0) throws(CohortError) {
    let name =
      ["ais", "asia-impairment-scale"].contains(outcome.measure) ? "impairment_scale" : outcome.measure
    guard let measure = bank.measure(name) else {
      throw .noSuchOutcome(
        name: outcome.measure, day: outcome.lastDay, known: bank.measures.joined(separator: ", "))
    }
    var visits: [Int] = []
    for day in outcome.days {
      guard let visit = bank.plan.visits.firstIndex(of: day) else {
        let days = bank.plan.visits.map(\.shortestText).joined(separator: ", ")
        throw .noSuchOutcome(name: outcome.measure, day: day, known: "visits on days \(days)")
      }
      visits.append(visit)
    }
    self.outcome = outcome
    self.measure = measure
    self.visits = visits
    self.categories = categories
  }

  /// What the analysis gets of a course.
  ///
  /// - Parameter seen: values at all visits of the plan, nil where not seen.
  /// - Returns: the baseline, and the outcome at each visit, not a number where missing.
  func analysed(_ seen: [Double?]) -> (baseline: Double, outcomes: [Double]) {
    let baseline = seen.first.flatMap { $0 } ?? .nan
    return (baseline, visits.map { form(seen[$0], baseline: baseline) })
  }

  /// Whether a course is that of a responder; nil when it was not seen.
  func isResponse(_ seen: [Double?]) -> Bool? {
    guard let last = visits.last, let value = seen[last], let baseline = seen.first.flatMap({ $0 }) else {
      return nil
    }
    return value - baseline >= (outcome.responderGain ?? 1)
  }

  private func form(_ value: Double?, baseline: Double) -> Double {
    guard let value else { return .nan }
    switch outcome.form {
    case .value, .change: return value
    case .responder: return value - baseline >= (outcome.responderGain ?? 1) ? 1 : 0
    case .ordinal:
      let words = outcome.categories
      if let place = words.firstIndex(where: { Self.gradeCodes[$0] == value }) { return Double(place) }
      // Categories that a protocol does not list fall into the nearest end.
      return min(Double(max(1, categories) - 1), max(0, value - 1))
    }
  }
}
