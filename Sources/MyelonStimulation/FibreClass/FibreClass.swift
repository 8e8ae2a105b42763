/// Kinds of fibres that stimulation may reach.
public enum FibreClass: String, Sendable, Hashable, Codable, CodingKeyRepresentable, CaseIterable {
  /// Muscle spindle primary and tendon organ afferents (group I) in a dorsal root.
  case groupI = "group-I"
  /// Group II and large cutaneous (Aβ) afferents in a dorsal root.
  case groupII = "group-II"
  /// Small myelinated (Aδ) afferents in a dorsal root.
  case smallAfferent = "A-delta"
  /// Unmyelinated (C) afferents in a dorsal root.
  case unmyelinatedAfferent = "C"
  /// Axons of alpha motoneurons in a ventral root.
  case alphaMotor = "alpha-motor"
  /// Axons of gamma motoneurons in a ventral root.
  case gammaMotor = "gamma-motor"
  /// Ascending branches in the dorsal columns.
  case dorsalColumn = "dorsal-column"
  /// Corticospinal axons.
  case corticospinal = "corticospinal"
  /// Axons that have regrown: thin, with thin or no myelin.
  case regenerated = "regenerated"

  /// Name in plain words.
  public var title: String {
    switch self {
    case .groupI: "group I afferents"
    case .groupII: "group II and Aβ afferents"
    case .smallAfferent: "Aδ afferents"
    case .unmyelinatedAfferent: "C afferents"
    case .alphaMotor: "alpha motor axons"
    case .gammaMotor: "gamma motor axons"
    case .dorsalColumn: "dorsal column fibres"
    case .corticospinal: "corticospinal fibres"
    case .regenerated: "regenerated axons"
    }
  }
}
