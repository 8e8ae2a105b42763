import MyelonFields

/// A voxelised cord beside the tables it should meet, a row a segment.
public struct CordReport: Sendable {
  /// A measured number beside the table's.
  public struct Comparison: Sendable, Hashable {
    /// Value in the model.
    public let model: Double
    /// Value in the table.
    public let table: Double

    /// Model minus table.
    public var difference: Double { model - table }
  }

  /// One segment, or the part of it that lies in the window.
  public struct Row: Sendable {
    /// Name of the segment.
    public let segment: String
    /// Slices of the segment in the window.
    public let sliceCount: Int
    /// Mean area of the cord, mm2.
    public let area: Comparison
    /// Grey fraction of the cord.
    public let greyFraction: Comparison
    /// Area of each tract of both sides as a fraction of the cord, by `Tract.rawValue`.
    public let tractFraction: [Comparison]
  }

  /// Species of the model.
  public let species: Species
  /// Rows from rostral to caudal.
  public let rows: [Row]

  /// Measures a model and sets it beside the tables of an anatomy of the same species.
  ///
  /// A tract's area counts the white part of the voxels whose dominant tract it is, so small tracts are coarse
  /// where voxels are. Table values hold at the middle of a segment and the model's are means over its slices.
  public init(model: CordModel, anatomy: CordAnatomy) {
    species = model.species
    var rows: [Row] = []
    for segment in anatomy.segments {
      let slices = model.segmentOfSlice.indices.filter { model.segmentOfSlice[$0] == segment.index }
      guard !slices.isEmpty else { continue }
      rows.append(Self.row(segment, slices: slices, model: model, anatomy: anatomy))
    }
    self.rows = rows
  }

  private static func row(
    _ segment: SpinalSegment, slices: [Int], model: CordModel, anatomy: CordAnatomy
  ) -> Row {
    let plane = model.grid.nx * model.grid.ny
    var cord = 0.0
    var grey = 0.0
    var tracts = [Double](repeating: 0, count: 256)
    for slice in slices {
      for voxel in (slice * plane)..<((slice + 1) * plane) where model.cordFraction[voxel] > 0 {
        let part = Double(model.cordFraction[voxel])
        let greyPart = part * Double(model.greyFraction[voxel])
        cord += part
        grey += greyPart
        tracts[Int(model.tractCode[voxel])] += part - greyPart
      }
    }
    let pixel = model.grid.spacing.x * model.grid.spacing.y
    let fractions = Tract.allCases.map { tract -> Comparison in
      let sum = tracts[2 * Int(tract.rawValue)] + tracts[2 * Int(tract.rawValue) + 1]
      return Comparison(
        model: sum / cord, table: 2 * anatomy.areaFraction(of: tract, inSegment: segment.index))
    }
    return Row(
      segment: segment.name, sliceCount: slices.count,
      area: Comparison(model: cord * pixel / Double(slices.count), table: segment.area),
      greyFraction: Comparison(model: grey / cord, table: segment.greyFraction), tractFraction: fractions)
  }
}
