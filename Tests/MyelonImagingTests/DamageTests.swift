import MyelonAnatomy
import MyelonFields
import MyelonImaging
import NIfTI
import Testing

/// A lesion laid on a voxel model.
@Suite struct DamageTests {
  static let grid = Grid(spacing: SIMD3(0.6, 0.6, 0.8))

  /// A cord whose lesion is everything between two heights that a formula picks.
  static func image(
    pose: Phantom.Pose = .init(), _ lesion: @escaping @Sendable (SIMD3<Double>) -> Bool
  ) throws -> LesionImage {
    var phantom = Phantom.ellipsoid(halfLength: 45)
    phantom.lesion = { abs($0.z) < 10 && lesion($0) }
    phantom.pose = pose
    return try phantom.image(
      Grid(spacing: SIMD3(0.6, 0.6, 0.8), extent: SIMD3(60, 60, 110)), levels: .epicentre(segment: "C6"))
  }

  static func model(_ image: LesionImage) throws -> CordModel { try image.referenceModel(spacing: 0.8) }

  @Test("A section lost in the image is lost in the model, whatever the outlines", arguments: [0.0, 25])
  func complete(tilt: Double) throws {
    let image = try Self.image(pose: Phantom.Pose(tilt, 0, 0)) { _ in true }
    #expect(image.measures.axialDamageRatio > 0.995)
    let model = try Self.model(image)
    let damage = try image.damage(on: model)
    let extent = try #require(image.extent)
    for slice in 0..<model.grid.nz {
      let z = model.position(ofSlice: slice)
      let plane = model.grid.nx * model.grid.ny
      let shares = (slice * plane..<(slice + 1) * plane).filter { model.cordFraction[$0] > 0 }.map {
        damage[$0]
      }
      // Within two voxels of an end that is oblique in the image's grid, both are possible.
      if z > extent.lowerBound + 1.6, z < extent.upperBound - 1.6 {
        #expect(shares.allSatisfy { $0 == 1 }, "slice \(slice): \(shares.min() ?? 0)")
      } else if z < extent.lowerBound - 0.8 || z > extent.upperBound + 0.8 {
        #expect(shares.allSatisfy { $0 == 0 }, "slice \(slice)")
      }
    }
    let table = DamageTable(damage: damage, on: model, extent: extent)
    #expect(table.tracts.allSatisfy { $0.worstSection > 0.999 && ($0.interrupted ?? 1) > 0.999 })
    #expect(try image.suggestion().pattern == .complete)
  }

  @Test("Half a cord lost is one side's tracts lost")
  func half() throws {
    // Frame -x is the patient's left.
    let image = try Self.image { $0.x < 0 }
    let model = try Self.model(image)
    let table = DamageTable(
      damage: try image.damage(on: model), on: model, extent: try #require(image.extent))
    for row in table.tracts {
      let wanted = row.side == .left ? 1.0 : 0
      #expect(abs((row.interrupted ?? wanted) - wanted) < 0.12, "\(row)")
      #expect(abs(row.worstSection - wanted) < 0.12, "\(row)")
    }
    let segment = try #require(table.segments.first { $0.segment == "C6" })
    #expect(segment.leftVentralHorn > 0.99 && segment.rightVentralHorn < 0.01)
    #expect(abs(segment.cord - 0.5) < 0.02, "\(segment)")
    let suggestion = try image.suggestion()
    #expect(suggestion.pattern == .leftHalf && suggestion.level == "C6" && suggestion.laterality > 0.35)
  }

  @Test("A mirrored image has mirrored damage")
  func mirrored() throws {
    let lesion: @Sendable (SIMD3<Double>) -> Bool = { p in
      let q = (p - SIMD3(1.5, -1, 2)) / SIMD3(3, 2, 7)
      return (q * q).sum() < 1
    }
    let one = try Self.image(lesion)
    let other = try Self.image { lesion(SIMD3(-$0.x, $0.y, $0.z)) }
    let model = try Self.model(one)
    let damage = try one.damage(on: model)
    let turned = try other.damage(on: model)
    let grid = model.grid
    var most: Float = 0
    var sum = SIMD2<Float>.zero
    for z in 0..<grid.nz {
      for y in 0..<grid.ny {
        for x in 0..<grid.nx {
          let pair = (damage[grid.index(x, y, z)], turned[grid.index(grid.nx - 1 - x, y, z)])
          most = max(most, abs(pair.0 - pair.1))
          sum += SIMD2(pair.0, pair.1)
        }
      }
    }
    // The test grid lies 0.13 mm off the middle, so the two masks are no exact mirror images.
    #expect(abs(sum.x - sum.y) < 0.06 * sum.x && sum.x > 100, "\(sum)")
    #expect(isNear(one.measures.lateral, -other.measures.lateral, 0.05))
    #expect(isNear(one.measures.bridges.left, other.measures.bridges.right ?? -1, 0.6))
  }

  @Test("The damaged share of the cord is that of the image")
  func shares() throws {
    let image = try Self.image { p in (p.x / 3) * (p.x / 3) + (p.y / 2) * (p.y / 2) < 1 }
    let model = try Self.model(image)
    let damage = try image.damage(on: model)
    let middle = model.slice(atZ: try #require(image.epicentre))
    let plane = model.grid.nx * model.grid.ny
    var (hurt, whole): (Float, Float) = (0, 0)
    for voxel in (middle * plane)..<((middle + 1) * plane) {
      hurt += damage[voxel] * model.cordFraction[voxel]
      whole += model.cordFraction[voxel]
    }
    // Equal relative depth keeps shares where outlines are alike: both are rounded.
    #expect(abs(Double(hurt / whole) - image.measures.axialDamageRatio) < 0.02, "\(hurt / whole)")
  }

  @Test("Any number of threads gives the same bits")
  func threads() throws {
    let image = try Self.image { $0.y > -1 }
    let model = try Self.model(image)
    let one = try image.damage(on: model)
    #expect(one.contains { $0 > 0 })
    #expect(try image.damage(on: model, executor: SlabExecutor(threads: 2)) == one)
    #expect(try image.damage(on: model, executor: SlabExecutor(threads: 5)) == one)
  }

  @Test("Without levels, or on another species' cord, there is no damage to lay")
  func refused() throws {
    let image = try Phantom.ellipsoid().image(Self.grid)
    let human = try CordModel(anatomy: .human(), from: 60, to: 70, spacing: 1)
    #expect(throws: ImagingError.noLevels) { try image.damage(on: human) }
    #expect(throws: ImagingError.noLevels) { try image.suggestion() }
    #expect(image.epicentre == nil && image.extent == nil && image.epicentreSegment == nil)
    let rat = try CordModel(anatomy: .rat(), from: 10, to: 14, spacing: 0.4)
    let placed = try Phantom.ellipsoid().image(Self.grid, levels: .epicentre(segment: "C6"))
    #expect(throws: ImagingError.otherSpecies(model: "rat", image: "human")) { try placed.damage(on: rat) }
  }

  @Test("Places go to the frame of the cord and back")
  func positions() throws {
    let image = try Self.image(pose: Phantom.Pose(20, -10, 0)) { _ in true }
    var worst = 0.0
    for s in stride(from: 5.0, to: 85, by: 7.3) {
      for (u, v) in [(0.0, 0.0), (0.8, 0.1), (-0.5, 0.7), (0.2, -0.9)] {
        let place = image.place(of: CordPosition(u: u, v: v, arc: s))
        let back = image.position(of: place)
        worst = max(worst, abs(back.u - u), abs(back.v - v), abs(back.arc - s))
      }
    }
    // Near each other to the error of the projection on a line that is not quite straight.
    #expect(worst < 1e-3, "\(worst)")
  }
}
