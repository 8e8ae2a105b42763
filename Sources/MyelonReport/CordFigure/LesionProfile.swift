import MyelonFields

/// Where the lesion of an arm lies: found from the living share of the tissue at all visits.
struct LesionProfile {
  /// Slices in which more than a fiftieth of the cord's section is not living tissue at some visit.
  let slices: ClosedRange<Int>?
  /// Mean column of the lost tissue, over all visits; nil when none was lost.
  let column: Double?

  /// - Parameters:
  ///   - tissue: living share of the tissue volume, over the visits.
  ///   - cord: the cord's part of each voxel.
  init(tissue: VolumeFile, cord: VolumeFile) {
    let plane = tissue.nx * tissue.ny
    var first: Int?
    var last = 0
    var lost = 0.0
    var moment = 0.0
    for visit in 0..<tissue.nt {
      for z in 0..<tissue.nz {
        var section = 0.0
        var lesion = 0.0
        for index in z * plane..<(z + 1) * plane {
          let part = Double(cord.voxels[index])
          guard part > 0 else { continue }
          let dead = part * Double(max(0, 1 - tissue.voxels[visit * plane * tissue.nz + index]))
          section += part
          lesion += dead
          moment += dead * Double(index % tissue.nx)
        }
        lost += lesion
        guard section > 0, lesion > 0.02 * section else { continue }
        first = min(first ?? z, z)
        last = max(last, z)
      }
    }
    slices = first.map { $0...max($0, last) }
    column = lost > 0 ? moment / lost : nil
  }

  /// The column of the sagittal plane: the midline, or the lesion's own plane when it lies well to one side.
  ///
  /// "Well" is an eighth of the cord's width, assumed because a lesion nearer than that still meets the
  /// midline.
  func sagittalColumn(in frame: CordFrame) -> (column: Double, isMidline: Bool) {
    let midline = -frame.grid.origin.x / frame.grid.spacing.x
    guard let column, abs(column - midline) > Double(frame.columns.count) / 8 else { return (midline, true) }
    return (column, false)
  }
}
