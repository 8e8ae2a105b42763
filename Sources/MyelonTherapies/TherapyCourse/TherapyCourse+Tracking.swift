import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonRandom

extension TherapyCourse {
  /// Iron of a freshly labelled cell, pg.
  var ironLoad: Double { Double(LabelledIron(parameters: context.parameters).picograms) }

  /// Tells the tracking of labelled agents that have died.
  ///
  /// - Parameters:
  ///   - slots: slots to look at.
  ///   - hours: only deaths after this time count.
  func recordDeaths(slots: Range<Int>, after hours: Double) {
    guard let tracking else { return }
    for slot in slots {
      let cell = graft.cell(slot)
      guard cell.condition != .alive, cell.death > Float(hours),
        graft.plan(cell.transplant).labels.contains(.iron)
      else { continue }
      tracking.recordDeath(voxel: cell.voxel, ironPicograms: iron(of: cell))
    }
  }

  /// Iron of an agent's cells, pg.
  private func iron(of cell: GraftCell) -> Float {
    LabelledIron(picograms: Float(ironLoad)).divided(times: cell.generation).picograms
      * Float(graft.cellsPerAgent(cell.transplant))
  }

  /// What the images of labelled cells would show at this moment, and what is true; nil when no cell is labelled.
  ///
  /// - Parameters:
  ///   - model: the cord.
  ///   - exposure: number of the image in the run, for its noise.
  /// - Returns: the images and the comparison of what they tell with the true survivors.
  public func trackingImage(
    _ model: LesionModel, exposure: Int
  ) -> (image: TrackingImage, comparison: TrackingComparison)? {
    guard let tracking else { return nil }
    var iron = [Float](repeating: 0, count: model.cord.grid.count)
    var reporter = iron
    var living = 0.0
    for slot in 0..<graft.agentCount {
      let cell = graft.cell(slot)
      guard cell.condition == .alive else { continue }
      let labels = graft.plan(cell.transplant).labels
      let cells = Float(graft.cellsPerAgent(cell.transplant))
      living += Double(cells)
      if labels.contains(.iron) { iron[cell.voxel] += self.iron(of: cell) }
      if labels.contains(.reporter) { reporter[cell.voxel] += cells }
    }
    let noise = TrackingNoise(seed: context.seed, exposure: UInt32(truncatingIfNeeded: exposure))
    let image = tracking.image(livingIron: iron, reporterCells: reporter, state: model.state, noise: noise)
    let comparison = tracking.comparison(
      day: model.clock.days, livingCells: living, livingIron: iron, reporterCells: reporter,
      state: model.state, noise: noise)
    return (image, comparison)
  }

  /// What is known of every living grafted cell, for single-cell tools.
  public func profile(_ model: LesionModel) -> CellProfile { graft.profile(model, ironLoad: ironLoad) }
}
