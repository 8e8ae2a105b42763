import MyelonAnatomy
import MyelonFields
import MyelonQuantities

/// Finds, for every voxel, what share of its axons is still joined to a cell body.
///
/// An axon is joined if it is uncut everywhere between its cell body and the voxel. Within a bundle the same
/// axons are taken to be the vulnerable ones at every level (large ones go first, AN66), so the joined share is
/// the running minimum of the uncut share from the side of the cell body. This is independent of the slice
/// thickness, unlike a product over slices. The result never feeds back into the uncut share, so damage cannot
/// creep sideways between bundles that share a voxel. The stump of a cut axon also dies back towards its cell body
/// (`Dieback`), so the joined share at a voxel is the running minimum a little way beyond it.
struct ConnectionSweep {
  private let bundles: FibreBundles
  private let dieback: Dieback
  private let spacing: Double
  private let slices: Int
  /// Number of bundle passages of each voxel.
  private let passages: [Float]

  init(cord: CordModel, parameters: ParameterTable) {
    bundles = cord.bundles
    dieback = Dieback(parameters)
    spacing = cord.grid.spacing.z
    slices = cord.grid.nz
    var passages = [Float](repeating: 0, count: cord.grid.count)
    for voxel in cord.bundles.voxel { passages[Int(voxel)] += 1 }
    self.passages = passages
  }

  /// Writes `connected` from `axons`.
  ///
  /// Shares are added up and divided once, so that a voxel whose bundles are all whole is exactly 1: a sum of
  /// rounded n-ths may fall short of 1, and an intact cord would degenerate.
  ///
  /// - Parameters:
  ///   - state: the fields.
  ///   - days: time after injury, for the dieback.
  func update(_ state: TissueState, days: Double) {
    let axons = state.pointer(.axons)
    let connected = state.pointer(.connected)
    for index in 0..<passages.count {
      connected[index] = passages[index] > 0 ? 0 : axons[index]
    }
    let retraction = Tract.allCases.map { Int((dieback.distance($0, days: days) / spacing).rounded()) }
    bundles.voxel.withUnsafeBufferPointer { voxel in
      for bundle in 0..<bundles.count {
        let first = bundle * slices
        let tract = bundles.tract[bundle]
        let ahead = retraction[Int(tract.rawValue)]
        var joined: Float = 1
        // Steps run away from the cell body; the minimum is taken `ahead` slices farther than it is written.
        for step in 0..<slices + ahead {
          if step < slices { joined = min(joined, axons[Int(voxel[first + slice(step, tract)])]) }
          guard step >= ahead else { continue }
          connected[Int(voxel[first + slice(step - ahead, tract)])] += joined
        }
      }
    }
    for index in 0..<passages.count where passages[index] > 1 { connected[index] /= passages[index] }
  }

  /// The slice that is so many steps from the end of the window on the side of the cell body.
  private func slice(_ step: Int, _ tract: Tract) -> Int {
    tract.isAscending ? slices - 1 - step : step
  }
}
