extension BOIN12 {
  /// Ranks of desirability over all possible counts, for use at the bedside.
  ///
  /// - Parameter sizes: numbers of patients at a dose that can occur, 0 among them.
  /// - Returns: counts with their rank among admissible counts, 1 the least desirable, equal ones with their mean rank; nil if not
  ///   admissible.
  /// - Throws: `TrialDesignError` with everything that is wrong.
  public func rankedDesirability(sizes: [Int]) throws(TrialDesignError) -> [DesirabilityRank] {
    var findings = findings()
    for (index, size) in sizes.enumerated() {
      findings += TrialDesignError.count(size, 0...60, "sizes, entry \(index + 1)")
    }
    try TrialDesignError.require(findings)
    var ranks: [DesirabilityRank] = []
    for n in sizes {
      for toxicities in 0...n {
        for efficacies in 0...n {
          let isAdmissible =
            isSafe(patients: n, toxicities: toxicities) && isEffective(patients: n, efficacies: efficacies)
          ranks.append(
            DesirabilityRank(
              patients: n, toxicities: toxicities, efficacies: efficacies,
              desirability: desirability(patients: n, toxicities: toxicities, efficacies: efficacies),
              rank: isAdmissible ? 0 : nil))
        }
      }
    }
    let order = ranks.indices.filter { ranks[$0].rank != nil }
      .sorted { (ranks[$0].desirability, $0) < (ranks[$1].desirability, $1) }
    var first = 0
    while first < order.count {
      var last = first
      // Counts with the same sum of utilities have the same desirability up to rounding.
      while last + 1 < order.count,
        ranks[order[last + 1]].desirability - ranks[order[first]].desirability < 1e-12
      {
        last += 1
      }
      for place in first...last { ranks[order[place]].rank = Double(first + last) / 2 + 1 }
      first = last + 1
    }
    return ranks
  }

  /// The ranks for the first three cohorts as a table.
  ///
  /// - Returns: a row for each combination of counts; E where the dose may not be given.
  /// - Throws: `TrialDesignError` with everything that is wrong.
  public func decisionTable() throws(TrialDesignError) -> DesignTable {
    let sizes = (0...3).map { $0 * plan.cohortSize }.filter { $0 <= min(60, plan.maximumPatients) }
    let boundaries = boundaries
    return DesignTable(
      title: "\(name): rank of desirability", columns: ["patients", "toxicities", "efficacies", "rank"],
      rows: try rankedDesirability(sizes: sizes).map { entry in
        [
          String(entry.patients), String(entry.toxicities), String(entry.efficacies),
          entry.rank.map { Wording.decimal($0, $0 == $0.rounded() ? 0 : 1) } ?? "E",
        ]
      },
      notes: [
        "E: not to be given. Go down if toxicities/patients >= \(Wording.decimal(boundaries.deEscalationBoundary, 4)); "
          + "between \(Wording.decimal(boundaries.escalationBoundary, 4)) and that with \(comparisonPatients) patients or "
          + "more, take the higher rank of this dose and the one below; else of those and the one above.",
        "With \(explorationPatients) patients or more and nobody treated at the next dose, go there.",
      ])
  }

  /// Puts a decision into a sentence.
  ///
  /// - Parameters:
  ///   - decision: the decision.
  ///   - state: the state that it was taken in.
  ///   - engine: the engine that took it.
  /// - Returns: what was seen, against what it was held, what follows.
  public func explanation(of decision: DoseDecision, in state: DoseState, engine: BOIN12Engine) -> String {
    let dose = state.current ?? plan.startingDose
    let seen = Wording.seen(at: dose, state) + ", \(state.tally.efficacies(at: dose)) with efficacy"
    let worths = [dose - 1, dose, dose + 1].filter { 1...plan.doses ~= $0 }.map { near in
      "dose \(near) "
        + Wording.decimal(engine.desirability(near, state))
        + (engine.isAdmissible(near, state) ? "" : " (closed)")
    }
    let held = "desirability " + worths.joined(separator: ", ")
    switch decision.rule {
    case .deEscalate: return "\(seen); the rate of toxicity is too high: go down."
    case .lowestDose: return "\(seen); the rate of toxicity is too high, but dose 1 is the lowest: stay."
    case .exploration: return "\(seen); enough is known here and nobody has had dose \(dose + 1): go there."
    case .noneAdmissible: return "\(seen); no dose near by is both safe and effective enough: stop."
    case .enoughAtDose: return "\(seen); the dose has the \(plan.enoughAtDose ?? 0) patients asked for."
    case .nextEliminated: return "\(seen); the dose below is closed: stay."
    default: return "\(seen); \(held): take the highest."
    }
  }

  /// The dose selected in a state: the highest mean utility up to the maximum tolerated dose.
  ///
  /// - Parameter state: the trial at its end.
  /// - Returns: the selection with isotonic estimates of toxicity.
  /// - Throws: `TrialDesignError` with everything that is wrong.
  public func selection(after state: DoseState) throws(TrialDesignError) -> DoseSelection {
    let dose = try engine(for: state).selectedDose(state)
    return DoseSelection(
      dose: dose, toxicityEstimates: IsotonicEstimate(state.tally, limit: plan.doses).perDose(plan.doses),
      reason: dose.map {
        "Dose \($0) has the highest mean utility among admissible doses up to the one with toxicity nearest to "
          + "\(toxicityLimit)."
      } ?? "No treated dose is both safe and effective enough.")
  }
}
