import MyelonAnatomy
import MyelonFields
import MyelonLesion

extension Scaffold {
  /// Writes what the scaffold does to the cord during the step that begins on `day`.
  ///
  /// - `.scaffold` gains the share that is left; together with other scaffolds it does not exceed the voxel. It is a
  ///   volume share: pores count, adhesion does not, because cavitation and diffusion depend on space alone.
  /// - `.matrix` is held between what the scaffold offers and what it leaves room for: with the filled share V and
  ///   the adhesion e, `V e <= matrix <= 1 - V (1 - e)`. Coated material brings its laminin at once, and the kernel,
  ///   which raises matrix in any scaffold, cannot lift an inert one above its own adhesion.
  /// - `.protection` gains the scaffold's at its border, `p <- 1 - (1 - p)(1 - q)`, fading as it goes.
  /// - `scaffoldTransport` becomes its own; with several scaffolds the last one counts for all.
  ///
  /// - Parameters:
  ///   - model: the cord; `.scaffold` and `.protection` must have been reset for this step.
  ///   - day: day after injury; before implantation nothing happens.
  public func prepare(_ model: LesionModel, day: Double) {
    guard day >= implant.day else { return }
    let left = Float(remaining(onDay: day))
    guard left > 0 else { return }
    let scaffold = model.state.mutableValues(.scaffold)
    let matrix = model.state.mutableValues(.matrix)
    let offered = Float(adhesion)
    for (voxel, share) in zip(voxels, share) {
      let index = Int(voxel)
      let filled = min(share * left, 1 - scaffold[index])
      scaffold[index] += filled
      matrix[index] = min(max(matrix[index], filled * offered), 1 - filled * (1 - offered))
    }
    let protection = model.state.mutableValues(.protection)
    for (voxel, share) in zip(border, borderShare) {
      let prevented = self.protection * share * left
      protection[Int(voxel)] = 1 - (1 - protection[Int(voxel)]) * (1 - prevented)
    }
    model.scaffoldTransport = transport
  }

  /// Its own voxels and their six neighbours in the cord, each with the largest share of scaffold in or beside it.
  static func border(
    _ voxels: [Int32], _ share: [Float], cord: CordModel
  ) -> (voxels: [Int32], share: [Float]) {
    let grid = cord.grid
    var largest: [Int32: Float] = [:]
    for (voxel, share) in zip(voxels, share) {
      let index = Int(voxel)
      let x = index % grid.nx
      let y = index / grid.nx % grid.ny
      let z = index / (grid.nx * grid.ny)
      let around = [
        (x, y, z), (x - 1, y, z), (x + 1, y, z), (x, y - 1, z), (x, y + 1, z), (x, y, z - 1), (x, y, z + 1),
      ]
      for (x, y, z) in around
      where x >= 0 && x < grid.nx && y >= 0 && y < grid.ny && z >= 0 && z < grid.nz {
        let beside = grid.index(x, y, z)
        guard cord.cordFraction[beside] > 0 else { continue }
        largest[Int32(beside)] = max(largest[Int32(beside)] ?? 0, share)
      }
    }
    let sorted = largest.sorted { $0.key < $1.key }
    return (sorted.map(\.key), sorted.map(\.value))
  }
}
