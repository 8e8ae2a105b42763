import Foundation
import ISNCSCI
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import MyelonRecovery
import MyelonSimulation
import NIfTI

/// A made-up run with volumes on disk: an ellipsoid lesion that dies, scars and hollows out on a schedule.
///
/// Nothing in it is simulated; it only has the form of a run, so that the page can be made and looked at.
struct SampleRun {
  let isHuman: Bool
  /// Names of the arms and how severe each is, 0 to 1.
  var arms: [(name: String, severity: Double)]
  var name = "sample"
  var about = ""
  var level: String { isHuman ? "C5" : "T10" }
  var days: [Double] { isHuman ? [1, 3, 7, 14, 28, 84, 168, 365] : [1, 3, 7, 14, 28, 56] }
  /// Voxel edge, mm.
  var voxel: Double
  /// Gain of spared connections of stepping in the end, fold; nil without its column.
  var gain: Double?
  /// Place of the lesion's centre, half-diameters to the left and towards dorsal.
  var offset = SIMD2(0.0, 0.0)

  static func human(name: String = "C5 contusion", arms: [String] = ["untreated"]) -> SampleRun {
    SampleRun(
      isHuman: true, arms: arms.enumerated().map { ($1, 0.72 - 0.3 * Double($0)) }, name: name,
      about: "A 38-year-old with a C5 compression injury.", voxel: 2)
  }

  static func rat() -> SampleRun {
    SampleRun(
      isHuman: false,
      arms: [
        ("6.25 mm", 0.3), ("12.5 mm", 0.5), ("25 mm", 0.65), ("50 mm", 0.85), ("transection", 1.0),
      ],
      name: "Rat T10 weight drop",
      about: "The weight-drop heights of Basso, Beattie and Bresnahan (1996) at T10, and a transection.",
      voxel: 0.5)
  }

  /// Window, mm, and half-diameters, mm.
  private var length: Double { isHuman ? 70 : 22 }
  private var halfLateral: Double { isHuman ? 6.4 : 1.6 }
  private var halfDepth: Double { isHuman ? 4.0 : 1.2 }
  private var start: Double { isHuman ? 40 : 28 }
  private var epicentre: Double { start + length / 2 }

  var grid: VoxelGrid {
    func count(_ length: Double) -> Int { 2 * Int((length / 2 / voxel).rounded(.up)) }
    let nx = count(2 * halfLateral + 2 * voxel)
    let ny = count(2 * halfDepth + 2 * voxel)
    return VoxelGrid(
      nx: nx, ny: ny, nz: Int(length / voxel), spacing: SIMD3(repeating: voxel),
      origin: SIMD3(-Double(nx - 1) * voxel / 2, -Double(ny - 1) * voxel / 2, start + voxel / 2))
  }

  /// Writes the volumes and returns the record.
  func make(in directory: String) throws -> RunRecord {
    let grid = self.grid
    let affine = NIfTIAffine(spacing: -grid.spacing, origin: -grid.origin)
    func write(_ values: [Float], _ visits: Int, _ name: String) throws {
      let dimensions = [grid.nx, grid.ny, grid.nz] + (visits > 1 ? [visits] : [])
      try NIfTIVolume(dimensions: dimensions, voxels: values, affine: affine)
        .write(to: "\(directory)/\(name).nii.gz", compressionLevel: 1)
    }
    let points = (0..<grid.count).map { index in
      grid.centre(index % grid.nx, index / grid.nx % grid.ny, index / (grid.nx * grid.ny))
    }
    try write(points.map { Float(cord($0)) }, 1, "cord")
    try write(points.map { Float(grey($0)) }, 1, "grey")
    var records: [ArmRecord] = []
    for (number, arm) in arms.enumerated() {
      let slug = "arm-\(number)"
      try FileManager.default.createDirectory(
        atPath: "\(directory)/\(slug)", withIntermediateDirectories: true)
      var volumes: [String: String] = [:]
      let mixes = days.flatMap { day in
        points.map { tissue($0, day: day, severity: arm.severity) }
      }
      for (index, field) in Self.fields.enumerated() {
        let values = mixes.map { Float($0[index]) }
        volumes[field] = "\(slug)/\(field).nii.gz"
        try write(values, days.count, "\(slug)/\(field)")
      }
      records.append(record(arm.name, slug, arm.severity, volumes))
    }
    return runRecord(records)
  }

  private func cord(_ point: SIMD3<Double>) -> Double {
    let radius =
      (point.x / halfLateral) * (point.x / halfLateral) + (point.y / halfDepth) * (point.y / halfDepth)
    return min(1, max(0, (1 - radius.squareRoot()) * halfDepth / voxel + 0.5))
  }

  private func grey(_ point: SIMD3<Double>) -> Double {
    let u = abs(point.x) / halfLateral
    let v = point.y / halfDepth
    let isHorn = abs(u - 0.28 + 0.05 * v) < (v < 0 ? 0.16 : 0.08) && abs(v) < 0.62
    let isBridge = u < 0.28 && abs(v) < 0.14
    return isHorn || isBridge ? 0.95 : 0.03
  }

  /// Rises from 0 to 1 around a day.
  private func rise(_ day: Double, _ middle: Double, _ width: Double = 0.5) -> Double {
    1 / (1 + exp(-(log(day) - log(middle)) / width))
  }

  /// Names of the fields in the order of `tissue`.
  static let fields = [
    "tissue", "cavity", "fibrosis", "necrosis", "axons", "neurons", "myelin", "remyelination", "haemorrhage",
    "reactiveAstrocytes", "cspg", "perfusion", "inflammatoryMacrophages",
  ]

  private func tissue(_ point: SIMD3<Double>, day: Double, severity: Double) -> [Double] {
    let z = (point.z - epicentre) / ((0.9 + 1.6 * severity) * halfDepth * 1.6)
    let x = point.x / halfLateral - offset.x
    let y = (point.y - 0.08) / halfDepth - offset.y
    let wobble = 0.08 * sin(5 * z + 3 * x) + 0.05 * cos(9 * y + 4 * z)
    let radius = (x * x + y * y + z * z).squareRoot() + wobble
    func inside(_ size: Double, _ edge: Double) -> Double { 1 / (1 + exp((radius - size) / edge)) }
    let size = 0.25 + 0.75 * severity
    let core = inside(size * 0.62, 0.05) * grey(point) + inside(size * 0.55, 0.05)
    let dead = min(1, core * (0.5 + 0.5 * rise(day, 1.5)))
    let cavity = dead * 0.85 * rise(day, 22, 0.4) * inside(size * 0.5, 0.06)
    let fibrosis = (dead - cavity) * 0.5 * rise(day, 8, 0.3)
    let necrosis = max(0, dead - cavity - fibrosis) * (1 - 0.8 * rise(day, 25, 0.4))
    let living = 1 - cavity - fibrosis - necrosis
    let rim = inside(size * 0.95, 0.08) * (1 - inside(size * 0.5, 0.08))
    let axons = 1 - min(1, inside(size * 0.8, 0.06) * 0.95)
    let lost = inside(size * 1.05, 0.1) * (rise(day, 1, 0.3) - 0.55 * rise(day, 30, 0.5))
    return [
      living, cavity, fibrosis, necrosis, axons,
      1 - min(1, inside(size * 0.9, 0.07)), max(0, 1 - lost - 0.15 * rise(day, 20)),
      0.12 * lost * rise(day, 20), inside(size * 0.6, 0.1) * exp(-day / 9),
      2 * rim * rise(day, 7, 0.4),
      rim * rise(day, 8, 0.4) * (1.1 - 0.5 * rise(day, 90)),
      1 - inside(size, 0.1) * (0.9 - 0.5 * rise(day, 7)),
      inside(size, 0.1) * rise(day, 4, 0.3) * exp(-day / 80),
    ]
  }
}
