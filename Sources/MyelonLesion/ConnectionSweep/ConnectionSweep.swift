import MyelonAnatomy
import MyelonFields

/// Finds, for every voxel, what share of its axons is still joined to a cell body.
///
/// An axon is joined if it is uncut everywhere between its cell body and the voxel. Within a bundle the same
/// axons are taken to be the vulnerable ones at every level (large ones go first, AN66), so the joined share is
/// the running minimum of the uncut share from the side of the cell body. This is independent of the slice
/// thickness, unlike a product over slices. The result never feeds back into the uncut share, so damage cannot
/// creep sideways between bundles that share a voxel.
struct ConnectionSweep {
  private let bundles: FibreBundles
  private let slices: Int
  /// Number of bundle passages of each voxel.
  private let passages: [Float]

  init(cord: CordModel) {
    bundles = cord.bundles
    slices = cord.grid.nz
    var passages = [Float](repeating: 0, count: cord.grid.count)
    for voxel in cord.bundles.voxel { passages[Int(voxel)] += 1 }
    self.passages = passages
  }

  /// Writes `connected` from `axons`.
  ///
  /// Shares are added up and divided once, so that a voxel whose bundles are all whole is exactly 1: a sum of
  /// rounded n-ths may fall short of 1, and an intact cord would degenerate.
  func update(_ state: TissueState) {
    let axons = state.pointer(.axons)
    let connected = state.pointer(.connected)
    for index in 0..<passages.count {
      connected[index] = passages[index] > 0 ? 0 : axons[index]
    }
    bundles.voxel.withUnsafeBufferPointer { voxel in
      for bundle in 0..<bundles.count {
        let first = bundle * slices
        let isAscending = bundles.tract[bundle].isAscending
        var joined: Float = 1
        for step in 0..<slices {
          let slice = isAscending ? slices - 1 - step : step
          let index = Int(voxel[first + slice])
          joined = min(joined, axons[index])
          connected[index] += joined
        }
      }
    }
    for index in 0..<passages.count where passages[index] > 1 { connected[index] /= passages[index] }
  }
}
