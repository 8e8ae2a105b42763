/// Which 3+3 design: the name alone does not say.
public enum ThreePlusThreeVariant: String, Codable, Sendable, Hashable, CaseIterable {
  /// When a dose is too toxic, the dose below is selected as it is, be it after 3 patients or 6.
  case noDeEscalation
  /// When a dose is too toxic, the dose below is filled to 6 patients; the selected dose always has 6, the highest one too.
  case sixAtSelected
  /// As `sixAtSelected`, but the highest dose is selected after no toxicity among its first 3 patients.
  case sixBelowToxic
}
