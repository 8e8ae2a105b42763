import MyelonAnatomy
import MyelonImaging
import NIfTI
import Testing

/// From places in an image to places along the reference cord.
@Suite struct LevelTests {
  static let phantom = Phantom.ellipsoid(centre: SIMD3(0, 0, 5))
  static let grid = Grid(spacing: SIMD3(1, 1, 0.5))

  /// Labels on the phantom's grid by height in the frame.
  static func labels(
    inCord: Bool = true, kind: LevelKind = .vertebrae, _ label: @escaping (SIMD3<Double>) -> Int
  ) throws -> LevelLabels {
    var volume = phantom.mask(grid, phantom.cord)
    let (nx, ny) = (grid.size.x, grid.size.y)
    for index in volume.voxels.indices where volume.voxels[index] > 0 || !inCord {
      let place = SIMD3(Double(index % nx), Double(index / nx % ny), Double(index / nx / ny))
      volume.voxels[index] = Float(label(grid.affine.apply(place)))
    }
    return try LevelLabels(volume, kind: kind)
  }

  @Test("Borders of vertebrae in a labelled segmentation place the lesion")
  func vertebrae() throws {
    // Borders C4|C5, C5|C6, C6|C7 at 30, 13.5 and -2 mm: the template's distances.
    let labels = try Self.labels { $0.z > 30 ? 4 : $0.z > 13.5 ? 5 : $0.z > -2 ? 6 : 7 }
    let image = try Self.phantom.image(Self.grid, levels: .labels(labels))
    let map = try #require(image.levels)
    #expect(map.anchors.map(\.name) == ["C4|C5", "C5|C6", "C6|C7"])
    #expect(map.anchors.map(\.z) == [75.5, 92, 107.5])
    #expect(abs(map.scale - 1) < 0.03, "\(map.scale)")
    // The epicentre lies 8.5 mm below the border C5|C6.
    #expect(isNear(image.epicentre, 92 + 8.5, 0.6), "\(image.epicentre ?? 0)")
    #expect(image.epicentreSegment?.name == "C8")
    let suggestion = try image.suggestion()
    #expect(suggestion.level == "C8" && isNear(suggestion.length, image.measures.length * map.scale, 0.8))
  }

  @Test("Single labels of discs, beside the cord, give the same place")
  func discs() throws {
    // Voxels 8 mm before the cord's middle, one a disc; value k is the disc above vertebra k.
    let heights = [5: 30.0, 6: 13.5, 7: -2.0]
    let labels = try Self.labels(inCord: false) { p in
      heights.first { abs(p.z - $0.value) <= 0.25 && abs(p.y - 8) <= 0.5 && abs(p.x) <= 0.5 }?.key ?? 0
    }
    let image = try Self.phantom.image(Self.grid, levels: .labels(labels))
    #expect(image.levels?.anchors.map(\.name) == ["disc C4/C5", "disc C5/C6", "disc C6/C7"])
    #expect(isNear(image.epicentre, 92 + 8.5, 0.6), "\(image.epicentre ?? 0)")
  }

  @Test("Segments are numbered with a C8, vertebrae without")
  func segments() throws {
    let labels = try Self.labels(kind: .segments) { $0.z > 12.75 ? 8 : $0.z > -4 ? 9 : 10 }
    let image = try Self.phantom.image(Self.grid, levels: .labels(labels))
    #expect(image.levels?.anchors.map(\.name) == ["C8|T1", "T1|T2"])
    #expect(image.epicentreSegment?.name == "T1")
    let one = try Self.labels(kind: .segments) { _ in 6 }
    let placed = try Self.phantom.image(Self.grid, levels: .labels(one))
    #expect(placed.notes.contains(.oneLevel) && placed.levels?.scale == 1)
  }

  @Test("A named segment at the epicentre is enough for a start")
  func named() throws {
    let image = try Self.phantom.image(Self.grid, levels: .epicentre(segment: "C6"))
    #expect(try isNear(image.epicentre, CordAnatomy.human().position(ofSegment: "C6"), 1e-9))
    #expect(throws: ImagingError.self) {
      try Self.phantom.image(Self.grid, levels: .epicentre(segment: "C9"))
    }
  }

  @Test("Arc and position are inverse to each other, and both rise")
  func inverse() throws {
    let labels = try Self.labels { $0.z > 30 ? 4 : $0.z > 10 ? 5 : $0.z > -2 ? 6 : 7 }
    let map = try #require(try Self.phantom.image(Self.grid, levels: .labels(labels)).levels)
    var last = -Double.infinity
    for number in -50...200 {
      let z = map.z(atArc: Double(number))
      #expect(z > last && abs(map.arc(atZ: z) - Double(number)) < 1e-9)
      last = z
    }
  }

  @Test("Labels that contradict themselves are refused")
  func contradictions() throws {
    let upside = try Self.labels { $0.z > 10 ? 6 : $0.z > -10 ? 5 : 4 }
    #expect {
      try Self.phantom.image(Self.grid, levels: .labels(upside))
    } throws: { error in
      guard case .labelsOutOfOrder(6, _, 5, _) = error as? ImagingError else { return false }
      return "\(error)".contains("check labels and orientation")
    }
    let dense = try Self.labels { 5 + min(9, max(0, Int((40 - $0.z) / 4))) }
    #expect {
      try Self.phantom.image(Self.grid, levels: .labels(dense))
    } throws: { error in
      guard case .implausibleScale = error as? ImagingError else { return false }
      return true
    }
    let unknown = try Self.labels { _ in 99 }
    #expect(throws: ImagingError.unknownLabels(found: [99], kind: .vertebrae)) {
      try Self.phantom.image(Self.grid, levels: .labels(unknown))
    }
    var far = Self.phantom.mask(Self.grid, { _ in false })
    far.voxels[0] = 5
    far.affine = NIfTIAffine(spacing: SIMD3(1, 1, 0.5), origin: SIMD3(200, 0, 0))
    let away = try LevelLabels(far, kind: .vertebrae)
    #expect {
      try Self.phantom.image(Self.grid, levels: .labels(away))
    } throws: { error in
      guard case .labelsAwayFromCord(let distance, 40) = error as? ImagingError else { return false }
      return distance > 150
    }
    #expect(throws: ImagingError.vertebraeOfAnimal) {
      let labels = try Self.labels { _ in 5 }
      _ = try LesionImage(
        lesion: MaskVolume(Self.phantom.mask(Self.grid, Self.phantom.lesion), role: .lesion),
        cord: MaskVolume(Self.phantom.mask(Self.grid, Self.phantom.cord), role: .cord),
        levels: .labels(labels),
        anatomy: .rat())
    }
  }

  @Test("Labels that are no whole numbers, and images without any, are refused")
  func unusable() throws {
    var volume = Self.phantom.mask(Self.grid, Self.phantom.cord)
    volume.voxels[5000] = 2.5
    #expect(throws: ImagingError.labelsNotWhole(value: 2.5)) { try LevelLabels(volume, kind: .vertebrae) }
    let none = Self.phantom.mask(Self.grid, { _ in false })
    #expect(throws: ImagingError.empty(role: .levels)) { try LevelLabels(none, kind: .segments) }
  }

  @Test("A cord that does not lie where the template's does is refused")
  func template() throws {
    #expect {
      try Self.phantom.image(Self.grid, levels: .template)
    } throws: { error in
      guard case .notInTemplate = error as? ImagingError else { return false }
      return true
    }
  }
}
