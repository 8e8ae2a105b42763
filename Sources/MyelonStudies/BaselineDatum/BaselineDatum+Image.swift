import Foundation
import MyelonImaging
import MyelonSimulation

extension BaselineDatum {
  // All assumed: no study compares this model's lesions with images. Each is about what two readers differ by, and what a
  // smooth model of a ragged lesion is off by.
  private static let lengthShare = 0.2
  private static let leastLength = 2.0
  private static let damageDeviation = 0.12
  private static let offsetDeviation = 0.15
  private static let epicentreDeviation = 3.0
  private static let bridgeDeviation = 0.7
  /// Deviation of the logarithm of a protein in serum between people with the same lesion.
  private static let serumDeviation = 0.6

  /// What an image says of a lesion; nil where it does not.
  struct Seen {
    var length: Double
    var damage: Double
    var lateral: Double
    var depth: Double
    var epicentre: Double?
    var dorsalBridge: Double?
    var ventralBridge: Double?
  }

  /// The data of a patient's images.
  ///
  /// - Parameters:
  ///   - image: measures of the lesion.
  ///   - suggestion: place of the lesion in the reference cord, or nil where levels are unknown.
  ///   - day: day after injury.
  /// - Returns: the data.
  static func data(of image: ImageMeasures, suggestion: InjurySuggestion?, day: Double) -> [BaselineDatum] {
    data(
      of: Seen(
        length: suggestion?.length ?? image.length, damage: image.axialDamageRatio, lateral: image.lateral,
        depth: image.depth, epicentre: suggestion?.z, dorsalBridge: image.bridges.dorsal,
        ventralBridge: image.bridges.ventral), day: day)
  }

  /// The data of what was seen in an image.
  static func data(of seen: Seen, day: Double) -> [BaselineDatum] {
    let measured: [(String, String, Double?, Double, String)] = [
      ("lesion_length", "mm", seen.length, max(leastLength, lengthShare * seen.length), "image_length"),
      ("axial_damage", "fraction", seen.damage, damageDeviation, "image_damage"),
      ("lesion_lateral", "half-diameters", seen.lateral, offsetDeviation, "image_lateral"),
      ("lesion_depth", "half-diameters", seen.depth, offsetDeviation, "image_depth"),
      ("epicentre", "mm", seen.epicentre, epicentreDeviation, "image_epicentre"),
      ("dorsal_bridge", "mm", seen.dorsalBridge, bridgeDeviation, "dorsal_bridge"),
      ("ventral_bridge", "mm", seen.ventralBridge, bridgeDeviation, "ventral_bridge"),
    ]
    return measured.compactMap { name, unit, value, deviation, outcome in
      value.map {
        BaselineDatum(name, unit: unit, observed: $0, deviation: deviation, day: day, outcomes: [outcome])
      }
    }
  }

  /// The data of proteins in serum, compared by their logarithms.
  static func data(of serum: Scenario.Baseline.Serum) -> [BaselineDatum] {
    let measured = [
      ("serum_nfl", serum.neurofilament), ("serum_gfap", serum.glialFibrillaryProtein),
    ]
    return measured.compactMap { name, value in
      value.map {
        BaselineDatum(
          name, unit: "pg/mL", observed: log($0), deviation: serumDeviation, day: serum.day,
          outcomes: [name], form: .logarithm)
      }
    }
  }
}
