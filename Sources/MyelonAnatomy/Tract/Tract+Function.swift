extension Tract {
  /// Whether the tract conducts towards the brain.
  ///
  /// Propriospinal fibres run both ways and count as not ascending.
  public var isAscending: Bool {
    switch self {
    case .fasciculusGracilis, .fasciculusCuneatus, .ventralSpinocerebellar, .spinothalamic, .spinoOlivary:
      true
    default:
      false
    }
  }

  /// Whether the tract holds corticospinal fibres.
  public var isCorticospinal: Bool {
    switch self {
    case .lateralCorticospinal, .ventralCorticospinal, .dorsalCorticospinal: true
    default: false
    }
  }

  /// Whether the tract holds reticulospinal fibres.
  public var isReticulospinal: Bool {
    switch self {
    case .lateralReticulospinal, .ventrolateralReticulospinal, .ventralReticulospinal, .medialReticulospinal:
      true
    default: false
    }
  }

  /// Whether the tract is a part of the dorsal columns that carries primary afferents.
  public var isDorsalColumn: Bool { self == .fasciculusGracilis || self == .fasciculusCuneatus }
}
