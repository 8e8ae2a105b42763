import MyelonSimulation
import MyelonTrials

/// Turns a protocol carried out on a virtual cohort into one page that a browser shows without any network.
///
/// The page says what was tried on whom, what nature does without therapy, what is true of the doses, and what trials conclude as
/// modelled and of a therapy that does nothing. It holds no script: charts are SVG. Everything that came from files is escaped.
public struct TrialReport: Sendable {
  private let result: VirtualTrialResult
  private let trial: TrialProtocol
  private let sources: TrialSources

  /// Describes a report.
  ///
  /// - Parameters:
  ///   - result: what came out.
  ///   - trial: the protocol that was carried out.
  ///   - sources: where the numbers come from.
  public init(_ result: VirtualTrialResult, of trial: TrialProtocol, sources: TrialSources = TrialSources()) {
    self.result = result
    self.trial = trial
    self.sources = sources
  }

  /// The page: a whole HTML document, in UTF-8 when written.
  public func html() -> String {
    PageFrame(
      name: result.trial, kind: "virtual trial", policy: PageFrame.staticPolicy,
      styles: PageStyle.patient + "\n" + PageStyle.sensitivity + "\n" + TrialStyle.all,
      head: TrialHead(result: result, trial: trial).html(), parts: parts,
      end: """
        <footer>\(TrialHead.warning)
        <p>Made by Myelon \(Markup.escape(ProgramVersion.current)). This page loads nothing from any network.</p>
        </footer>
        """
    ).html()
  }

  private var parts: [PageFrame.Part] {
    let provenance = TrialProvenance(result: result, trial: trial, sources: sources)
    let doses = TrialDoses(result: result, trial: trial)
    var parts: [PageFrame.Part] = [
      ("people", "People", "Who is enrolled", people),
      ("nature", "Nature", "What nature does", TrialNature(result: result).html()),
    ]
    if !doses.isEmpty { parts.append(("doses", "Doses", "What is true of the doses", doses.html())) }
    parts += [
      (
        "conclusions", "Conclusions", "What trials conclude",
        TrialConclusions(result: result, trial: trial).html()
      ),
      (
        "characteristics", "Characteristics", "Operating characteristics",
        TrialCharacteristics(result: result, trial: trial).html()
      ),
      ("protocol", "Protocol", "The protocol", TrialStages(trial: trial).html()),
      ("left-out", "Left out", "What the numbers leave out", provenance.notes()),
      ("made", "How it was made", "How it was made", provenance.html()),
    ]
    return parts
  }

  private var people: String {
    """
    \(TrialFlow(result, of: trial).html())
    <h3>Those who may take part, within everybody</h3>
    \(CohortPeople.key)
    \(CohortPeople(
      all: result.everybody, chosen: result.eligiblePeople,
      traits: [.age, .level, .grade, .firstGrade, .sex, .cause]).html())
    """
  }
}
