import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonStimulation

/// What share of propriospinal fibres conducts from one segment to another, with or without the brain.
///
/// `Conduction` counts from the brain on, so that nothing conducts below a transection. Propriospinal neurons below it
/// still reach each other: here the share is the minimum over the slices between the two segments of what is uncut
/// and not blocked for want of myelin, mean over the bundles of the side. Ways that pass the lesion always include the
/// slice of its centre.
struct PropriospinalConduction {
  private let layout: SegmentLayout
  private let sliceCount: Int
  /// Working share, bundle-major, of each side's bundles.
  private let working: [[Float]]
  private let shares: [[Float]]

  init(_ model: LesionModel, layout: SegmentLayout, block: AxonBlock) {
    self.layout = layout
    let bundles = model.cord.bundles
    let slices = model.cord.grid.nz
    sliceCount = slices
    let columns = BundleColumns(model, block: block, silenced: false)
    var working: [[Float]] = []
    var shares: [[Float]] = []
    for side in Side.allCases {
      var members = bundles.indices(of: .propriospinal, side)
      // An anatomy without such a tract: the whole white matter of the side stands in.
      if members.isEmpty { members = (0..<bundles.count).filter { bundles.side[$0] == side } }
      shares.append(members.map { bundles.axonShare[$0] })
      working.append(members.flatMap { columns.read($0).working })
    }
    self.working = working
    self.shares = shares
  }

  /// Conducting share from a segment above the lesion to one below.
  func across(from rostral: Int, to caudal: Int, _ side: Side) -> Double {
    share(
      min(layout.slices.above[rostral], layout.lesionSlice),
      max(layout.slices.below[caudal], layout.lesionSlice), side)
  }

  /// Conducting share from a segment below the lesion to the next one.
  func below(from segment: Int, _ side: Side) -> Double {
    guard layout.isInWindow(segment) || layout.isInWindow(segment + 1) else { return 1 }
    return share(layout.slices.below[segment], layout.slices.below[segment + 1], side)
  }

  private func share(_ first: Int, _ last: Int, _ side: Side) -> Double {
    let index = Int(side.rawValue)
    var sum = 0.0
    var weight = 0.0
    for (bundle, share) in shares[index].enumerated() {
      let start = bundle * sliceCount
      let narrowest = working[index][(start + min(first, last))...(start + max(first, last))].min() ?? 0
      sum += Double(share * narrowest)
      weight += Double(share)
    }
    return weight > 0 ? sum / weight : 0
  }
}
