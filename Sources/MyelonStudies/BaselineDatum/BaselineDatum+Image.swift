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

  /// The data of a patient's images.
  ///
  /// - Parameters:
  ///   - image: measures of the lesion.
  ///   - suggestion: place of the lesion in the reference cord, or nil where levels are unknown.
  ///   - day: day after injury.
  /// - Returns: the data.
  static func data(of image: ImageMeasures, suggestion: InjurySuggestion?, day: Double) -> [BaselineDatum] {
    let length = suggestion?.length ?? image.length
    var data = [
      BaselineDatum(
        "lesion_length", unit: "mm", observed: length,
        deviation: max(leastLength, lengthShare * length), day: day, outcomes: ["image_length"]),
      BaselineDatum(
        "axial_damage", unit: "fraction", observed: image.axialDamageRatio, deviation: damageDeviation,
        day: day, outcomes: ["image_damage"]),
      BaselineDatum(
        "lesion_lateral", unit: "half-diameters", observed: image.lateral, deviation: offsetDeviation,
        day: day, outcomes: ["image_lateral"]),
      BaselineDatum(
        "lesion_depth", unit: "half-diameters", observed: image.depth, deviation: offsetDeviation, day: day,
        outcomes: ["image_depth"]),
    ]
    if let suggestion {
      data.append(
        BaselineDatum(
          "epicentre", unit: "mm", observed: suggestion.z, deviation: epicentreDeviation, day: day,
          outcomes: ["image_epicentre"]))
    }
    if let dorsal = image.bridges.dorsal {
      data.append(
        BaselineDatum(
          "dorsal_bridge", unit: "mm", observed: dorsal, deviation: bridgeDeviation, day: day,
          outcomes: ["dorsal_bridge"]))
    }
    if let ventral = image.bridges.ventral {
      data.append(
        BaselineDatum(
          "ventral_bridge", unit: "mm", observed: ventral, deviation: bridgeDeviation, day: day,
          outcomes: ["ventral_bridge"]))
    }
    return data
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
