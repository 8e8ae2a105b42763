/// A note about a whole table (`uns`).
public enum AnnDataNote: Sendable, Equatable {
  /// A text.
  case text(String)
  /// A finite number.
  case number(Double)
  /// A list of texts.
  case texts([String])
}
