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

  /// How the segments served by the fibres are laid out across the tract.
  ///
  /// Dorsal columns: legs and lower trunk medial, arms lateral (textbook). Spinothalamic: sacral fibres
  /// superficial and lateral, cervical ones deep and medial (textbook). Corticospinal: no layers of arm and
  /// leg in primates (Levi & Schwab 2022 J Neurosurg Spine 36:653; Lemon & Morecraft 2023 Brain). The other
  /// tracts count as unordered, assumed because no layering is established for them.
  public var somatotopicOrder: SomatotopicOrder {
    switch self {
    case .fasciculusGracilis, .fasciculusCuneatus: .sacralMedial
    case .spinothalamic: .sacralSuperficial
    default: .carriesAllLevels
    }
  }
}
