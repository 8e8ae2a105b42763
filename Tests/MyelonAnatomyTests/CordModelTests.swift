import MyelonFields
import NIfTI
import Testing

@testable import MyelonAnatomy

@Suite struct CordModelTests {
  static let windows: [(Species, Double, Double, Double)] = [
    (.human, 40, 90, 1), (.human, 55, 75, 0.5), (.human, 380, 440, 0.7), (.rat, 20, 30, 0.2),
    (.rat, 70, 94, 0.25),
  ]

  @Test("A parametric model is its own mirror image to the last bit", arguments: windows)
  func symmetry(species: Species, start: Double, end: Double, spacing: Double) throws {
    let model = try CordModel(
      anatomy: .standard(species), from: start, to: end, spacing: spacing)
    let grid = model.grid
    #expect(grid.nx % 2 == 0)
    #expect(abs(grid.centre(0, 0, 0).x + grid.centre(grid.nx - 1, 0, 0).x) < 1e-12)
    func mirrors(_ codes: [UInt8], _ right: Int, _ left: Int) -> Bool {
      codes[right] == 255 ? codes[left] == 255 : codes[right] ^ 1 == codes[left] && codes[left] & 1 == 1
    }
    var faults = 0
    for z in 0..<grid.nz {
      for y in 0..<grid.ny {
        for x in 0..<(grid.nx / 2) {
          let right = grid.index(x, y, z)
          let left = grid.index(grid.nx - 1 - x, y, z)
          let isMirrored =
            model.cordFraction[right] == model.cordFraction[left]
            && model.greyFraction[right] == model.greyFraction[left]
            && mirrors(model.regionCode, right, left) && mirrors(model.tractCode, right, left)
          faults += isMirrored ? 0 : 1
        }
      }
    }
    #expect(faults == 0)
    #expect(bundleFaults(model) == 0)
  }

  private func bundleFaults(_ model: CordModel) -> Int {
    let bundles = model.bundles
    let grid = model.grid
    let half = bundles.count / 2
    var faults = 0
    for bundle in 0..<half {
      let twin = half + bundle
      let isMirrored =
        bundles.side[bundle] == .right && bundles.side[twin] == .left
        && bundles.tract[bundle] == bundles.tract[twin] && bundles.u[bundle] == -bundles.u[twin]
        && bundles.v[bundle] == bundles.v[twin] && bundles.axonShare[bundle] == bundles.axonShare[twin]
      faults += isMirrored ? 0 : 1
      for slice in 0..<grid.nz {
        let right = bundles.voxel(of: bundle, inSlice: slice)
        let left = bundles.voxel(of: twin, inSlice: slice)
        let isTraced = right % grid.nx + left % grid.nx == grid.nx - 1 && right / grid.nx == left / grid.nx
        faults += isTraced ? 0 : 1
      }
    }
    return faults
  }

  @Test("Codes, fractions and the margin agree with each other", arguments: windows)
  func consistency(species: Species, start: Double, end: Double, spacing: Double) throws {
    let model = try CordModel(anatomy: .standard(species), from: start, to: end, spacing: spacing)
    let grid = model.grid
    var faults = 0
    for voxel in 0..<grid.count {
      let cord = model.cordFraction[voxel]
      let grey = model.greyFraction[voxel]
      let code = RegionCode(rawValue: model.regionCode[voxel])
      let x = voxel % grid.nx
      let y = voxel / grid.nx % grid.ny
      let isBorder = x == 0 || x == grid.nx - 1 || y == 0 || y == grid.ny - 1
      let isConsistent =
        (0...1).contains(cord) && (0...1).contains(grey) && (cord > 0) == (code != .outside)
        && (cord > 0 && grey < 1) == (model.tractCode[voxel] != 255)
        && (cord == 0 || code.isGrey == (grey >= 0.5)) && !(isBorder && cord > 0)
      faults += isConsistent ? 0 : 1
    }
    #expect(faults == 0)
    for slice in 0..<grid.nz {
      let segment = CordAnatomy.standard(species).segmentIndex(atZ: model.position(ofSlice: slice))
      #expect(model.segmentOfSlice[slice] == segment)
      #expect(model.slice(atZ: model.position(ofSlice: slice)) == slice)
    }
  }

  @Test("The number of threads does not change a bit")
  func threads() throws {
    let one = try CordModel(anatomy: .human(), from: 55, to: 75, spacing: 0.5)
    let three = try CordModel(
      anatomy: .human(), from: 55, to: 75, spacing: 0.5, executor: SlabExecutor(threads: 3))
    #expect(one.cordFraction == three.cordFraction && one.greyFraction == three.greyFraction)
    #expect(one.regionCode == three.regionCode && one.tractCode == three.tractCode)
    #expect(one.bundles.voxel == three.bundles.voxel)
  }

  @Test("Windows that cannot be voxelised are refused with what was wrong")
  func errors() {
    let human = CordAnatomy.human()
    #expect(throws: AnatomyError.emptyWindow(start: 5, end: 5)) {
      try CordModel(anatomy: human, from: 5, to: 5, spacing: 0.5)
    }
    #expect(throws: AnatomyError.self) { try CordModel(anatomy: human, from: .nan, to: 5, spacing: 0.5) }
    #expect(throws: AnatomyError.windowOutsideCord(start: 480, end: 500, cordLength: 472.5)) {
      try CordModel(anatomy: human, from: 480, to: 500, spacing: 0.5)
    }
    #expect(throws: AnatomyError.unusableSpacing(spacing: 0, largest: 6.25)) {
      try CordModel(anatomy: human, from: 0, to: 5, spacing: 0)
    }
    #expect(throws: AnatomyError.self) { try CordModel(anatomy: human, from: 0, to: 5, spacing: .infinity) }
    #expect(throws: AnatomyError.self) { try CordModel(anatomy: human, from: 0, to: 400, spacing: 1e-9) }
    #expect(throws: AnatomyError.self) { try CordModel(anatomy: human, from: 0, to: 400, spacing: 0.01) }
    #expect(throws: AnatomyError.unknownSegment(name: "T13", known: human.segments.map(\.name))) {
      try human.segment(named: "T13")
    }
  }

  @Test("A window is clipped to the cord")
  func clipping() throws {
    let model = try CordModel(anatomy: .human(), from: -20, to: 10, spacing: 1)
    #expect(model.grid.nz == 10)
    #expect(model.position(ofSlice: 0) == 0.5)
  }

  @Test("Written volumes place left, dorsal and caudal voxels at the patient's left, back and feet")
  func affine() throws {
    let model = try CordModel(anatomy: .human(), from: 55, to: 65, spacing: 0.5)
    let volume = model.labelVolume()
    #expect(volume.affine.axisCodes == "LPI")
    let grid = model.grid
    let centre = grid.centre(3, 5, 7)
    let world = volume.affine.apply(SIMD3(3, 5, 7))
    #expect(
      abs(world.x + centre.x) < 1e-12 && abs(world.y + centre.y) < 1e-12 && abs(world.z + centre.z) < 1e-12)
    let voxel = grid.index(grid.nx / 2 + 2, grid.ny / 2, 3)
    #expect(volume.voxels[voxel] == Float(model.regionCode[voxel]) + 1)
    #expect(RegionCode.legend[Int(volume.voxels[voxel])].name.hasPrefix("left"))
    #expect(volume.voxels[0] == 0)
  }

  @Test("A scaled cord has scaled areas and lengths and the same proportions")
  func scaling() throws {
    let human = CordAnatomy.human()
    let small = human.scaled(length: 0.9, lateral: 0.8, anteroposterior: 1.1)
    let one = human.crossSection(atZ: 100)
    let two = small.crossSection(atZ: 90)
    #expect(abs(two.area / one.area - 0.88) < 1e-9)
    #expect(abs(two.lateral / one.lateral - 0.8) < 1e-9)
    #expect(abs(two.outline.exponent - one.outline.exponent) < 1e-9)
    #expect(abs(small.length / human.length - 0.9) < 1e-12)
  }
}
