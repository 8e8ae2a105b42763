import MyelonRegrowth
import MyelonSimulation

extension ReportContext {
  /// Arms with a record of what has grown.
  var regrown: [Int] { arms.indices.filter { !(arms[$0].regrowth?.visits.isEmpty ?? true) } }

  /// Arms with a record of what has grown that are no copies.
  var shownRegrown: [Int] { regrown.filter { !isCopy($0) } }

  /// What had grown in an arm by the last visit.
  func lastRegrowth(_ arm: Int) -> RegrowthSummary? { arms[arm].regrowth?.visits.last }

  /// What carried the motor drive of an arm at the last visit.
  func lastContribution(_ arm: Int) -> RegrowthRecord.Contribution? { arms[arm].regrowth?.contributions.last }
}
