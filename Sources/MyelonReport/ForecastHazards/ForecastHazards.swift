import MyelonStatistics
import MyelonStudies

/// The section "hazards": mean risks and harmful events of each arm at the last visit.
struct ForecastHazards {
  let forecast: Forecast

  private var names: [String] {
    var found: [String] = []
    for arm in forecast.arms {
      for risk in arm.risks where !found.contains(risk.name) { found.append(risk.name) }
    }
    return found
  }

  private var events: [(id: String, meaning: String)] {
    var found: [(id: String, meaning: String)] = []
    for arm in forecast.arms {
      for event in arm.events where event.isHazard && !found.contains(where: { $0.id == event.id }) {
        found.append((event.id, event.meaning))
      }
    }
    return found
  }

  /// Whether the study holds no hazard.
  var isEmpty: Bool { names.isEmpty && events.isEmpty }

  /// The section's body.
  func html() -> String {
    """
    <p>Risks are chances that each life states and none plays out: their mean is the probability. Events happen in a life or do not. A dash \
    means that the arm cannot have it.</p>
    \(table)
    \(rare)
    """
  }

  private var table: String {
    let risks = names.map { name in
      "<th scope=\"row\">\(OutcomeText.title(name))</th>"
        + forecast.arms.map { arm in
          Markup.numberCell(EstimateText.percent(arm.outcome(name)?.visits.last?.mean))
        }.joined()
    }
    let happenings = events.map { id, meaning in
      "<th scope=\"row\">\(OutcomeText.sentence(meaning))</th>"
        + forecast.arms.map { arm in
          Markup.numberCell(EstimateText.percent(arm.event(id)?.visits.last?.share.estimate))
        }.joined()
    }
    return Markup.table(
      caption: "Probability of harm up to the last visit; in small how well the ensemble knows it",
      head: ["Harm"] + forecast.arms.enumerated().map { "#\(ArmBadge.html($1.name, $0))" },
      rows: risks + happenings, classes: "outcomes")
  }

  /// What nothing seen does not exclude.
  private var rare: String {
    let none = forecast.arms.flatMap { arm in
      arm.events.filter(\.isHazard).compactMap { $0.visits.last?.share.estimate }
    }.filter { $0.value == 0 }.map(\.high).max()
    guard let none else { return "" }
    return "<p>An event that no life shows is not excluded: this ensemble cannot tell a probability of up to "
      + "\(EstimateText.probability(none)) from none. The rates behind rare events are themselves weakly known.</p>"
  }
}
