import ISNCSCI
import MyelonAnatomy
import MyelonLesion
import MyelonRecovery
import MyelonSimulation
import MyelonTherapies

/// Which numbers are kept of each visit of a life.
public struct LifeOutcomes: OptionSet, Sendable, Hashable, Codable {
  /// Bits of the choice.
  public let rawValue: Int

  /// A choice from bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Scores, levels, hazards and measures of the lesion; always kept.
  public static let scores = LifeOutcomes([])
  /// Also every item of the examination as recorded (people only): 20 muscles, 112 points of sensation, two anal
  /// findings.
  public static let items = LifeOutcomes(rawValue: 1)

  /// One number of a visit.
  package struct Column: Sendable {
    package let name: String
    package let unit: String
    package let meaning: String
    package let value: @Sendable (ArmVisit) -> Double?

    init(
      _ name: String, _ unit: String, _ meaning: String, _ value: @escaping @Sendable (ArmVisit) -> Double?
    ) {
      self.name = name
      self.unit = unit
      self.meaning = meaning
      self.value = value
    }
  }

  /// The numbers of each visit of an arm, in order.
  package func columns(of scenario: Scenario, arm: Scenario.Arm) -> [Column] {
    let isHuman = scenario.subject.species == .human
    let treated = arm.therapies.isEmpty ? [] : Self.therapy
    return (isHuman ? Self.human + (contains(.items) ? Self.itemColumns : []) : Self.rat) + Self.lesion
      + Self.image + (isHuman ? Self.serum : []) + Self.hazards + treated
  }

  private static let lesion: [Column] = [
    Column("lesion_volume", "mm3", "dead, fibrotic and fluid-filled tissue") { $0.lesion.lesionVolume },
    Column("cavity_volume", "mm3", "fluid-filled space") { $0.lesion.cavityVolume },
    Column("lesion_length", "mm", "length of cord of which more than a twentieth of the section is lesion") {
      $0.lesion.lesionLength
    },
    Column(
      "spared_white_epicentre", "fraction", "smallest living, myelinated share of a section's white matter"
    ) { $0.lesion.sparedWhiteEpicentre },
  ]

  /// By the definitions of `ImageReading`.
  private static let image: [Column] = [
    Column("image_length", "mm", "length of the lesion in an image") { $0.image.length },
    Column("image_damage", "fraction", "largest share of a section that is lesion in an image") {
      $0.image.axialDamageRatio
    },
    Column("image_epicentre", "mm", "epicentre in an image, from the rostral end of C1") {
      $0.image.epicentre
    },
    Column("image_lateral", "half-diameters", "offset of the lesion in an image, left positive") {
      $0.image.lateral
    },
    Column("image_depth", "half-diameters", "offset of the lesion in an image, dorsal positive") {
      $0.image.depth
    },
    Column("dorsal_bridge", "mm", "midsagittal dorsal tissue bridge at its narrowest") {
      $0.image.dorsalBridge
    },
    Column("ventral_bridge", "mm", "midsagittal ventral tissue bridge at its narrowest") {
      $0.image.ventralBridge
    },
  ]

  private static let serum: [Column] = [
    Column("serum_nfl", "pg/mL", "neurofilament light chain in serum") { $0.serum?.neurofilament },
    Column("serum_gfap", "pg/mL", "glial fibrillary acidic protein in serum") {
      $0.serum?.glialFibrillaryProtein
    },
  ]

  private static let hazards: [Column] = [
    Column("allodynia_risk", "probability", "pain from light touch by misdirected sprouts of afferents") {
      $0.allodyniaRisk
    },
    Column("spasticity_risk", "probability", "spasticity by misdirected connections on motor circuits") {
      $0.spasticityRisk
    },
  ]

  /// Names of the numbers that only arms with a therapy yield.
  static var therapyNames: [String] { therapy.map(\.name) }

  private static let therapy: [Column] = [
    Column("graft_survival", "%", "living of placed cells") { $0.therapy.graftSurvival },
    Column("tumour_volume", "mm3", "clones that have grown from grafted cells") { $0.therapy.tumourVolume },
    Column(
      "graft_sprouting_risk", "probability", "allodynia or spasticity from sprouting that the graft drives"
    ) {
      $0.therapy.sproutingRisk
    },
    Column("infection_risk", "probability", "infection under immunosuppression by that day") {
      $0.therapy.infectionRisk
    },
  ]
}
