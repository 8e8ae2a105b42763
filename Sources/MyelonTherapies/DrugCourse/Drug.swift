/// The drugs that the model knows.
public enum Drug: String, Sendable, Hashable, Codable, CaseIterable {
  /// Methylprednisolone sodium succinate.
  case methylprednisolone
  /// Minocycline.
  case minocycline
  /// Riluzole.
  case riluzole
  /// Tacrolimus (FK506).
  case tacrolimus
  /// Ciclosporin.
  case ciclosporin
  /// Antibody against the CD11d subunit of a leukocyte integrin.
  case antiCD11d = "anti-CD11d"
  /// Interleukin 10.
  case interleukin10 = "IL-10"
  /// Antibody against Nogo-A.
  case antiNogo = "anti-Nogo-A"
  /// Chondroitinase ABC.
  case chondroitinase
}
