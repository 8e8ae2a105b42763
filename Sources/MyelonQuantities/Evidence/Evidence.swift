/// Where a number comes from.
///
/// Every parameter of the model carries one of these, so that a report can say how many of its inputs were
/// measured and how many had to be assumed, and so that a sensitivity study knows which to doubt first.
public enum Evidence: Sendable, Hashable, Codable {
  /// Measured or published; `source` names the paper (authors, journal, DOI where known), `note` says what
  /// was measured and whether the figure was seen in the source or recalled by an expert.
  case measured(source: String, note: String = "")
  /// Computed from other sourced numbers; `from` names them.
  case derived(from: String)
  /// Adjusted until the model reproduced published results; `to` names those results.
  case fitted(to: String)
  /// No usable source was found; `because` says why this value was taken.
  case assumed(because: String)

  /// One word for tables: `measured`, `derived`, `fitted` or `assumed`.
  public var kind: String {
    switch self {
    case .measured: "measured"
    case .derived: "derived"
    case .fitted: "fitted"
    case .assumed: "assumed"
    }
  }

  /// The source or the reason, as text for tables and reports.
  public var text: String {
    switch self {
    case .measured(let source, let note): note.isEmpty ? source : "\(source) (\(note))"
    case .derived(let from): from
    case .fitted(let to): to
    case .assumed(let because): because
    }
  }
}
