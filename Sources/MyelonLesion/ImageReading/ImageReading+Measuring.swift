import MyelonAnatomy
import MyelonFields

extension ImageReading {
  /// Sums of one section, in voxels.
  private struct Section {
    var area = 0.0
    var lesion = 0.0
    var largest = 0.0
    /// First moments of the lesion about the section's centre, half-diameters.
    var lateral = 0.0
    var depth = 0.0

    var ratio: Double { area > 0 ? lesion / area : 0 }
  }

  /// Measures a cord.
  public init(_ model: LesionModel) {
    self.init()
    let cord = model.cord
    let grid = cord.grid
    let frame = SectionFrame(cord)
    let tissue = model.state.values(.tissue)
    var sections: [Section] = []
    var dorsal = Double.infinity
    var ventral = Double.infinity
    for z in 0..<grid.nz {
      let section = Self.section(z, cord: cord, frame: frame, tissue: tissue)
      sections.append(section)
      length += grid.spacing.z * section.largest
      guard section.area > 0 else { continue }
      let bridges = Self.bridges(z, cord: cord, frame: frame, tissue: tissue)
      dorsal = min(dorsal, bridges.dorsal)
      ventral = min(ventral, bridges.ventral)
    }
    dorsalBridge = dorsal.isFinite ? dorsal : 0
    ventralBridge = ventral.isFinite ? ventral : 0
    axialDamageRatio = sections.map(\.ratio).max() ?? 0
    locate(sections, grid: grid)
  }

  /// Epicentre and centroids, from the sections near the largest damage.
  private mutating func locate(_ sections: [Section], grid: VoxelGrid) {
    let limit = Self.epicentreShare * axialDamageRatio
    let near = sections.indices.filter { sections[$0].area > 0 && sections[$0].ratio >= limit }
    guard let first = near.first, let last = near.last else { return }
    epicentre = grid.origin.z + grid.spacing.z * Double(first + last) / 2
    let lesion = near.reduce(0) { $0 + sections[$1].lesion }
    guard lesion > 0 else { return }
    lateral = near.reduce(0) { $0 + sections[$1].lateral } / lesion
    depth = near.reduce(0) { $0 + sections[$1].depth } / lesion
  }

  private static func section(
    _ z: Int, cord: CordModel, frame: SectionFrame, tissue: UnsafeBufferPointer<Float>
  ) -> Section {
    let grid = cord.grid
    var section = Section()
    for y in 0..<grid.ny {
      let v = (Double(y) - frame.centreY[z]) / frame.halfY[z]
      for x in 0..<grid.nx {
        let index = grid.index(x, y, z)
        let part = Double(cord.cordFraction[index])
        guard part > 0 else { continue }
        let mask = mask(lost: 1 - Double(tissue[index]))
        section.area += part
        guard mask > 0 else { continue }
        section.lesion += part * mask
        // The rim's partial voxels are no measure of a lesion's length.
        if part > 0.5 { section.largest = max(section.largest, mask) }
        section.lateral += part * mask * (Double(x) - frame.centreX[z]) / frame.halfX[z]
        section.depth += part * mask * v
      }
    }
    return section
  }

  /// Spared tissue dorsal and ventral to the lesion along the midline of a section, mm.
  ///
  /// `∫ (1 - max m beyond) dy` from each surface inwards: with a sharp lesion the distance to it, with none the diameter.
  private static func bridges(
    _ z: Int, cord: CordModel, frame: SectionFrame, tissue: UnsafeBufferPointer<Float>
  ) -> (dorsal: Double, ventral: Double) {
    let grid = cord.grid
    let column = min(max(0, frame.centreX[z]), Double(grid.nx - 1))
    let left = min(Int(column), max(0, grid.nx - 2))
    let weight = grid.nx > 1 ? column - Double(left) : 0
    let right = min(left + 1, grid.nx - 1)
    func line(_ y: Int) -> (part: Double, mask: Double) {
      let (a, b) = (grid.index(left, y, z), grid.index(right, y, z))
      let part = (1 - weight) * Double(cord.cordFraction[a]) + weight * Double(cord.cordFraction[b])
      let lost = 1 - (1 - weight) * Double(tissue[a]) - weight * Double(tissue[b])
      return (part, part > 0 ? mask(lost: lost) : 0)
    }
    func spared(_ order: some Sequence<Int>) -> Double {
      var met = 0.0
      var sum = 0.0
      for y in order {
        let (part, mask) = line(y)
        met = max(met, mask)
        sum += part * (1 - met)
      }
      return sum * grid.spacing.y
    }
    return (spared((0..<grid.ny).reversed()), spared(0..<grid.ny))
  }
}
