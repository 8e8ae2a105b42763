/// A white-matter tract of one side of the cord.
///
/// The first fifteen are the tracts of the PAM50 white-matter atlas (Levy et al. 2015,
/// doi:10.1016/j.neuroimage.2015.06.040) in the order of its files. `dorsalCorticospinal` exists in the rat,
/// whose corticospinal fibres run in the ventral part of the dorsal columns. `propriospinal` is the white
/// matter that no other tract claims; it lies as a shell around the grey matter.
public enum Tract: UInt8, Codable, Sendable, CaseIterable {
  /// Medial dorsal column: touch and position sense from the lower half of the body.
  case fasciculusGracilis = 0
  /// Lateral dorsal column: touch and position sense from the upper half of the body.
  case fasciculusCuneatus = 1
  /// Crossed corticospinal fibres of the lateral funiculus.
  case lateralCorticospinal = 2
  /// Ventral spinocerebellar tract; the atlas gives the whole spinocerebellar rim under this name.
  case ventralSpinocerebellar = 3
  /// Rubrospinal tract: vestigial in man, large in the rat.
  case rubrospinal = 4
  /// Lateral (medullary) reticulospinal tract.
  case lateralReticulospinal = 5
  /// Spinal lemniscus: spinothalamic and spinoreticular tracts (pain, temperature, crude touch).
  case spinothalamic = 6
  /// Spino-olivary tract.
  case spinoOlivary = 7
  /// Ventrolateral reticulospinal tract.
  case ventrolateralReticulospinal = 8
  /// Lateral vestibulospinal tract.
  case lateralVestibulospinal = 9
  /// Ventral reticulospinal tract.
  case ventralReticulospinal = 10
  /// Uncrossed corticospinal fibres of the ventral funiculus.
  case ventralCorticospinal = 11
  /// Tectospinal tract.
  case tectospinal = 12
  /// Medial (pontine) reticulospinal tract.
  case medialReticulospinal = 13
  /// Medial longitudinal fasciculus with the medial vestibulospinal tract.
  case medialLongitudinalFasciculus = 14
  /// Corticospinal fibres in the ventral part of the dorsal columns (rat).
  case dorsalCorticospinal = 15
  /// Fasciculus proprius and any other white matter that no atlas tract claims.
  case propriospinal = 16

  /// Number of tracts.
  @inlinable public static var count: Int { 17 }

  /// Name in words.
  public var name: String {
    switch self {
    case .fasciculusGracilis: "fasciculus gracilis"
    case .fasciculusCuneatus: "fasciculus cuneatus"
    case .lateralCorticospinal: "lateral corticospinal tract"
    case .ventralSpinocerebellar: "ventral spinocerebellar tract"
    case .rubrospinal: "rubrospinal tract"
    case .lateralReticulospinal: "lateral reticulospinal tract"
    case .spinothalamic: "spinal lemniscus (spinothalamic and spinoreticular tracts)"
    case .spinoOlivary: "spino-olivary tract"
    case .ventrolateralReticulospinal: "ventrolateral reticulospinal tract"
    case .lateralVestibulospinal: "lateral vestibulospinal tract"
    case .ventralReticulospinal: "ventral reticulospinal tract"
    case .ventralCorticospinal: "ventral corticospinal tract"
    case .tectospinal: "tectospinal tract"
    case .medialReticulospinal: "medial reticulospinal tract"
    case .medialLongitudinalFasciculus: "medial longitudinal fasciculus"
    case .dorsalCorticospinal: "dorsal corticospinal tract"
    case .propriospinal: "propriospinal white matter"
    }
  }
}
