import MyelonAnatomy
import MyelonFields
import MyelonLesion

/// Which segment, side and horn a voxel belongs to, and which task each segment serves.
struct SegmentLayout: Sendable {
  let names: [String]
  /// Middle of each segment, mm.
  let middles: [Double]
  /// Length of the whole cord, mm.
  let cordLength: Double
  let taskOfSegment: [MotorTask]
  /// Segment that holds the lesion's centre.
  let lesionSegment: Int
  let lesionCentre: Double
  /// Slice of each segment's part above and below the lesion's centre, held to the ends of the window; the two differ
  /// in the lesion's own segment only.
  let slices: (above: [Int], below: [Int])
  /// Slice of the lesion's centre.
  let lesionSlice: Int

  private let anatomy: CordAnatomy
  private let cord: CordModel
  private let frame: SectionFrame
  /// Grey voxels below the lesion that serve each task, by `MotorTask.rawValue`.
  let circuits: [[Int32]]
  /// Ventral and intermediate grey voxels below the lesion.
  private let motorGrey: [Int32]

  init(cord: CordModel, lesionCentre: Double) {
    let anatomy = CordAnatomy.standard(cord.species)
    self.anatomy = anatomy
    self.cord = cord
    self.lesionCentre = lesionCentre
    names = cord.segmentNames
    middles = anatomy.segments.map(\.middle)
    cordLength = anatomy.length
    taskOfSegment = cord.segmentNames.map(MotorTask.served(by:))
    lesionSegment = anatomy.segmentIndex(atZ: lesionCentre)
    lesionSlice = cord.slice(atZ: lesionCentre)
    slices = Self.slices(cord, lesionSegment: lesionSegment, lesionSlice: lesionSlice)
    frame = SectionFrame(cord)
    var circuits = [[Int32]](repeating: [], count: MotorTask.allCases.count)
    var motorGrey: [Int32] = []
    let plane = cord.grid.nx * cord.grid.ny
    for voxel in 0..<cord.grid.count where cord.cordFraction[voxel] > 0 && cord.greyFraction[voxel] >= 0.5 {
      let slice = voxel / plane
      guard cord.position(ofSlice: slice) > lesionCentre else { continue }
      circuits[taskOfSegment[cord.segmentOfSlice[slice]].rawValue].append(Int32(voxel))
      if RegionCode(rawValue: cord.regionCode[voxel]).grey != .dorsalHorn { motorGrey.append(Int32(voxel)) }
    }
    self.circuits = circuits
    self.motorGrey = motorGrey
  }

  private static func slices(
    _ cord: CordModel, lesionSegment: Int, lesionSlice: Int
  ) -> (above: [Int], below: [Int]) {
    var above: [Int] = []
    var below: [Int] = []
    for segment in cord.segmentNames.indices {
      let own = cord.segmentOfSlice.indices.filter { cord.segmentOfSlice[$0] == segment }
      guard let low = own.first, let high = own.last else {
        let end = segment < (cord.segmentOfSlice.first ?? 0) ? 0 : cord.grid.nz - 1
        above.append(end)
        below.append(end)
        continue
      }
      let isSplit = segment == lesionSegment
      above.append(isSplit ? (low + lesionSlice) / 2 : (low + high) / 2)
      below.append(isSplit ? (lesionSlice + high + 1) / 2 : (low + high) / 2)
    }
    return (above, below)
  }

  /// Whether a segment has a part in the window.
  func isInWindow(_ segment: Int) -> Bool {
    (cord.segmentOfSlice.first ?? 0)...(cord.segmentOfSlice.last ?? 0) ~= segment
  }

  /// The fibre bundles of the window.
  var bundles: FibreBundles { cord.bundles }

  func segment(atZ z: Double) -> Int { anatomy.segmentIndex(atZ: z) }

  func hostTarget(_ voxel: Int) -> Connections.Target? {
    guard cord.cordFraction.indices.contains(voxel), cord.cordFraction[voxel] > 0 else { return nil }
    let grid = cord.grid
    let slice = voxel / (grid.nx * grid.ny)
    // Right is -x, and no voxel straddles the midline.
    let side: Side = voxel % grid.nx < grid.nx / 2 ? .right : .left
    return .host(
      segment: cord.segmentOfSlice[slice], side: side, horn: horn(voxel, slice: slice),
      isBelow: cord.position(ofSlice: slice) > lesionCentre)
  }

  private func horn(_ voxel: Int, slice: Int) -> GreyRegion {
    if let grey = RegionCode(rawValue: cord.regionCode[voxel]).grey { return grey }
    let row = Double(voxel / cord.grid.nx % cord.grid.ny)
    let depth = (row - frame.centreY[slice]) / frame.halfY[slice]
    // The intermediate zone is a band about the middle, a tenth of the section's depth up and down (assumed).
    return depth > 0.1 ? .dorsalHorn : depth < -0.1 ? .ventralHorn : .intermediateZone
  }

  /// A contact whose numbers and segment are those of this cord.
  func withinCord(_ contact: Connections.Contact) -> Connections.Contact {
    var result = contact
    result.day = Self.bounded(contact.day, by: 1e6)
    result.length = Self.bounded(contact.length, by: 1e4)
    result.myelin = Self.bounded(contact.myelin, by: 1)
    if case .host(let segment, let side, let horn, let isBelow) = contact.target {
      result.target = .host(
        segment: min(max(segment, 0), names.count - 1), side: side, horn: horn, isBelow: isBelow)
    }
    return result
  }

  /// A number held between 0 and a limit; 0 for one that is no number.
  static func bounded(_ value: Float, by limit: Float) -> Float { value > 0 ? min(value, limit) : 0 }

  /// `a / (a + K)` of a level that counts as 0 below 0.
  static func saturation(_ level: Float, _ half: Double) -> Double {
    let held = Double(max(0, level))
    return held / (held + half)
  }

  /// Mean saturation by BDNF of the motor grey matter below the lesion.
  func saturationByBDNF(of model: LesionModel, half: Double) -> Double {
    Self.meanSaturation(model.state.values(.bdnf), over: motorGrey, half: half)
  }

  private static func meanSaturation(
    _ values: UnsafeBufferPointer<Float>, over voxels: [Int32], half: Double
  ) -> Double {
    guard !voxels.isEmpty else { return 0 }
    let sum = voxels.reduce(0.0) { $0 + saturation(values[Int($1)], half) }
    return sum / Double(voxels.count)
  }
}
