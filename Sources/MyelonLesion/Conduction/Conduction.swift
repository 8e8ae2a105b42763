import MyelonAnatomy
import MyelonFields
import MyelonStimulation

/// What share of each bundle's fibres conducts between the brain and each level of the cord.
///
/// A fibre conducts past a slice if it is uncut there and is myelinated, or remyelinated, or bare and one of those whose
/// bare stretch does not block (`BundleConduction`), and is not silenced for the time being by ischaemia or oxidative load. The
/// share that conducts from the brain to a level is the running
/// minimum over all slices rostral to it (the same nested order of vulnerability as in `ConnectionSweep`); it
/// serves descending fibres that end at that level and ascending fibres that start there.
///
/// What conducts now is split in two: what would conduct if every remyelinated fibre counted as bare (spared), and the
/// rest, which remyelination has brought back.
public struct Conduction: Sendable {
  /// Number of slices.
  public let sliceCount: Int
  /// Conducting share, bundle-major: entry `bundle * sliceCount + slice`.
  public let share: [Float]
  /// The part of `share` that would conduct if remyelinated fibres counted as bare; never above `share`.
  public let sparedShare: [Float]
  /// `share` without block and silence: the share that is uncut.
  public let uncut: [Float]

  /// Reads the conduction of a cord.
  ///
  /// - Parameters:
  ///   - model: the cord.
  ///   - block: what bare stretches block; nil for what the model's own parameters say.
  public init(_ model: LesionModel, block: AxonBlock? = nil) {
    let bundles = model.cord.bundles
    let slices = model.cord.grid.nz
    let columns = BundleColumns(model, block: block ?? model.axonBlock)
    var share = [Float](repeating: 0, count: bundles.count * slices)
    var sparedShare = share
    var uncut = share
    for bundle in 0..<bundles.count {
      let column = columns.read(bundle)
      var (conducting, spared, joined) = (Float(1), Float(1), Float(1))
      for slice in 0..<slices {
        joined = min(joined, column.uncut[slice])
        conducting = min(conducting, column.working[slice])
        spared = min(spared, column.workingWithoutRepair[slice])
        share[bundle * slices + slice] = conducting
        sparedShare[bundle * slices + slice] = spared
        uncut[bundle * slices + slice] = joined
      }
    }
    sliceCount = slices
    self.share = share
    self.sparedShare = sparedShare
    self.uncut = uncut
  }

  /// Mean share over the bundles of a tract and side at a slice, each bundle weighted by its axons.
  ///
  /// - Parameters:
  ///   - tract: the tract.
  ///   - side: its side in the cord.
  ///   - slice: level at which the fibres start or end.
  ///   - bundles: the bundles of the model that was read.
  /// - Returns: share between 0 and 1, or nil when the window has no such bundle.
  public func mean(_ tract: Tract, _ side: Side, slice: Int, bundles: FibreBundles) -> Double? {
    mean(of: share, tract, side, slice: slice, bundles: bundles)
  }

  /// Mean, as by `mean(_:_:slice:bundles:)`, of the part that conducts without remyelination.
  ///
  /// - Parameters:
  ///   - tract: the tract.
  ///   - side: its side in the cord.
  ///   - slice: level at which the fibres start or end.
  ///   - bundles: the bundles of the model that was read.
  /// - Returns: share between 0 and that mean, or nil when the window has no such bundle.
  public func sparedMean(_ tract: Tract, _ side: Side, slice: Int, bundles: FibreBundles) -> Double? {
    mean(of: sparedShare, tract, side, slice: slice, bundles: bundles)
  }

  /// Share of the fibres of a tract and side that are uncut through the whole window.
  ///
  /// - Parameters:
  ///   - tract: the tract.
  ///   - side: its side in the cord.
  ///   - bundles: the bundles of the model that was read.
  /// - Returns: share between 0 and 1, or nil when the window has no such bundle.
  public func spared(_ tract: Tract, _ side: Side, bundles: FibreBundles) -> Double? {
    mean(of: uncut, tract, side, slice: sliceCount - 1, bundles: bundles)
  }

  /// Mean of some bundle-major values at a slice, each bundle weighted by its axons.
  private func mean(
    of values: [Float], _ tract: Tract, _ side: Side, slice: Int, bundles: FibreBundles
  ) -> Double? {
    var sum = 0.0
    var weight = 0.0
    for bundle in bundles.indices(of: tract, side) {
      sum += Double(bundles.axonShare[bundle] * values[bundle * sliceCount + slice])
      weight += Double(bundles.axonShare[bundle])
    }
    return weight > 0 ? sum / weight : nil
  }
}
