import Foundation

/// One dermatome region of half the body.
struct ChartRegion {
  var level: SpinalLevel?
  var outline: [ChartPoint]
  /// Where the label goes, or nil without label.
  var label: ChartPoint?
}
