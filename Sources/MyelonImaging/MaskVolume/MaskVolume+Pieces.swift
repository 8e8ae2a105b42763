extension MaskVolume {
  /// Numbers of voxels of the connected pieces, largest first; voxels that share a corner are connected.
  public var pieces: [Int] { labelledPieces().sizes.sorted(by: >) }

  /// The mask with every piece but the largest taken out.
  func largestPiece() -> MaskVolume {
    let (labels, sizes) = labelledPieces()
    guard let largest = sizes.indices.max(by: { sizes[$0] < sizes[$1] }), sizes.count > 1 else { return self }
    var values = values
    for index in values.indices where labels[index] > 0 && labels[index] != Int32(largest + 1) {
      values[index] = 0
    }
    return MaskVolume(self, values: values, voxelCount: sizes[largest])
  }

  private init(_ other: MaskVolume, values: [Float], voxelCount: Int) {
    role = other.role
    size = other.size
    affine = other.affine
    inverse = other.inverse
    voxelSizes = other.voxelSizes
    voxelVolume = other.voxelVolume
    self.values = values
    self.voxelCount = voxelCount
    valueSum = values.reduce(0) { $0 + Double($1) }
  }

  /// Number of the piece of each voxel, from 1, and the pieces' sizes.
  private func labelledPieces() -> (labels: [Int32], sizes: [Int]) {
    var labels = [Int32](repeating: 0, count: values.count)
    var sizes: [Int] = []
    var stack: [Int32] = []
    // The box has a margin, so a neighbour of a voxel of the mask is in the box.
    let steps = Self.neighbours(row: size.x, plane: size.x * size.y)
    for start in values.indices where values[start] >= Self.threshold && labels[start] == 0 {
      let label = Int32(sizes.count + 1)
      labels[start] = label
      stack.append(Int32(start))
      var count = 0
      while let index = stack.popLast() {
        count += 1
        for step in steps {
          let next = Int(index) + step
          if values[next] >= Self.threshold, labels[next] == 0 {
            labels[next] = label
            stack.append(Int32(next))
          }
        }
      }
      sizes.append(count)
    }
    return (labels, sizes)
  }

  /// Steps to the 26 voxels that share a face, an edge or a corner.
  private static func neighbours(row: Int, plane: Int) -> [Int] {
    var steps: [Int] = []
    for z in -1...1 {
      for y in -1...1 {
        for x in -1...1 where (x, y, z) != (0, 0, 0) { steps.append(z * plane + y * row + x) }
      }
    }
    return steps
  }
}
