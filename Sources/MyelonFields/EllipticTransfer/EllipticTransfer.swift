/// Joins an operator to the one on the next coarser grid.
///
/// The coarse operator has one conductance a face again: the fine lines across the face side by side, each
/// the resistances from the middle of one coarse cell to the middle of the other in series. Corrections are
/// interpolated along the same lines, so that the flux is continuous across jumps of the conductivity
/// (operator-dependent interpolation in the manner of Alcouffe, Brandt, Dendy and Painter 1981,
/// doi:10.1137/0902035, on cell centres); residuals are summed with the transpose, so the cycle stays
/// symmetric. For a uniform medium the weights are 1/4 for the cell's own parent and 1/4 for each of three
/// neighbours of it (Kwak 1999, doi:10.1137/S1064827597327310).
final class EllipticTransfer {
  let fine: EllipticOperator
  let coarse: EllipticOperator
  let mergings: [AxisMerging]

  /// Weights of the neighbouring parents along x, y and z in 1/256; their sum is at most 1.
  let weights: [UnsafeMutablePointer<UInt8>]
  /// Coarse cell along x of each fine cell of a row.
  let parents: UnsafeMutablePointer<Int32>
  /// The neighbouring coarse cell that a fine cell of a row leans to; the parent itself where there is none.
  let neighbours: UnsafeMutablePointer<Int32>

  /// Longest resistance within a pair, in resistances of the face beyond it, that counts.
  ///
  /// Keeps coarse cells joined that an insulating sheet cuts in two; assumed because 2 to 8 gave the same
  /// number of iterations.
  static let largestTerm: Float = 4

  /// Makes the next coarser operator and the transfer to it.
  init(fine: EllipticOperator, mergings: [AxisMerging], executor: SlabExecutor) {
    self.fine = fine
    self.mergings = mergings
    coarse = EllipticOperator(widths: mergings.map(\.widths))
    weights = (0..<3).map { _ in
      let pointer = UnsafeMutablePointer<UInt8>.allocate(capacity: fine.count)
      pointer.initialize(repeating: 0, count: fine.count)
      return pointer
    }
    parents = .allocate(capacity: fine.nx)
    neighbours = .allocate(capacity: fine.nx)
    for i in 0..<fine.nx {
      parents[i] = Int32(mergings[0].parents[i])
      neighbours[i] = Int32(Self.neighbour(i, mergings[0]))
    }
    coarse.executePlanes(executor) { plane in self.mergePlane(plane) }
    coarse.prepare(links: coarseLinks(), executor: executor)
    limitWeights(executor)
  }

  deinit {
    for pointer in weights { pointer.deallocate() }
    parents.deallocate()
    neighbours.deallocate()
  }

  /// Coarse cell beyond a fine cell's outer face: below for the lower of a pair, above for the upper.
  static func neighbour(_ i: Int, _ merging: AxisMerging) -> Int {
    let parent = merging.parents[i]
    guard merging.starts[parent + 1] - merging.starts[parent] == 2 else { return parent }
    let beyond = i == merging.starts[parent] ? parent - 1 : parent + 1
    return beyond >= 0 && beyond < merging.count ? beyond : parent
  }
}
