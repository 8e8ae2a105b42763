import MyelonTestSupport
import Testing

@testable import MyelonAnatomy

@Suite struct PartitionTests {
  @Test(
    "Every point inside belongs to the region of least cost, every point outside to none",
    arguments: Species.allCases)
  func leastCost(species: Species) {
    let anatomy = CordAnatomy.standard(species)
    var random = SeededGenerator(seed: 11)
    var faults = 0
    var inside = 0
    for _ in 0..<4000 {
      let section = anatomy.crossSection(atZ: Double.random(in: 0...anatomy.length, using: &random))
      let u = Double.random(in: -1.1...1.1, using: &random)
      let v = Double.random(in: -1.1...1.1, using: &random)
      let code = section.region(lateral: u, dorsal: v)
      if section.outline.contains(lateral: u, dorsal: v) {
        inside += 1
        let isRight = code.side == (u < 0 ? .right : .left)
        faults += isRight && hasLeastCost(code, section.partition, abs(u), v) ? 0 : 1
      } else {
        faults += code == .outside ? 0 : 1
      }
    }
    #expect(faults == 0)
    #expect(inside > 2000)
  }

  private func hasLeastCost(_ code: RegionCode, _ partition: RegionPartition, _ u: Double, _ v: Double)
    -> Bool
  {
    let active = partition.activeRegions
    func least(_ isIncluded: (Int) -> Bool) -> Double {
      active.filter(isIncluded).map { partition.cost(of: $0, lateral: u, dorsal: v) }.min() ?? .infinity
    }
    let white = least { $0 < RegionKey.firstGrey }
    let grey = least { $0 >= RegionKey.firstGrey }
    // Single precision of costs of up to a few thousand.
    let slack = 2e-3
    let region = Int(code.rawValue >> 1)
    if region == RegionKey.propriospinal {
      return grey >= white - slack && grey < white + partition.shell + slack
    }
    guard active.contains(region) else { return false }
    let cost = partition.cost(of: region, lateral: u, dorsal: v)
    if region >= RegionKey.firstGrey { return cost <= grey + slack && cost <= white + slack }
    return cost <= white + slack && grey >= white + partition.shell - slack
  }

  @Test(
    "The solver meets every area to a fiftieth of a percent of the half section", arguments: Species.allCases)
  func areas(species: Species) {
    let anatomy = CordAnatomy.standard(species)
    for segment in anatomy.segments {
      let shapes = anatomy.shapes[segment.index]
      var solver = PartitionSolver(shapes: shapes, outline: CordAnatomy.outline(of: segment))
      _ = solver.solve(RegionPartition(shapes: shapes))
      let worst = zip(solver.areas, shapes).map { abs($0 - 2 * $1.areaFraction) }.max() ?? 1
      #expect(worst < 2e-4, "\(segment.name)")
    }
  }

  @Test("Fractions that add up to more than the section are scaled")
  func overfull() {
    let anatomy = CordAnatomy.human()
    var shapes = anatomy.shapes[4]
    for region in shapes.indices { shapes[region].areaFraction *= 2 }
    var solver = PartitionSolver(shapes: shapes, outline: CordAnatomy.outline(of: anatomy.segments[4]))
    _ = solver.solve(RegionPartition(shapes: shapes))
    #expect(abs(solver.areas.reduce(0, +) - 1) < 1e-12)
    let ratio =
      solver.areas[RegionKey.index(.lateralCorticospinal)]
      / solver.areas[RegionKey.index(.fasciculusGracilis)]
    let wanted =
      shapes[RegionKey.index(.lateralCorticospinal)].areaFraction
      / shapes[RegionKey.index(.fasciculusGracilis)].areaFraction
    #expect(abs(ratio / wanted - 1) < 0.02)
  }

  @Test("A tract that ends shrinks to nothing between segments")
  func vanishing() throws {
    // The rat's cuneate fasciculus ends at T6.
    let anatomy = CordAnatomy.rat()
    let last = try anatomy.segment(named: "T6").middle
    let next = try anatomy.segment(named: "T7").middle
    let areas = (0...8).map { step -> Int in
      let section = anatomy.crossSection(atZ: last + (next - last) * Double(step) / 8)
      return section.whiteSamples(step: 0.01).count { $0.tract == RegionKey.index(.fasciculusCuneatus) }
    }
    #expect(areas[0] > 200)
    #expect(areas[8] == 0)
    #expect(zip(areas, areas.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(areas[4] < areas[0])
  }

  @Test("Between segments a tract's area lies near those of its neighbours")
  func blending() {
    let anatomy = CordAnatomy.human()
    for index in 0..<26 {
      let middle = 0.5 * (anatomy.segments[index].middle + anatomy.segments[index + 1].middle)
      let section = anatomy.crossSection(atZ: middle)
      let step = section.lateral / 300
      let samples = section.whiteSamples(step: step)
      let whole = section.area / 2 / (step * step)
      for tract in Tract.allCases {
        let area = Double(samples.count { $0.tract == Int(tract.rawValue) }) / whole
        let ends = [index, index + 1].map { 2 * anatomy.areaFraction(of: tract, inSegment: $0) }
        let low = min(ends[0], ends[1])
        let high = max(ends[0], ends[1])
        #expect(area > low - 0.02 && area < high + 0.02, "\(index) \(tract.name): \(area), \(ends)")
      }
    }
  }
}
