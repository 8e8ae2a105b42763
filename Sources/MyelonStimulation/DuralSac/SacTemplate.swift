import MyelonAnatomy
import MyelonQuantities

/// Depths of fluid and its area along the cord before a person's own numbers and posture.
struct SacTemplate {
  var positions: [Double] = []
  var dorsal: [Double] = []
  var ventral: [Double] = []
  var area: [Double] = []
  let end: Double
  private let anatomy: CordAnatomy
  private let column: VertebralColumn

  init(anatomy: CordAnatomy, column: VertebralColumn, parameters: ParameterTable) {
    self.anatomy = anatomy
    self.column = column
    end = Self.middle(of: "S2", column)
    switch anatomy.species {
    case .human: addHuman()
    case .rat: addRat(parameters)
    }
  }

  private static func middle(of level: String, _ column: VertebralColumn) -> Double {
    (column.levels.first { $0.name == level } ?? column.levels[column.levels.count - 1]).middle
  }

  private func middle(of level: String) -> Double { Self.middle(of: level, column) }

  /// Depth dorsal and ventral to the cord, mm, and area of the fluid, mm2, by segment C1 to S3.
  ///
  /// Measured on the PAM50 template (De Leener et al. 2018, doi:10.1016/j.neuroimage.2017.10.041) as means
  /// over the slices of a spinal level, between the outermost rows of the cord's and the fluid's masks (0.5
  /// mm voxels, supine). The mask ends with the template at S4.
  private static let measured: [(dorsal: Double, ventral: Double, area: Double)] = [
    (8.63, 3.23, 301), (4.67, 4.21, 216), (3.03, 4.73, 189), (2.00, 4.11, 134), (2.30, 3.47, 118),
    (2.18, 3.11, 110), (2.11, 3.23, 107), (2.20, 4.14, 117), (2.43, 4.87, 120), (2.81, 4.30, 109),
    (3.70, 3.12, 101), (4.35, 2.37, 96), (4.50, 1.61, 90), (4.81, 1.20, 90), (4.84, 1.71, 93),
    (4.58, 2.63, 97), (4.50, 2.86, 102), (4.12, 2.88, 100), (4.00, 3.04, 100), (3.59, 3.54, 105),
    (3.78, 4.29, 127), (3.46, 5.10, 139), (3.00, 6.61, 162), (2.88, 7.60, 186), (3.03, 8.06, 194),
    (3.54, 9.43, 234), (4.10, 10.23, 257), (3.69, 10.62, 255),
  ]

  /// The sac of the cauda equina at the middle of vertebrae.
  ///
  /// Assumed because the template ends at L1/L2: tapering from there to S2 so that fluid and roots below
  /// T11/T12 fill about the 49.9 (SD 12.1) mL of Hogan et al. 1996 Anesthesiology 84:1341.
  private static let cauda: [(level: String, dorsal: Double, ventral: Double, area: Double)] = [
    ("L2", 4.2, 11.0, 255), ("L3", 4.2, 10.5, 235), ("L4", 4.0, 9.5, 205), ("L5", 3.6, 8.0, 170),
    ("S1", 2.4, 4.5, 80), ("S2", 0.8, 1.0, 5),
  ]

  private mutating func add(_ z: Double, _ dorsal: Double, _ ventral: Double, _ area: Double) {
    positions.append(z)
    self.dorsal.append(dorsal)
    self.ventral.append(ventral)
    self.area.append(area)
  }

  private mutating func addHuman() {
    for (segment, row) in zip(anatomy.segments, Self.measured) {
      add(segment.middle, row.dorsal, row.ventral, row.area)
    }
    for row in Self.cauda { add(middle(of: row.level), row.dorsal, row.ventral, row.area) }
  }

  private mutating func addRat(_ parameters: ParameterTable) {
    let dorsal = parameters["csf_dorsal_rat"]
    let ventral = parameters["csf_ventral_rat"]
    let lateral = parameters["csf_lateral_rat"]
    for segment in anatomy.segments {
      // Assumed because the sac does not taper with the conus: at least 2.8 mm wide and 2.4 mm deep, the rest
      // filled ventrally.
      let depth = max(segment.anteroposterior + dorsal + ventral, 2.4)
      let width = max(segment.lateral + 2 * lateral, 2.8)
      add(
        segment.middle, dorsal, depth - segment.anteroposterior - dorsal,
        Double.pi / 4 * depth * width - segment.area)
    }
    guard let last = anatomy.segments.last, let fluid = area.last, let deep = self.ventral.last else {
      return
    }
    // Tapers from the end of the cord to the sacrum.
    let start = last.middle
    for share in [0.25, 0.5, 0.75, 1.0] {
      let left = 1 - 0.8 * share
      add(
        start + share * (end - start), dorsal, max(0.1, deep * left), max(0.2, fluid * left))
    }
  }

  /// A person's dorsal depth over the template's.
  func factor(_ curve: MonotoneCurve, parameters: ParameterTable) -> MonotoneCurve {
    guard anatomy.species == .human else { return MonotoneCurve(positions: [0], values: [1]) }
    let anchors = [
      (middle(of: "C5"), "csf_dorsal_cervical"),
      (column.levels.first { $0.name == "T5" }?.caudal ?? middle(of: "T5"), "csf_dorsal_midthoracic"),
      (middle(of: "T11"), "csf_dorsal_T11"), (middle(of: "T12"), "csf_dorsal_T12"),
    ]
    return MonotoneCurve(
      positions: anchors.map(\.0), values: anchors.map { parameters[$0.1] / curve.value(at: $0.0) })
  }

  /// Ventral shift of the cord against lying supine, mm.
  ///
  /// Measured beside T11 and T12 only. Assumed elsewhere: none at T5/T6 and above, where the cord lies
  /// against the bodies already, and below T12 as there.
  func shift(parameters: ParameterTable, posture: SpinePosture) -> MonotoneCurve {
    guard anatomy.species == .human, posture == .prone else {
      return MonotoneCurve(positions: [0], values: [0])
    }
    return MonotoneCurve(
      positions: [middle(of: "T6"), middle(of: "T11"), middle(of: "T12")],
      values: [0, parameters["prone_shift_T11"], parameters["prone_shift_T12"]])
  }
}
