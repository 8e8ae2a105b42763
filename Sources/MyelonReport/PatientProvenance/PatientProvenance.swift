import MyelonStatistics
import MyelonStudies

/// The section "how it was made": members, method, version, what is weak, and how to make it again.
struct PatientProvenance {
  let report: PatientReport

  /// The section's body.
  func html() -> String {
    """
    \(Markup.facts(facts))
    <h3>What is weak</h3>
    <ul>\(weak.map { "<li>\($0)</li>" }.joined())</ul>
    <h3>To make it again</h3>
    <p>The same scenario, version and seed give the same numbers to the last bit, with any number of threads.</p>
    \(commands)
    \(scenario)
    """
  }

  private var facts: [(name: String, value: String)] {
    var items: [(name: String, value: String)] = []
    if let fit = report.fit {
      items += [
        ("Fit", "Myelon \(Markup.escape(fit.version)), \(Markup.escape(fit.report.method))"),
        (
          "Lives for the fit",
          "\(NumberText.short(Double(fit.report.simulations), digits: 7)), of which \(fit.report.failures) failed"
        ),
        (
          "Draws",
          "\(fit.draws.count), worth \(NumberText.short(fit.report.effectiveSize, digits: 4)) equally weighted ones"
        ),
      ]
    }
    guard let forecast = report.shownForecast else { return items }
    let members = forecast.members
    items += [
      (
        "Forecast",
        "Myelon \(Markup.escape(forecast.programVersion)), study \(Markup.escape(forecast.identityHash))"
      ),
      (
        "Lives",
        "\(members.total): \(members.lived) lived\(members.weightless > 0 ? ", \(members.weightless) without weight" : ""), "
          + "\(members.failed) failed (\(EstimateText.probability(members.failedShare)) of the weight)"
          + (members.unfinished > 0 ? ", \(members.unfinished) not ended" : "")
      ),
      (
        "Effective size",
        "\(NumberText.short(members.effectiveSize, digits: 4)); the heaviest life carries "
          + EstimateText.probability(members.largestShare)
      ),
      ("Weights", members.areWeighted ? "those of the study" : "none: all lives count alike"),
      ("Set against", Markup.escape(forecast.reference)),
      (
        "Intervals",
        "\(NumberText.percent(forecast.settings.confidence)): Wilson's at the effective size for probabilities, Student's for means, "
          + "percentiles of \(forecast.settings.replicates) bootstrap replicates for comparisons"
      ),
      ("Seed", "\(forecast.seed)"),
    ]
    for failure in members.failures {
      items.append(("Failed", "\(failure.count): \(Markup.escape(failure.reason))"))
    }
    return items
  }

  private var weak: [String] {
    var items = [
      "The model's own error is in none of the intervals. Whether its lives resemble those of patients has not been shown.",
      "Parameters that were not varied are held at one value, so ranges are a lower bound of what is not known.",
      "Intervals in small say how well this many lives know a number; more lives narrow them and make nothing truer.",
      "Examiners' errors are drawn anew at each visit, alike in all arms; a change from the first visit holds both visits' errors.",
    ]
    if report.fit != nil {
      items.append(
        "That the baseline is reproduced is needed for a forecast and does not make it right: many injuries give the same "
          + "examination.")
    }
    return items
  }

  private var commands: String {
    guard !report.commands.isEmpty else { return "" }
    return
      "<pre class=\"command\"><code>\(report.commands.map(Markup.escape).joined(separator: "\n"))</code></pre>"
  }

  private var scenario: String {
    let text = report.fit?.scenario ?? report.forecast?.scenario ?? ""
    guard !text.isEmpty else { return "" }
    return
      "<details><summary>The scenario as read</summary>\n<pre class=\"scenario\"><code>\(Markup.escape(text))</code></pre></details>"
  }
}
