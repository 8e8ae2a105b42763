/// What images of one moment tell of a graft against what is true.
public struct TrackingComparison: Sendable, Hashable, Codable {
  /// Day after injury.
  public var day: Double
  /// Living grafted cells, as the model knows them.
  public var livingCells: Double
  /// Cells that a reader infers from the T2*-weighted image, at the iron of a freshly labelled cell.
  public var ironEstimate: Double
  /// Cells that the reader would infer if there were no label at all: blood products taken for iron.
  public var falsePositives: Double
  /// Cells that the reporter image shows.
  public var reporterEstimate: Double
  /// Iron of the label in living cells, pg.
  public var livingIron: Double
  /// Iron of the label in macrophages, pg.
  public var deadIron: Double
  /// Share of the label's iron that lies in voxels too dark to count, 0 to 1.
  public var voidShare: Double

  /// Share of the label's iron that dead cells left behind, 0 to 1; 0 without iron.
  public var deadIronShare: Double {
    let total = livingIron + deadIron
    return total > 0 ? deadIron / total : 0
  }

  /// Describes a row.
  public init(
    day: Double, livingCells: Double, ironEstimate: Double, falsePositives: Double, reporterEstimate: Double,
    livingIron: Double, deadIron: Double, voidShare: Double
  ) {
    self.day = day
    self.livingCells = livingCells
    self.ironEstimate = ironEstimate
    self.falsePositives = falsePositives
    self.reporterEstimate = reporterEstimate
    self.livingIron = livingIron
    self.deadIron = deadIron
    self.voidShare = voidShare
  }
}
