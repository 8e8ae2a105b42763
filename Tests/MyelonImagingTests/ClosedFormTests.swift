import Foundation
import MyelonImaging
import NIfTI
import Testing

/// Shapes whose measures are known.
@Suite struct ClosedFormTests {
  @Test("An ellipsoid in a straight cord has its closed-form measures")
  func ellipsoid() throws {
    let image = try Phantom.ellipsoid().image(Grid(spacing: SIMD3(repeating: 0.5)))
    let m = image.measures
    // A mask of zeros and ones knows an end to half a voxel; an ellipsoid's tip is thinner than a voxel there.
    #expect(isNear(m.length, 24, 0.6), "\(m.length)")
    #expect(isNear(m.width, 6, 0.25), "\(m.width)")
    #expect(isNear(m.height, 4, 0.25), "\(m.height)")
    // A tenth of half a voxel all over its surface of 303 mm2.
    #expect(isNear(m.volume, 301.593, 7.6), "\(m.volume)")
    #expect(m.partialVolume == m.volume && m.volumeOutsideCord == 0)
    #expect(isNear(m.axialDamageRatio, 0.25, 0.01), "\(m.axialDamageRatio)")
    #expect(isNear(m.bridges.dorsal, 2, 0.3) && isNear(m.bridges.ventral, 2, 0.3), "\(m.bridges)")
    #expect(isNear(m.bridges.left, 3, 0.3) && isNear(m.bridges.right, 3, 0.3), "\(m.bridges)")
    #expect(isNear(m.midsagittalExtent, 24, 0.6) && isNear(m.epicentre, 60, 0.5), "\(m)")
    #expect(isNear(m.lateral, 0, 0.03) && isNear(m.depth, 0, 0.04) && isNear(m.leftShare, 0.5, 0.02))
    #expect(isNear(m.cordLength, 120, 0.5) && isNear(m.cordDiameter, 9.798, 0.1))
    #expect(isNear(m.cordVolume, 9047.8, 90))
    #expect(isNear(m.compression?.ratio, 0, 0.01))
    #expect(image.notes.isEmpty, "\(image.notes)")
  }

  @Test("Probabilities of partly filled voxels place surfaces within a quarter of a voxel")
  func partialVolumes() throws {
    let image = try Phantom.ellipsoid(centre: SIMD3(1, -0.5, 7)).image(
      Grid(spacing: SIMD3(repeating: 1)), points: 6)
    let m = image.measures
    #expect(isNear(m.width, 6, 0.15) && isNear(m.height, 4, 0.15), "\(m.width) \(m.height)")
    #expect(isNear(m.partialVolume, 301.6, 1.5), "\(m.partialVolume)")
    #expect(isNear(m.axialDamageRatio, 0.25, 0.012), "\(m.axialDamageRatio)")
    // At x = 0 the ellipse about x = 1 is 2 sqrt(1 - 1/9) high; its middle lies 0.5 mm behind the cord's.
    let height = 2 * (1 - 1.0 / 9).squareRoot()
    #expect(isNear(m.bridges.ventral, 4 + 0.5 - height, 0.25), "\(m.bridges)")
    #expect(isNear(m.bridges.dorsal, 4 - 0.5 - height, 0.25), "\(m.bridges)")
    #expect(isNear(m.epicentre, 53, 0.1), "\(m.epicentre)")
    #expect(isNear(m.lateral, -1 / 6.0, 0.01) && isNear(m.depth, 0.5 / 4.0, 0.02), "\(m.lateral) \(m.depth)")
  }

  @Test("A tilted cord measures the same", arguments: [(25.0, 0.0), (0, 20), (-40, 0), (30, -20), (15, 35)])
  func tilted(about x: Double, and y: Double) throws {
    var phantom = Phantom.ellipsoid(halfLength: 40)
    phantom.pose = Phantom.Pose(x, y, 0, shift: SIMD3(12, -30, 400))
    let grid = Grid(
      spacing: SIMD3(repeating: 0.7), extent: SIMD3(75, 75, 95), middle: SIMD3(12, -30, 400))
    let image = try phantom.image(grid)
    let m = image.measures
    #expect(isNear(m.length, 24, 0.7), "\(m.length)")
    #expect(isNear(m.cordLength, 80, 0.7), "\(m.cordLength)")
    #expect(isNear(m.axialDamageRatio, 0.25, 0.015), "\(m.axialDamageRatio)")
    #expect(isNear(m.epicentre, 40, 0.5), "\(m.epicentre)")
    #expect(isNear(m.cordDiameter, 9.798, 0.15), "\(m.cordDiameter)")
    let middle = image.centreline.axes(at: 40)
    let caudal = -phantom.pose.columns[2]
    #expect((middle.caudal * caudal).sum() > cos(0.5 * .pi / 180), "\(middle.caudal)")
    if y == 0 {
      // Two surfaces each, each known to half a voxel.
      #expect(isNear(m.width, 6, 0.7) && isNear(m.height, 4, 0.7), "\(m.width) \(m.height)")
      #expect(isNear(m.bridges.dorsal, 2, 0.7) && isNear(m.bridges.ventral, 2, 0.7), "\(m.bridges)")
    }
  }

  @Test(
    "The image's own obliquity and voxels do not matter",
    arguments: [
      (SIMD3(0.5, 0.5, 0.5), [0.0, 0, 0]), (SIMD3(0.6, 0.5, 0.7), [20, 0, 0]),
      (SIMD3(0.5, 0.5, 1), [0, 25, 10]),
      (SIMD3(1, 0.5, 0.5), [-35, 12, 30]), (SIMD3(0.4, 0.4, 3), [0, 0, 0]), (SIMD3(2, 0.5, 0.5), [10, 0, 0]),
    ])
  func oblique(spacing: SIMD3<Double>, turn: [Double]) throws {
    let phantom = Phantom.ellipsoid(halfLength: 40, centre: SIMD3(0, 0.5, -5))
    let grid = Grid(
      spacing: spacing, extent: SIMD3(64, 64, 112), turn: Phantom.Pose(turn[0], turn[1], turn[2]))
    let m = try phantom.image(grid).measures
    let coarse = spacing.max()
    #expect(isNear(m.length, 24, 0.9 * coarse), "\(m.length)")
    // Two surfaces each, each known to half a voxel.
    #expect(isNear(m.width, 6, coarse) && isNear(m.height, 4, coarse), "\(m.width) \(m.height)")
    #expect(isNear(m.volume, 301.593, 15.2 * coarse), "\(m.volume)")
    #expect(isNear(m.axialDamageRatio, 0.25, 0.02), "\(m.axialDamageRatio)")
    #expect(isNear(m.bridges.ventral, 1.5, 0.5 * coarse) && isNear(m.bridges.dorsal, 2.5, 0.5 * coarse))
    #expect(isNear(m.depth, -0.125, 0.05) && isNear(m.lateral, 0, 0.05), "\(m.depth)")
  }

  @Test("All 48 orientations of an image give the same numbers")
  func orientations() throws {
    var phantom = Phantom.ellipsoid(halfLength: 35, centre: SIMD3(1.2, -0.6, 4), semiAxes: SIMD3(3, 2, 9))
    phantom.pose = Phantom.Pose(12, -7, 5)
    let grid = Grid(spacing: SIMD3(0.7, 0.8, 0.9), extent: SIMD3(32, 32, 80), turn: Phantom.Pose(4, 3, -6))
    let lesion = phantom.mask(grid, { phantom.lesion($0) && phantom.cord($0) })
    let cord = phantom.mask(grid, phantom.cord)
    var first: ImageMeasures?
    var count = 0
    for axes in ["RAS", "RSA", "ARS", "ASR", "SRA", "SAR"] {
      for flips in 0..<8 {
        let codes = String(
          zip(axes, 0..<3).map { letter, bit -> Character in
            let opposite: [Character: Character] = ["R": "L", "A": "P", "S": "I"]
            return flips >> bit & 1 == 1 ? opposite[letter] ?? letter : letter
          })
        let image = try LesionImage(
          lesion: MaskVolume(lesion.reoriented(to: codes), role: .lesion),
          cord: MaskVolume(cord.reoriented(to: codes), role: .cord), levels: .unknown)
        let m = image.measures
        count += 1
        guard let wanted = first else {
          first = m
          continue
        }
        let differences = zip(m.numbers, wanted.numbers).map { abs($0 - $1) }
        #expect((differences.max() ?? 1) < 1e-6, "\(codes): \(m.numbers) \(wanted.numbers)")
      }
    }
    #expect(count == 48)
  }

  @Test("Length follows a curved cord, the ruler on the image cuts the corner", arguments: [60.0, 100, 200])
  func curved(radius: Double) throws {
    // A circle in the sagittal plane; the angle from its middle is the arc.
    @Sendable func coordinates(_ p: SIMD3<Double>) -> SIMD3<Double> {
      let fromCentre = SIMD2(p.y + radius, p.z)
      let distance = (fromCentre * fromCentre).sum().squareRoot()
      return SIMD3(p.x, distance - radius, radius * atan2(fromCentre.y, fromCentre.x))
    }
    let phantom = Phantom(
      cord: { p in
        let q = coordinates(p)
        return abs(q.z) < 45 && (q.x / 6) * (q.x / 6) + (q.y / 4) * (q.y / 4) < 1
      },
      lesion: { p in
        let q = coordinates(p)
        return abs(q.z - 3) < 15 && (q.x / 3) * (q.x / 3) + (q.y / 2) * (q.y / 2) < 1
      })
    let grid = Grid(spacing: SIMD3(1, 0.5, 0.5), extent: SIMD3(20, 60, 105), middle: SIMD3(0.2, -12.3, 0.1))
    let m = try phantom.image(grid).measures
    #expect(isNear(m.cordLength, 90, 0.8), "\(m.cordLength)")
    #expect(isNear(m.length, 30, 0.6), "\(m.length)")
    #expect(isNear(m.midsagittalExtent, 2 * radius * sin(15 / radius), 0.6), "\(m.midsagittalExtent ?? 0)")
    #expect(isNear(m.axialDamageRatio, 0.25, 0.015), "\(m.axialDamageRatio)")
    #expect(isNear(m.bridges.dorsal, 2, 0.5) && isNear(m.bridges.ventral, 2, 0.5), "\(m.bridges)")
    #expect(isNear(m.epicentre, 42, 0.6), "\(m.epicentre)")
    #expect(isNear(m.volume, 565.5, 11), "\(m.volume)")
  }

  @Test("Tissue bridges of known width", arguments: [(0.5, 1.5), (0.0, 3.0), (2.0, 0.0), (1.25, 0.75)])
  func bridges(dorsal: Double, ventral: Double) throws {
    // A slab from `ventral` behind the front to `dorsal` before the back; the surface lies at 4 mm at the midline.
    let phantom = Phantom(
      cord: { p in abs(p.z) < 40 && (p.x / 6) * (p.x / 6) + (p.y / 4) * (p.y / 4) < 1 },
      lesion: { p in abs(p.z) < 10 && abs(p.x) < 2 && p.y > -4 + dorsal && p.y < 4 - ventral })
    for turn in [0.0, 30] {
      let grid = Grid(
        spacing: SIMD3(1, 0.25, 0.5), extent: SIMD3(18, 60, 100), turn: Phantom.Pose(turn, 0, 0))
      let bridges = try phantom.image(grid).measures.bridges
      #expect(isNear(bridges.dorsal, dorsal, 0.3) && isNear(bridges.ventral, ventral, 0.3), "\(bridges)")
      #expect(isNear(bridges.left, 4, 0.6) && isNear(bridges.right, 4, 0.6), "\(bridges)")
      #expect(bridges.total == (bridges.dorsal ?? 0) + (bridges.ventral ?? 0))
    }
  }

  @Test("A lesion beside the midline has no midsagittal bridge, and its side is told")
  func offMidline() throws {
    let image = try Phantom.ellipsoid(centre: SIMD3(-3.5, 0, 0), semiAxes: SIMD3(2, 2, 8)).image(
      Grid(spacing: SIMD3(repeating: 0.5)))
    #expect(image.measures.bridges.dorsal == nil && image.measures.bridges.total == nil)
    #expect(image.measures.midsagittalExtent == nil)
    #expect(image.notes == [.lesionOffMidline])
    // Frame -x is the patient's left.
    #expect(image.measures.leftShare == 1 && isNear(image.measures.lateral, 3.5 / 6, 0.03))
    #expect(isNear(image.measures.bridges.left, 0.5, 0.3) && isNear(image.measures.bridges.right, 7.5, 0.3))
  }

  @Test("Compression of known ratio", arguments: [0.0, 0.15, 0.3, 0.5])
  func compression(ratio: Double) throws {
    @Sendable func halfDepth(_ z: Double) -> Double { 4 * (1 - ratio * exp(-(z / 5) * (z / 5))) }
    let phantom = Phantom(
      cord: { p in
        let b = halfDepth(p.z)
        // Flattened from the front; the back stays where it is.
        let y = p.y + (4 - b)
        return abs(p.z) < 60 && (p.x / 6) * (p.x / 6) + (y / b) * (y / b) < 1
      },
      lesion: { p in abs(p.z) < 8 && abs(p.x) < 2 && abs(p.y + 4 - halfDepth(p.z)) < 1 })
    let m = try phantom.image(Grid(spacing: SIMD3(repeating: 0.5)), points: 4).measures
    let found = try #require(m.compression)
    #expect(isNear(found.ratio, ratio, 0.02), "\(found)")
    #expect(isNear(found.above, 8, 0.1) && isNear(found.below, 8, 0.1))
    #expect(ratio == 0 || isNear(found.arc, 60, 1))
  }

  @Test("A lesion with a gap has its length from end to end and its affected length without")
  func gap() throws {
    let phantom = Phantom(
      cord: { p in abs(p.z) < 50 && (p.x / 6) * (p.x / 6) + (p.y / 4) * (p.y / 4) < 1 },
      lesion: { p in abs(abs(p.z) - 10) < 4 && abs(p.x) < 2 && abs(p.y) < 2 })
    let image = try phantom.image(Grid(spacing: SIMD3(repeating: 0.5)))
    #expect(isNear(image.measures.length, 28, 0.5) && isNear(image.measures.affectedLength, 16, 1))
    #expect(image.notes == [.lesionInPieces(count: 2)])
  }
}

extension ImageMeasures {
  /// All numbers, to compare two.
  var numbers: [Double] {
    [
      start, end, length, affectedLength, midsagittalExtent ?? -1, width, height, volume, partialVolume,
      volumeOutsideCord, leftShare, axialDamageRatio, epicentre, lateral, depth, bridges.dorsal ?? -1,
      bridges.ventral ?? -1, bridges.left ?? -1, bridges.right ?? -1, compression?.ratio ?? -1, cordVolume,
      cordLength, cordDiameter,
    ]
  }
}
