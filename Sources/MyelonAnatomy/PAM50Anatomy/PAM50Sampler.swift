import MyelonFields

/// Fills slices of a model from the template.
struct PAM50Sampler {
  private let template: PAM50Anatomy
  private let grid: VoxelGrid
  private let codes: [Int]
  private var weights: [Float]

  init(template: PAM50Anatomy, grid: VoxelGrid) {
    self.template = template
    self.grid = grid
    codes = template.regions.indices.filter { !template.regions[$0].isEmpty }
    weights = [Float](repeating: 0, count: template.regions.count)
  }

  /// Samples slice `slice` and writes its voxels.
  mutating func fill(_ slice: Int, _ output: VoxelOutput) {
    for y in 0..<grid.ny {
      for x in 0..<grid.nx { fill(x, y, slice, output) }
    }
  }

  private mutating func fill(_ x: Int, _ y: Int, _ slice: Int, _ output: VoxelOutput) {
    let across = max(2, Int((grid.spacing.x / 0.25).rounded(.up)))
    let along = max(1, Int((grid.spacing.z / 0.5).rounded(.up)))
    var mask: Float = 0
    var grey: Float = 0
    var white: Float = 0
    var isTouched = false
    for k in 0..<along {
      let z = grid.origin.z + (Double(slice) + (Double(k) + 0.5) / Double(along) - 0.5) * grid.spacing.z
      let level = template.templateSlice(atZ: z)
      for j in 0..<across {
        let depth = grid.origin.y + (Double(y) + (Double(j) + 0.5) / Double(across) - 0.5) * grid.spacing.y
        let row = Int((depth / template.spacing.y + template.middleRow[level]).rounded())
        guard row >= 0, row < template.size.y else { continue }
        for i in 0..<across {
          let lateral =
            grid.origin.x + (Double(x) + (Double(i) + 0.5) / Double(across) - 0.5) * grid.spacing.x
          let column = Int(((lateral - template.firstX) / template.spacing.x).rounded())
          guard column >= 0, column < template.size.x else { continue }
          let voxel = (level * template.size.y + row) * template.size.x + column
          guard template.cord[voxel] > 0 else { continue }
          if !isTouched { clearWeights() }
          isTouched = true
          mask += 1
          grey += Float(template.grey[voxel])
          white += Float(template.white[voxel])
          for code in codes { weights[code] += Float(template.regions[code][voxel]) }
        }
      }
    }
    guard mask > 0 else { return }
    let voxel = grid.index(x, y, slice)
    let side = (grid.centre(x, y, slice).x < 0 ? Side.right : Side.left).rawValue
    let greyFraction = grey + white > 0 ? grey / (grey + white) : 0
    output.cord[voxel] = mask / Float(across * across * along)
    output.grey[voxel] = greyFraction
    let tract = largest(in: codes.filter { $0 < 34 }, side: side)
    let horn = largest(in: codes.filter { $0 >= 34 }, side: side)
    let tractCode = tract ?? 2 * Tract.propriospinal.rawValue + side
    output.region[voxel] = greyFraction >= 0.5 ? horn ?? tractCode : tractCode
    if greyFraction < 1 { output.tract[voxel] = tractCode }
  }

  private mutating func clearWeights() {
    for code in weights.indices { weights[code] = 0 }
  }

  /// Code of the region with most weight on a side; nil if none has any.
  private func largest(in codes: [Int], side: UInt8) -> UInt8? {
    var best: Int?
    for code in codes where UInt8(code & 1) == side && weights[code] > 0 {
      if let current = best, weights[current] >= weights[code] { continue }
      best = code
    }
    return best.map { UInt8($0) }
  }
}
