/// Takes back what remyelination adds to the working axons of a voxel.
///
/// With m myelinated and r remyelinated axons, `working` holds the factor `1 - f_b (1 - m - r)+`; without remyelination
/// it would be `1 - f_b (1 - m)+`. Their ratio turns one into the other, so that the stress that silences axons is
/// found only once.
struct RemyelinationShare {
  private let myelin: UnsafeMutablePointer<Float>
  private let remyelination: UnsafeMutablePointer<Float>
  private let block: Float

  /// Reads a cord; valid as long as the cord lives and does not advance.
  init(_ model: LesionModel, blockProbability: Float) {
    myelin = model.state.pointer(.myelin)
    remyelination = model.state.pointer(.remyelination)
    block = blockProbability
  }

  /// Working axons of a voxel if its remyelinated axons were bare; at most `working`, and the same bits where nothing
  /// has remyelinated.
  func withoutRemyelination(_ working: Float, voxel: Int) -> Float {
    let repaired = remyelination[voxel]
    guard repaired > 0 else { return working }
    let now = 1 - block * max(1 - myelin[voxel] - repaired, 0)
    // Nothing conducts past a voxel that is wholly bare when every bare stretch blocks.
    guard now > 0 else { return 0 }
    return min(working, working * ((1 - block * max(1 - myelin[voxel], 0)) / now))
  }
}
