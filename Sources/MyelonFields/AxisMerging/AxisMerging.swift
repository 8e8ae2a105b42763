/// Which neighbouring cells of an axis become one on the next coarser grid.
///
/// Only cells that are narrow against the narrowest of the grid are paired, so that stretched grids grow even
/// as they get coarser: where cells are long and thin the short edges are doubled first, which is what a
/// point smoother needs (semi-coarsening, cell by cell along each axis).
struct AxisMerging: Sendable {
  /// First fine cell of each coarse cell, and the number of fine cells at the end.
  let starts: [Int]
  /// Edges of the coarse cells.
  let widths: [Double]
  /// Part of a pair's resistance that lies between the pair's middle and a fine cell's centre, one a fine
  /// cell.
  ///
  /// 0 for a cell that stays alone.
  let shares: [Float]
  /// Coarse cell of each fine cell.
  let parents: [Int]

  /// Number of coarse cells.
  var count: Int { widths.count }

  /// Pairs neighbours from the low end, as long as the pair is not wider than the limit.
  init(widths fine: [Double], limit: Double) {
    var starts: [Int] = []
    var widths: [Double] = []
    var shares = [Float](repeating: 0, count: fine.count)
    var parents = [Int](repeating: 0, count: fine.count)
    var i = 0
    while i < fine.count {
      starts.append(i)
      parents[i] = starts.count - 1
      if i + 1 < fine.count, fine[i] + fine[i + 1] <= limit {
        let sum = fine[i] + fine[i + 1]
        shares[i] = Float(fine[i + 1] / sum)
        shares[i + 1] = Float(fine[i] / sum)
        parents[i + 1] = starts.count - 1
        widths.append(sum)
        i += 2
      } else {
        widths.append(fine[i])
        i += 1
      }
    }
    starts.append(fine.count)
    self.starts = starts
    self.widths = widths
    self.shares = shares
    self.parents = parents
  }

  /// Merging along the three axes of a grid; nil if no axis can be shortened.
  ///
  /// - Parameters:
  ///   - widths: edges along the three axes.
  ///   - slack: widest pair in edges of the narrowest cell; 2 pairs only the narrowest, larger values coarsen faster and leave
  ///     longer cells. Raised where too few cells would be paired.
  /// - Returns: one merging an axis.
  static func along(_ widths: [[Double]], slack: Double) -> [AxisMerging]? {
    let cells = widths.reduce(1) { $0 * $1.count }
    guard let narrowest = widths.filter({ $0.count > 1 }).joined().min() else { return nil }
    var limit = slack * narrowest * (1 + 1e-9)
    while true {
      let mergings = widths.map { AxisMerging(widths: $0, limit: limit) }
      let coarse = mergings.reduce(1) { $0 * $1.count }
      // Assumed because a grid that hardly shrinks costs as much as the one above it.
      if Double(coarse) <= 0.65 * Double(cells) || mergings.allSatisfy({ $0.count == 1 }) { return mergings }
      limit *= 1.4
    }
  }
}
