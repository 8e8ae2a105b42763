/// A criterion as a tree of checks.
///
/// Groups hold at least two parts, none of which is a group of the same sort: the parser joins those.
indirect enum CriterionExpression: Sendable, Hashable {
  case check(CriterionCheck)
  case not(CriterionExpression)
  case all([CriterionExpression])
  case any([CriterionExpression])

  /// All of the parts; parts that are such groups themselves are joined.
  static func joined(all parts: [CriterionExpression]) -> CriterionExpression {
    let flat = parts.flatMap { part in
      if case .all(let inner) = part { return inner }
      return [part]
    }
    return flat.count == 1 ? flat[0] : .all(flat)
  }

  /// At least one of the parts; parts that are such groups themselves are joined.
  static func joined(any parts: [CriterionExpression]) -> CriterionExpression {
    let flat = parts.flatMap { part in
      if case .any(let inner) = part { return inner }
      return [part]
    }
    return flat.count == 1 ? flat[0] : .any(flat)
  }

  /// What it says of one person.
  func truth(on record: CriterionRecord) -> CriterionTruth {
    switch self {
    case .check(let check): return check.truth(on: record)
    case .not(let inner): return !inner.truth(on: record)
    case .all(let parts):
      var truth = CriterionTruth.met
      for part in parts where truth != .notMet { truth = truth & part.truth(on: record) }
      return truth
    case .any(let parts):
      var truth = CriterionTruth.notMet
      for part in parts where truth != .met { truth = truth | part.truth(on: record) }
      return truth
    }
  }

  /// The checks in the order of the text.
  var checks: [CriterionCheck] {
    switch self {
    case .check(let check): [check]
    case .not(let inner): inner.checks
    case .all(let parts), .any(let parts): parts.flatMap(\.checks)
    }
  }
}
