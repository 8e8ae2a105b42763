extension NIfTIAffine {
  /// The world axis nearest to each voxel axis, and whether it runs with (+1) or against it (-1).
  ///
  /// The columns are scaled to unit length and replaced by the nearest orthogonal matrix (polar
  /// decomposition); voxel axes then choose, the most decided first, the world axis they mostly run along
  /// that is still free. The rule is that of nibabel's `io_orientation`, so that names agree. A singular
  /// affine has no axes: `nil`.
  var worldAxes: [(axis: Int, sign: Int)]? {
    guard let rotation = nearestRotation else { return nil }
    var entries = (0..<3).map { rotation.column($0) }
    let order = (0..<3).sorted { left, right in
      let a = (entries[left] * entries[left]).max()
      let b = (entries[right] * entries[right]).max()
      return a == b ? left < right : a > b
    }
    var result = [(axis: Int, sign: Int)](repeating: (0, 1), count: 3)
    for voxelAxis in order {
      var best = 0
      for world in 1..<3 where abs(entries[voxelAxis][world]) > abs(entries[voxelAxis][best]) { best = world }
      result[voxelAxis] = (best, entries[voxelAxis][best] < 0 ? -1 : 1)
      for other in 0..<3 { entries[other][best] = 0 }
    }
    return result
  }

  /// The direction each voxel axis runs towards, as in "RAS" or "LPI"; `nil` where the affine is singular.
  ///
  /// L and R are the patient's left and right, P and A posterior and anterior, I and S inferior and superior.
  /// The first letter says where the first index grows towards.
  public var axisCodes: String? {
    guard let axes = worldAxes else { return nil }
    return String(axes.map { Self.letters[$0.axis][$0.sign > 0 ? 1 : 0] })
  }

  /// Letters of the negative and the positive end of each world axis.
  static let letters: [[Character]] = [["L", "R"], ["P", "A"], ["I", "S"]]

  /// Reads axis codes such as "LPI".
  ///
  /// - Parameter codes: three letters, one for each world axis, in any order and case.
  /// - Returns: world axis and sign of each voxel axis.
  /// - Throws: `NIfTIError.invalidAxisCodes`.
  static func axes(of codes: String) throws(NIfTIError) -> [(axis: Int, sign: Int)] {
    var axes: [(axis: Int, sign: Int)] = []
    for letter in codes.uppercased() {
      guard let axis = letters.firstIndex(where: { $0.contains(letter) }) else {
        throw .invalidAxisCodes(found: codes)
      }
      axes.append((axis, letters[axis][1] == letter ? 1 : -1))
    }
    guard axes.count == 3, Set(axes.map(\.axis)).count == 3 else { throw .invalidAxisCodes(found: codes) }
    return axes
  }

  /// The orthogonal matrix nearest to the unit columns; `nil` where the affine is singular.
  ///
  /// Newton's iteration `R <- (R + R^-T) / 2` for the polar factor (Higham, SIAM J Sci Stat Comput 7:1160,
  /// 1986), which converges quadratically from any matrix that has an inverse.
  var nearestRotation: NIfTIAffine? {
    guard !isSingular else { return nil }
    let sizes = voxelSizes
    var current = NIfTIAffine(
      first: column(0) / sizes.x, second: column(1) / sizes.y, third: column(2) / sizes.z, translation: .zero)
    // Quadratic convergence needs about 6 rounds from a mild shear; 60 also cover the 20 halvings that bring
    // the largest singular value near 1 when the volume ratio is at its smallest, 1e-6.
    for _ in 0..<60 {
      let a = current.column(0)
      let b = current.column(1)
      let c = current.column(2)
      let determinant = current.determinant
      let next = NIfTIAffine(
        first: (a + b.cross(c) / determinant) / 2, second: (b + c.cross(a) / determinant) / 2,
        third: (c + a.cross(b) / determinant) / 2, translation: .zero)
      let change = zip(next.rowMajor, current.rowMajor).map { abs($0 - $1) }.max() ?? 0
      current = next
      if change < 1e-15 { break }
    }
    return current.isFinite ? current : nil
  }
}
