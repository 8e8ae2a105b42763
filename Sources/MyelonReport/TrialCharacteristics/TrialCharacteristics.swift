import MyelonStatistics
import MyelonTrialDesigns
import MyelonTrials

/// The operating characteristics: every number of both worlds with its Monte Carlo interval.
struct TrialCharacteristics {
  let result: VirtualTrialResult
  let trial: TrialProtocol

  /// The section's body.
  func html() -> String {
    let groups = [doseRows, expansionRows, comparisonRows, wholeRows].filter { !$0.rows.isEmpty }
    let rows = groups.flatMap { group in
      [
        "<th scope=\"rowgroup\" class=\"group\" colspan=\"\(result.worlds.count + 1)\">\(group.title)</th>"
      ] + group.rows
    }
    return """
      <p>Shares with Wilson's and means with Student's interval of 95\u{202F}% over n\u{202F}=\u{202F}\
      \(TrialWords.count(result.settings.trials)) trials in each world; they tell the error of simulation, not that of the model.</p>
      \(Markup.table(
        caption: "Operating characteristics", head: ["What"] + result.worlds.map { "#\(TrialWords.badge($0.truth))" }, rows: rows,
        classes: "characteristics"))
      \(remarks)
      """
  }

  private typealias Group = (title: String, rows: [String])

  private func row(_ title: String, _ cell: (TrialWorld) -> String) -> String {
    "<th scope=\"row\">\(title)</th>" + result.worlds.map { Markup.numberCell(cell($0)) }.joined()
  }

  private func share(_ title: String, _ count: (TrialWorld) -> (Int, Int)?) -> String {
    row(title) { world in
      EstimateText.percent(count(world).flatMap { TrialWords.share($0.0, of: $0.1) })
    }
  }

  private func mean(
    _ title: String, _ quantity: TrialDistribution.Quantity, dose: Int? = nil, scale: Double = 1,
    isShare: Bool = false
  ) -> String {
    row(title) { world in
      let part = result.distribution(quantity, dose: dose)?.part(world.truth)
      let mean = TrialWords.scaled(part?.mean, scale)
      return isShare ? EstimateText.percent(mean) : TrialWords.number(mean)
    }
  }

  private var doseRows: Group {
    guard trial.doseFinding != nil else { return ("Dose finding", []) }
    var rows = [share("no dose selected") { ($0.selected.first ?? 0, $0.trials) }]
    for (place, dose) in result.doses.enumerated() {
      let name = Markup.escape(dose.name)
      rows.append(
        share("\(name) selected") { world in
          world.selected.indices.contains(place + 1) ? (world.selected[place + 1], world.trials) : nil
        })
      rows.append(mean("patients at \(name)", .patients, dose: place + 1))
      rows.append(mean("toxicities at \(name)", .toxicities, dose: place + 1))
    }
    return ("Dose finding", rows)
  }

  private var expansionRows: Group {
    guard trial.expansion != nil else { return ("Expansion", []) }
    return (
      "Expansion",
      [
        share("reached") { world in world.expansion.map { ($0.reached, world.trials) } },
        share("stopped for harm") { world in world.expansion.map { ($0.stoppedForHarm, world.trials) } },
        share("without success") { world in world.expansion.map { ($0.withoutSuccess, world.trials) } },
        share("goes on") { world in world.expansion.map { ($0.success, world.trials) } },
        mean("people in it", .expansionPeople),
        row("gain of the motor score over its people, points") { TrialWords.signed($0.expansion?.gain) },
        mean("share with a better grade, mean over trials", .expansionConverted, isShare: true),
        mean("share of responders, mean over trials", .expansionResponders, isShare: true),
        share("claims improvement without controls, of those reached") { world in
          world.expansion.map { ($0.claims, $0.reached) }
        },
      ]
    )
  }

  private var comparisonRows: Group {
    guard let stage = trial.randomised else { return ("Comparison", []) }
    var rows = [
      share("reached") { ($0.compared, $0.trials) },
      share("significant benefit, of those reached") { world in
        world.comparison.map { (max(0, $0.successes.reduce(0, +) - world.harmful), $0.trials) }
      },
      share("significant harm, of those reached") { ($0.harmful, $0.compared) },
    ]
    let looks = stage.size.plan?.informationFractions.count ?? 1
    if looks > 1 {
      for look in 0..<looks {
        rows.append(
          share("success at look \(look + 1), of those reached") { world in
            world.comparison.flatMap {
              $0.successes.indices.contains(look) ? ($0.successes[look], $0.trials) : nil
            }
          })
        rows.append(
          share("stopped without success at look \(look + 1), of those reached") { world in
            world.comparison.flatMap { $0.stops.indices.contains(look) ? ($0.stops[look], $0.trials) : nil }
          })
      }
    }
    rows += [
      mean("estimated effect", .estimatedEffect),
      row("deviation of the estimates") { TrialWords.number($0.comparison.flatMap(Self.deviation)) },
      row("people analysed") { TrialWords.number($0.comparison?.people) },
      share("analyses without a result, of those reached") { world in
        world.comparison.map { ($0.failures, $0.trials) }
      },
    ]
    return ("Comparison with controls", rows)
  }

  /// Deviation of the estimated effects with its interval, σ (1 ± 1.96 / √(2 (n - 1))) as for normal numbers.
  private static func deviation(_ found: EfficacyCharacteristics) -> Estimate? {
    let analysed = found.trials - found.failures
    guard analysed > 2, found.effectDeviation.isFinite else { return nil }
    let error = found.effectDeviation / (2 * Double(analysed - 1)).squareRoot()
    return Estimate(value: found.effectDeviation, standardError: error)
  }

  private var wholeRows: Group {
    let verdict = TrialVerdict(result, of: trial)
    var rows = [
      row("success for the therapy, of all trials") { EstimateText.percent(verdict.benefits($0.truth)) },
      mean("people enrolled", .enrolled), mean("people screened for one enrolled", .screenedPerEnrolled),
    ]
    if result.worlds.contains(where: { $0.days != nil }) {
      rows.append(mean("duration, years", .days, scale: 1 / 365.25))
    }
    return ("Whole trial", rows)
  }

  private var remarks: String {
    guard result.worlds.contains(where: { $0.harmful > 0 }) else { return "" }
    return
      "<p class=\"small\">A two-sided test succeeds in either direction; here benefit and harm are told apart, while "
      + "<code>comparison.successes</code> in <code>trial.json</code> counts both.</p>"
  }
}
