import MyelonAnatomy
import MyelonFields
import MyelonLesion

extension CellTracking {
  /// The images of the cord as it is now.
  ///
  /// - Parameters:
  ///   - livingIron: iron of living labelled cells, pg a voxel in grid order.
  ///   - reporterCells: living cells with the reporter gene, a voxel in grid order.
  ///   - state: the cord.
  ///   - noise: noise of the T2*-weighted image, or nil for an image without; the reporter image has none.
  /// - Returns: both images.
  public func image(
    livingIron: [Float], reporterCells: [Float], state: TissueState, noise: TrackingNoise? = nil
  ) -> TrackingImage {
    let count = cord.grid.count
    precondition(
      livingIron.count == count && reporterCells.count == count && state.grid.count == count,
      "Images need \(count) voxels: \(livingIron.count), \(reporterCells.count), \(state.grid.count)")
    var t2star = [Float](repeating: 0, count: count)
    for voxel in 0..<count {
      let clean = kinetics.signal(content(voxel, picograms: Double(livingIron[voxel]) + iron[voxel], state))
      t2star[voxel] = noise?.applied(to: clean, voxel: voxel, sigma: kinetics.noise) ?? clean
    }
    let perVolume = Float(1 / cord.grid.voxelVolume)
    let density = PointSpread(width: kinetics.reporterWidth).blurred(reporterCells, on: cord.grid)
      .map { $0 * perVolume }
    return TrackingImage(t2star: t2star, reporter: density)
  }

  /// What images of this moment tell, against the truth.
  ///
  /// The reader of the image knows the intact cord, the particles' relaxivity and the iron of a freshly labelled
  /// cell, and nothing of divisions, deaths or bleeding. Every mistake that follows is the method's.
  ///
  /// - Parameters:
  ///   - day: day after injury.
  ///   - livingCells: living grafted cells, labelled or not.
  ///   - livingIron: iron of living labelled cells, pg a voxel.
  ///   - reporterCells: living cells with the reporter gene, a voxel.
  ///   - state: the cord.
  ///   - noise: noise of the image, or nil for an image without.
  /// - Returns: one row of the comparison over time.
  public func comparison(
    day: Double, livingCells: Double, livingIron: [Float], reporterCells: [Float], state: TissueState,
    noise: TrackingNoise? = nil
  ) -> TrackingComparison {
    let image = image(
      livingIron: livingIron, reporterCells: reporterCells, state: state, noise: noise)
    var read = 0.0
    var falselyRead = 0.0
    var hidden = 0.0
    var living = 0.0
    for voxel in 0..<cord.grid.count {
      living += Double(livingIron[voxel])
      let outside = TrackingKinetics.Voxel(cord: cord.cordFraction[voxel], grey: cord.greyFraction[voxel])
      let reference = kinetics.signal(outside)
      let bare = kinetics.signal(content(voxel, picograms: 0, state))
      if image.t2star[voxel] < kinetics.noise { hidden += Double(livingIron[voxel]) + iron[voxel] }
      guard cord.cordFraction[voxel] > 0 else { continue }
      read += kinetics.inferredIron(signal: image.t2star[voxel], reference: reference)
      falselyRead += kinetics.inferredIron(signal: bare, reference: reference)
    }
    let volume = cord.grid.voxelVolume
    let cellsPerMillimolar = volume * TrackingKinetics.picogramsPerMillimolarCubicMillimetre / kinetics.load
    let total = living + ledger.held
    return TrackingComparison(
      day: day, livingCells: livingCells, ironEstimate: read * cellsPerMillimolar,
      falsePositives: falselyRead * cellsPerMillimolar,
      reporterEstimate: image.reporter.reduce(0) { $0 + Double($1) } * volume, livingIron: living,
      deadIron: ledger.held, voidShare: total > 0 ? hidden / total : 0)
  }

  /// What a voxel holds, with this much iron of the label in it.
  private func content(_ voxel: Int, picograms: Double, _ state: TissueState) -> TrackingKinetics.Voxel {
    let millimolar =
      picograms / (cord.grid.voxelVolume * TrackingKinetics.picogramsPerMillimolarCubicMillimetre)
    return TrackingKinetics.Voxel(
      cord: cord.cordFraction[voxel], grey: cord.greyFraction[voxel], cavity: state.values(.cavity)[voxel],
      oedema: state.values(.oedema)[voxel], blood: state.values(.haemorrhage)[voxel],
      haemosiderin: haemosiderin[voxel], iron: Float(millimolar))
  }
}
