import Foundation
import MyelonImaging
import MyelonTestSupport
import NIfTI
import Testing

/// What files and pairs of files are taken, and which are refused with what.
@Suite struct ReadingTests {
  static let phantom = Phantom.ellipsoid(halfLength: 30)
  static let grid = Grid(spacing: SIMD3(1, 1, 1.5), extent: SIMD3(18, 18, 70))
  static func lesion() -> NIfTIVolume { phantom.mask(grid, phantom.lesion) }
  static func cord() -> NIfTIVolume { phantom.mask(grid, phantom.cord) }

  static func measure(_ lesion: NIfTIVolume, _ cord: NIfTIVolume) throws(ImagingError) -> LesionImage {
    try LesionImage(
      lesion: MaskVolume(lesion, role: .lesion), cord: MaskVolume(cord, role: .cord), levels: .unknown)
  }

  @Test("Packed and plain files of bytes, whole numbers and floats measure the same")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("imaging-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
    let wanted = try Self.measure(Self.lesion(), Self.cord()).measures.numbers
    try Self.cord().write(to: path("cord.nii.gz"), dataType: .uint8)
    for (name, type) in [("a.nii", NIfTIDataType.uint8), ("b.nii.gz", .int16), ("c.nii.gz", .float32)] {
      try Self.lesion().write(to: path(name), dataType: type)
      let found = try LesionImage(lesionPath: path(name), cordPath: path("cord.nii.gz"), levels: .unknown)
      // The file's affine is in Float32.
      let differences = zip(found.measures.numbers, wanted).map { abs($0 - $1) }
      #expect((differences.max() ?? 1) < 1e-3, "\(name): \(differences)")
    }
    #expect {
      try LesionImage(lesionPath: path("none.nii"), cordPath: path("cord.nii.gz"), levels: .unknown)
    } throws: { error in
      guard case .file(.lesion, .unreadable) = error as? ImagingError else { return false }
      return "\(error)".contains("lesion image cannot be used")
    }
    let whole = try Data(contentsOf: URL(fileURLWithPath: path("a.nii")))
    try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: path("cut.nii")))
    #expect {
      try MaskVolume(contentsOf: path("cut.nii"), role: .cord)
    } throws: { error in
      guard case .file(.cord, .truncated) = error as? ImagingError else { return false }
      return true
    }
    #expect {
      try MaskVolume(contentsOf: path("a.nii"), role: .cord, limits: ImagingLimits(maximumBytes: 10_000))
    } throws: { error in
      guard case .file(.cord, .tooLarge) = error as? ImagingError else { return false }
      return true
    }
  }

  @Test("Values are held to 0 to 1: numbered lesions and masks of 255 are masks")
  func values() throws {
    let wanted = try Self.measure(Self.lesion(), Self.cord()).measures.numbers
    var lesion = Self.lesion()
    var cord = Self.cord()
    for index in lesion.voxels.indices { lesion.voxels[index] *= 3 }
    for index in cord.voxels.indices { cord.voxels[index] = cord.voxels[index] > 0 ? 255 : -7 }
    #expect(try Self.measure(lesion, cord).measures.numbers == wanted)
    for index in lesion.voxels.indices { lesion.voxels[index] = lesion.voxels[index] > 0 ? 0.49 : 0 }
    #expect(throws: ImagingError.empty(role: .lesion)) { try Self.measure(lesion, cord) }
  }

  @Test("Masks on different grids are measured as they lie in space")
  func differentGrids() throws {
    let wanted = try Self.measure(Self.lesion(), Self.cord()).measures
    let fine = Grid(
      spacing: SIMD3(0.5, 0.6, 0.7), extent: SIMD3(12, 10, 34), turn: Phantom.Pose(7, 0, 11), middle: .zero)
    let found = try Self.measure(Self.phantom.mask(fine, Self.phantom.lesion), Self.cord()).measures
    #expect(isNear(found.length, wanted.length, 1.5) && isNear(found.volume, wanted.volume, 15))
    #expect(isNear(found.axialDamageRatio, wanted.axialDamageRatio, 0.04))
  }

  @Test("Images that are no masks of a cord are refused, each with its reason")
  func refusedImages() throws {
    let empty = Self.phantom.mask(Self.grid, { _ in false })
    #expect(throws: ImagingError.empty(role: .cord)) { try Self.measure(Self.lesion(), empty) }

    var series = Self.cord()
    series.dimensions.append(2)
    series.voxels += series.voxels
    #expect(throws: ImagingError.severalVolumes(role: .cord, found: 2)) {
      try Self.measure(Self.lesion(), series)
    }
    var one = Self.cord()
    one.dimensions.append(1)
    #expect(try Self.measure(Self.lesion(), one).measures.length > 0)

    var broken = Self.lesion()
    broken.voxels[77] = .nan
    #expect(throws: ImagingError.file(role: .lesion, error: .notFinite(value: "nan", index: 77))) {
      try Self.measure(broken, Self.cord())
    }
    var lost = Self.cord()
    lost.header.sformCode = 0
    lost.header.qformCode = 0
    #expect(throws: ImagingError.noOrientation(role: .cord)) { try Self.measure(Self.lesion(), lost) }

    var metres = Self.cord()
    metres.affine = NIfTIAffine(spacing: SIMD3(repeating: 0.001))
    #expect {
      try Self.measure(Self.lesion(), metres)
    } throws: { error in
      guard case .unusableVoxelSize(.cord, _, _) = error as? ImagingError else { return false }
      return "\(error)".contains("check its unit")
    }
    #expect {
      try MaskVolume(Self.cord(), role: .cord, limits: ImagingLimits(maximumBoxVoxels: 1000))
    } throws: { error in
      guard case .boxTooLarge(.cord, _, 1000) = error as? ImagingError else { return false }
      return true
    }
  }

  @Test("Cords that are none are refused")
  func refusedCords() throws {
    let gap = Self.phantom.mask(Self.grid) { Self.phantom.cord($0) && abs($0.z) > 4 }
    #expect {
      try Self.measure(Self.lesion(), gap)
    } throws: { error in
      guard case .cordInPieces(let volumes) = error as? ImagingError else { return false }
      return volumes.count == 2
    }
    // A speck of one voxel is no piece.
    let clean = try Self.measure(Self.lesion(), Self.cord())
    var speck = Self.cord()
    speck.voxels[0] = 1
    let image = try Self.measure(Self.lesion(), speck)
    #expect(image.notes.contains(.strayCordPieces(count: 1, volume: 1.5)))
    #expect(isNear(image.measures.cordVolume, clean.measures.cordVolume, 1e-9))

    let short = Self.phantom.mask(Self.grid) { Self.phantom.cord($0) && abs($0.z) < 3 }
    #expect {
      try Self.measure(Self.lesion(), short)
    } throws: { error in
      guard case .cordTooShort = error as? ImagingError else { return false }
      return true
    }
    var lying = Self.phantom
    lying.pose = Phantom.Pose(0, 90, 0)
    let wide = Grid(spacing: SIMD3(1, 1, 1), extent: SIMD3(70, 18, 18))
    #expect {
      try Self.measure(lying.mask(wide, lying.lesion), lying.mask(wide, lying.cord))
    } throws: { error in
      guard case .cordAcross(let angle, _) = error as? ImagingError else { return false }
      return angle > 80
    }
  }

  @Test("A lesion that is not in the cord is refused, one that sticks out is told of")
  func outside() throws {
    var far = Self.lesion()
    far.affine = NIfTIAffine(spacing: SIMD3(1, 1, 1.5), origin: SIMD3(500, 0, 0))
    #expect(throws: ImagingError.notOverlapping(role: .lesion)) { try Self.measure(far, Self.cord()) }
    let beside = Self.phantom.mask(Self.grid) { p in
      let q = p - SIMD3(7.5, 0, 0)
      return (q * q).sum() < 4
    }
    #expect {
      try Self.measure(beside, Self.cord())
    } throws: { error in
      guard case .lesionOutsideCord(let share) = error as? ImagingError else { return false }
      return share < 0.5
    }
    let partly = Self.phantom.mask(Self.grid) { p in abs(p.z) < 6 && p.y > 1 && p.y < 4.6 && abs(p.x) < 2 }
    let image = try Self.measure(partly, Self.cord())
    #expect(image.measures.volumeOutsideCord > 0 && image.measures.bridges.ventral == 0)
    #expect(image.notes.contains { if case .lesionPartlyOutside = $0 { true } else { false } })
  }

  @Test("A lesion at the end of the cord mask, a turned patient and coarse voxels are told of")
  func notes() throws {
    let end = Self.phantom.mask(Self.grid) { Self.phantom.cord($0) && $0.z > 20 }
    let atEnd = try Self.measure(end, Self.cord())
    #expect(atEnd.notes.contains(.lesionAtEnd(isRostral: true)))
    #expect(isNear(atEnd.measures.start, 0, 0.3) && isNear(atEnd.measures.length, 10, 1.5))
    #expect(atEnd.notes.contains(.fewReferences(count: 1)) && atEnd.measures.compression?.above == nil)
    var turned = Self.phantom
    turned.pose = Phantom.Pose(0, 0, 25)
    let fine = Grid(spacing: SIMD3(0.5, 0.5, 1.5), extent: SIMD3(18, 18, 70))
    let image = try Self.measure(turned.mask(fine, turned.lesion), turned.mask(fine, turned.cord))
    let degrees = image.notes.compactMap { if case .turned(let degrees) = $0 { degrees } else { nil } }
    #expect(degrees.count == 1 && isNear(abs(degrees.first ?? 0), 25, 2), "\(degrees)")
    let thick = Grid(spacing: SIMD3(1, 1, 4), extent: SIMD3(18, 18, 70))
    let coarse = try Self.measure(
      Self.phantom.mask(thick, Self.phantom.lesion), Self.phantom.mask(thick, Self.phantom.cord))
    #expect(coarse.notes.contains(.coarseVoxels(edge: 4)))
  }

  @Test("Damaged files throw and do nothing else")
  func fuzz() throws {
    let good = [UInt8](try Self.cord().encoded(dataType: .uint8))
    let packed = [UInt8](try Self.cord().encoded(dataType: .uint8, compressionLevel: 6))
    var generator = SeededGenerator(seed: 11)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("fuzz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("file.nii").path
    let lesion = try MaskVolume(Self.lesion(), role: .lesion)
    var refused = 0
    for round in 0..<150 {
      var bytes = round % 2 == 0 ? good : packed
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let reach = round % 3 == 0 ? bytes.count : min(348, bytes.count)
        bytes[Int.random(in: 0..<reach, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      if round % 5 == 0 { bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator))) }
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      do {
        let cord = try MaskVolume(
          contentsOf: path, role: .cord, limits: ImagingLimits(maximumBytes: 8 << 20))
        let image = try LesionImage(lesion: lesion, cord: cord, levels: .unknown)
        let isFinite = image.measures.numbers.reduce(0, +).isFinite
        #expect(isFinite)
      } catch {
        #expect(!"\(error)".isEmpty)
        refused += 1
      }
    }
    #expect(refused > 30 && refused < 150, "\(refused)")
  }

  @Test("Random masks never end in anything but measures or an error")
  func randomMasks() throws {
    var generator = SeededGenerator(seed: 5)
    var refused = 0
    for _ in 0..<40 {
      let size = SIMD3(
        Int.random(in: 1...12, using: &generator), Int.random(in: 1...12, using: &generator),
        Int.random(in: 1...30, using: &generator))
      let filled = generator.number(in: 0...1)
      func volume() -> NIfTIVolume {
        let count = size.x * size.y * size.z
        let voxels = (0..<count).map { _ in Float(generator.number(in: 0...1) < filled ? 1 : 0) }
        return NIfTIVolume(
          dimensions: [size.x, size.y, size.z], voxels: voxels,
          affine: NIfTIAffine(spacing: SIMD3(1, 1, generator.number(in: 0.3...6))))
      }
      do {
        let image = try Self.measure(volume(), volume())
        let isFinite = image.measures.numbers.reduce(0, +).isFinite
        #expect(isFinite)
      } catch {
        refused += 1
        #expect("\(error)".hasSuffix("."))
      }
    }
    #expect(refused > 0 && refused < 40, "\(refused)")
  }
}
