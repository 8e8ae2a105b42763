/// What a reader of a forecast must know before reading on.
struct ForecastNotes {
  let members: ForecastMembers
  let arms: [ForecastArm]
  let comparisons: [ForecastComparison]
  let tables: [BiomarkerTable]
  let name: String

  /// Effective members below which quantiles of 5 and 95 % rest on fewer than five members each.
  private static let fewest = 100.0
  /// Share of the weight from which gaps are told in a sentence; below, they stand in the tables only.
  private static let notable = 0.01

  /// The sentences.
  var all: [String] { [unfinished, failures, size, gaps].compactMap { $0 } + altered }

  private var unfinished: String? {
    guard members.unfinished > 0 else { return nil }
    return
      "\(members.unfinished) of \(members.total) members have not ended; what they will come to is not in these "
      + "numbers, which may favour what ends early."
  }

  private var failures: String? {
    guard members.failed > 0 else { return nil }
    let reasons = members.failures.prefix(3).map { "\($0.count) x '\($0.reason)'" }.joined(separator: "; ")
    return
      "\(members.failed) of \(members.total) members failed (\(ForecastText.number(100 * members.failedShare)) % of the "
      + "weight): \(reasons). All numbers hold for the others."
  }

  private var size: String? {
    guard members.effectiveSize < Self.fewest * (1 - 1e-9) else { return nil }
    return
      "The members are worth \(ForecastText.number(members.effectiveSize)) equally weighted ones, fewer than "
      + "\(ForecastText.number(Self.fewest)): quantiles of 5 and 95 % rest on fewer than five of them each."
  }

  /// Numbers that are missing of a notable part of the members at the last visit.
  private var gaps: String? {
    var names: [String] = []
    var shares: [String: [Double]] = [:]
    for arm in arms {
      guard let day = arm.days.last else { continue }
      let numbers = arm.outcomes.compactMap { outcome in
        outcome.visit(day).map { (outcome.name, $0.coverage) }
      }
      let codes = arm.codes.compactMap { code in code.visit(day).map { (code.name, $0.coverage) } }
      // What no member has is not defined on that day; that is no gap.
      for (name, coverage) in numbers + codes
      where coverage.known > 0 && coverage.missingShare >= Self.notable {
        if shares[name] == nil { names.append(name) }
        shares[name, default: []].append(coverage.missingShare)
      }
    }
    guard !names.isEmpty else { return nil }
    let list = names.map { name in
      "\(OutcomeTitle.inSentence(name)) (\(ForecastText.number(100 * (shares[name]?.max() ?? 0))) %)"
    }
    return
      "At the last visit these could not be determined for a part of the members' weight, at most in any arm: "
      + "\(list.joined(separator: ", ")). Their numbers hold for the rest."
  }

  /// Biomarkers that a treatment has already changed at the first visit.
  private var altered: [String] {
    var seen: Set<String> = []
    return tables.compactMap { table in
      guard table.alteredShare >= Self.notable, seen.insert(table.biomarker + "\n" + table.arm).inserted
      else { return nil }
      return
        "At the first visit \(OutcomeTitle.inSentence(table.biomarker)) differs between '\(table.arm)' and '\(table.against)' for "
        + "\(ForecastText.number(100 * table.alteredShare)) % of the weight: the treatment has begun to act, so that it is no "
        + "baseline. Strata are those of '\(table.against)'."
    }
  }
}
