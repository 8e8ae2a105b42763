import MyelonSimulation
import MyelonTrials

/// What the numbers of a trial's page leave out, and how they were made.
struct TrialProvenance {
  let result: VirtualTrialResult
  let trial: TrialProtocol
  let sources: TrialSources

  /// What the numbers leave out.
  func notes() -> String {
    let own = [
      "The model's own error is in none of the intervals: whether its people resemble patients has not been shown.",
      "Trials draw from a limited number of lives, so that rare courses are missing or appear again and again.",
      "People, sites and sponsors who learn during a trial, change it or break the protocol are not simulated.",
    ]
    let items = (result.notes + own).map { "<li>\(Markup.escape($0))</li>" }
    return "<ul class=\"left-out\">\(items.joined(separator: "\n"))</ul>"
  }

  /// How it was made.
  func html() -> String {
    var facts: [(name: String, value: String)] = [
      ("Protocol", "<code>\(Markup.escape(trial.path))</code>, \(Markup.escape(trial.name))"),
      ("Cohort", Markup.escape(result.cohort)),
    ]
    facts += sources.facts
    facts += [
      (
        "Trials",
        "\(TrialWords.count(result.settings.trials)) in each of \(result.worlds.count) worlds; trial i draws from the same streams in "
          + "both"
      ),
      ("Seed", "\(result.settings.seed)"),
      (
        "Intervals",
        "95\u{202F}%: Wilson's for shares, Student's for means; of simulation for trials, of sampling for people"
      ),
      ("Trials by", "Myelon \(Markup.escape(ProgramVersion.current))"),
    ]
    return """
      \(Markup.facts(facts))
      <h3>To make it again</h3>
      <p>The same files, version and seed give the same numbers to the last bit, with any number of threads.</p>
      \(sources.commandBlock)
      """
  }
}
