import Foundation
import MyelonRecovery
import MyelonRegrowth
import MyelonSimulation
import MyelonTestSupport
import Testing
import Tractogram

@Suite("Record of regrown axons") struct RegrowthRecordTests {
  @Test("a thinned line keeps its ends, is part of the line, and lies within the tolerance of every point")
  func thinned() {
    var generator = SeededGenerator(seed: 4)
    for round in 0..<60 {
      var place = SIMD3<Float>(0, 0, 0)
      let points = (0..<(round * 7)).map { _ -> SIMD3<Float> in
        place += SIMD3<Float>.random(in: -0.3...0.3, using: &generator)
        return place
      }
      let tolerance: Float = 0.15
      let kept = Polyline.thinned(points, tolerance: tolerance)
      #expect(kept.first == points.first && kept.last == points.last)
      var index = 0
      for point in kept {
        while index < points.count, points[index] != point { index += 1 }
        #expect(index < points.count, "kept points come in order from the line")
      }
      for point in points {
        let nearest = zip(kept, kept.dropFirst()).map { Self.distance(point, $0, $1) }.min() ?? 0
        #expect(nearest <= tolerance * 1.0001)
      }
    }
  }

  private static func distance(_ p: SIMD3<Float>, _ a: SIMD3<Float>, _ b: SIMD3<Float>) -> Float {
    let (chord, offset) = (b - a, p - a)
    let square = (chord * chord).sum()
    let t = square == 0 ? 0 : min(1, max(0, (chord * offset).sum() / square))
    let apart = offset - chord * t
    return (apart * apart).sum().squareRoot()
  }

  @Test("a straight line needs its two ends, and a closed one its farthest point")
  func shapes() {
    let straight = (0...100).map { SIMD3<Float>(0, 0, Float($0) / 10) }
    #expect(Polyline.thinned(straight, tolerance: 0.001) == [SIMD3(0, 0, 0), SIMD3(0, 0, 10)])
    let loop = [SIMD3<Float>(0, 0, 0), SIMD3(1, 0, 0), SIMD3(0, 0, 0)]
    #expect(Polyline.thinned(loop, tolerance: 0.1) == loop)
    let copies = [SIMD3<Float>](repeating: SIMD3(1, 1, 1), count: 9)
    #expect(Polyline.thinned(copies, tolerance: 0.1).count == 2)
  }

  @Test("points that are not finite never enter a record")
  func finite() throws {
    let line = AxonLine(
      neuron: .graft, state: .connected, axons: 3,
      path: [SIMD3(0, 0, 0), SIMD3(.nan, 0, 0), SIMD3(1, .infinity, 0), SIMD3(0, 5, 5)])
    #expect(line.points == [0, 0, 0, 0, 5, 5])
    let data = try JSONEncoder().encode(line)
    #expect(try JSONDecoder().decode(AxonLine.self, from: data) == line)
    var broken = line
    broken.points = [1, 2, 3, .nan, 0, 0, 7]
    #expect(broken.path == [SIMD3(1, 2, 3)])
  }

  @Test("cord paths lie in the world directions of the run's volumes")
  func world() throws {
    var lines = Streamlines()
    // Left, dorsal and caudal of the origin of the cord: left, behind and below in the world.
    let isAdded = lines.append(cordPath: [SIMD3(1, 2, 3), SIMD3(0, 0, 0)])
    let isEmptyAdded = lines.append(cordPath: [])
    #expect(isAdded && !isEmptyAdded)
    #expect(lines.points == [SIMD3(-1, -2, -3), SIMD3(0, 0, 0)])
    #expect(lines.lengths == [2])
    // No minus zero, so that equal paths give equal bytes.
    #expect(lines.points[1].x.sign == .plus)
    #expect(try TrackFile(decoding: TrackFile(lines).encoded()).lines == lines)
  }

  @Test("what carries the drive adds up, and nonsense counts as nothing")
  func contributions() {
    let whole = RegrowthRecord.Contribution(
      day: 84,
      shares: ["spared": 0.2, "remyelinated": 0.1, "regenerated": 0.01, "detoured": 0.02, "relayed": 0.04])
    #expect(abs(whole.total - 0.37) < 1e-12)
    #expect(abs(whole.new - 0.07) < 1e-12)
    let odd = RegrowthRecord.Contribution(day: 1, shares: ["spared": .nan, "relayed": -1, "other": 4])
    #expect(odd.total == 0)
    #expect(PathwaySource.allCases.filter(\.isNew) == [.regenerated, .detoured, .relayed])
  }
}
