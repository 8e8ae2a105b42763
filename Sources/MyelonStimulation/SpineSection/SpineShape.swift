import Foundation
import MyelonAnatomy

/// How the parts of a vertebra and the trunk lie along the spine.
enum SpineShape {
  /// Shares of a level's height that pedicles take; between them lie the foramina (textbook: the upper half
  /// of the vertebra).
  static let pedicle = 0.12...0.55
  /// Shares of a level's height that the lamina takes; the rest is bridged by ligament.
  static let lamina = 0.3...0.95

  /// Dorsal epidural fat beside a lamina, mm: thin above T6, thick below T8, linear between.
  static func dorsalFat(_ column: VertebralColumn, _ sizes: SpineSizes, z: Double) -> Double {
    let start = column.levels.first { $0.name == "T6" }?.rostral ?? 0
    let end = column.levels.first { $0.name == "T8" }?.caudal ?? 1
    let share = min(1, max(0, (z - start) / (end - start)))
    return sizes.epiduralRostral + share * (sizes.epiduralDorsal - sizes.epiduralRostral)
  }

  typealias TrunkFactors = (width: Double, depth: Double, skinDepth: Double)

  /// Size of neck and trunk over that beside T12, at the middle of vertebrae.
  ///
  /// Assumed because no table was at hand: a neck of 120 x 130 mm, shoulders of 360 x 180 mm, a chest of 320
  /// x 220 mm and a pelvis of 340 x 210 mm for a trunk of 300 x 220 mm; the skin 40 mm behind the dura in
  /// mid-chest, 60 mm at L3.
  private static let trunkRows: [(level: String, width: Double, depth: Double, skinDepth: Double)] = [
    ("C3", 0.40, 0.60, 0.9), ("C7", 0.47, 0.65, 1.0), ("T2", 1.2, 0.82, 0.9), ("T6", 1.07, 1, 0.8),
    ("T12", 1, 1, 1),
    ("L3", 1, 0.95, 1.2), ("S1", 1.13, 0.95, 1.3),
  ]

  static func trunkFactors(_ column: VertebralColumn, species: Species, z: Double) -> TrunkFactors {
    // A rat's back is nearly straight and its trunk nearly even behind the neck.
    let rows = species == .human ? trunkRows : [("C3", 0.7, 0.7, 1), ("T6", 1, 1, 1)]
    let positions = rows.map { row in column.levels.first { $0.name == row.0 }?.middle ?? 0 }
    func curve(_ values: [Double]) -> Double {
      MonotoneCurve(positions: positions, values: values).value(at: z)
    }
    return (curve(rows.map(\.1)), curve(rows.map(\.2)), curve(rows.map(\.3)))
  }

  /// Caudal slope of a spinous process, mm a mm behind its lamina (textbook: steep in the mid-chest, level in
  /// the loins).
  private static func slope(_ level: VertebralLevel) -> Double {
    switch level.region {
    case .cervical: 0.3
    case .thoracic: 0.8
    case .lumbar: 0.15
    case .sacral: 0
    }
  }

  /// The midline plates of bone that cross position `z`: of the vertebra beside it and of those above.
  static func spines(
    _ column: VertebralColumn, _ sizes: SpineSizes, around index: Int, z: Double, ventral: Double,
    below limit: Double
  ) -> [SpineSection.Spine] {
    var result: [SpineSection.Spine] = []
    for level in column.levels[max(0, index - 2)...index] {
      let slope = slope(level)
      let middle = level.position(0.65)
      let half = 0.25 * level.height
      let reach = min(sizes.spinousLength, limit - ventral)
      var start = 0.0
      var end = reach
      if slope > 0 {
        start = max(0, (z - middle - half) / slope)
        end = min(reach, (z - middle + half) / slope)
      } else if abs(z - middle) > half {
        continue
      }
      guard end > start else { continue }
      result.append(
        SpineSection.Spine(
          ventral: ventral + start, dorsal: ventral + end, halfThickness: 0.5 * sizes.spinousThickness))
    }
    return result
  }
}
