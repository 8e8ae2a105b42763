import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonTherapies
import Testing

@Suite("Grafted cells: birth, death, fate and migration")
struct GraftKineticsTests {
  @Test(
    "A constant hazard leaves exp(-h t) of the cells, within binomial error", arguments: [0.25, 3.0, 12.0])
  func exponentialSurvival(step: Double) throws {
    let bench = try GraftBench.rat()
    let model = try bench.model()
    let graft = try bench.graft()
    graft.place(.test(.test(.neural, [.basalDeath: 0.01]), dose: 1e5), in: model)
    for day in 1...5 {
      graft.live(24, step: step, in: model)
      let expected = exp(-0.01 * 24 * Double(day))
      let share = Double(graft.ledger.entries[0].totalAlive) / 1e5
      #expect(
        abs(share - expected) < 4 * (expected * (1 - expected) / 1e5).squareRoot(), "day \(day): \(share)")
    }
    #expect(graft.ledger.entries[0].dead(.basal) == graft.ledger.entries[0].totalDead)
  }

  @Test("Injection loss ends after a day and takes its share, which a carrier reduces")
  func injectionLoss() throws {
    let bench = try GraftBench.rat()
    let model = try bench.model()
    for (adhesion, expected) in [(0.0, 0.4), (0.5, 0.7), (1, 1.0)] {
      let graft = try bench.graft()
      var plan = CellTransplant.test(.test(.neural, [.injectionLoss: 0.6]), dose: 1e5)
      plan.carrier = .init(adhesion: adhesion, halfLife: 1e6)
      graft.place(plan, in: model)
      // Steps of 10 h do not end at 24 h: the hazard must.
      graft.live(30, step: 10, in: model)
      let after = Double(graft.ledger.entries[0].totalAlive) / 1e5
      #expect(abs(after - expected) < 0.006, "adhesion \(adhesion): \(after)")
      graft.live(240, step: 12, in: model)
      #expect(Double(graft.ledger.entries[0].totalAlive) / 1e5 == after)
    }
  }

  @Test("A free random walk has the variance 2 D t along each axis", arguments: [1.0, 12.0])
  func diffusion(step: Double) throws {
    let bench = try GraftBench.rat(spacing: 0.2)
    let model = try bench.model()
    let graft = try bench.graft()
    // 0.1 mm in the end: far from the surface of a cord of 3 mm.
    graft.place(.test(.test(.neural, [.migration: 1e-4]), dose: 5e4, volume: 0.001), in: model)
    let before = graft.cells.map(\.position)
    graft.live(48, step: step, in: model)
    let moves = zip(graft.cells.map(\.position), before).map { $0 - $1 }
    let expected = 2 * 1e-4 * 48.0
    for axis in 0..<3 {
      let mean = moves.reduce(0) { $0 + Double($1[axis]) } / Double(moves.count)
      let variance = moves.reduce(0) { $0 + pow(Double($1[axis]) - mean, 2) } / Double(moves.count)
      // The relative error of a variance of n draws is about sqrt(2 / n) = 0.6 %.
      #expect(abs(variance / expected - 1) < 0.025, "axis \(axis): \(variance) mm2, expected \(expected)")
      #expect(abs(mean) < 4 * (expected / Double(moves.count)).squareRoot())
    }
    let products = moves.reduce(0) { $0 + Double($1.x * $1.z) } / Double(moves.count)
    #expect(abs(products) < 4 * expected / Double(moves.count).squareRoot())
  }

  @Test("No cell ever lies outside the cord, and every voxel index fits its position")
  func insideTheCord() throws {
    let bench = try GraftBench.rat()
    let model = try bench.model()
    let graft = try bench.graft()
    graft.place(.test(.test(.neural, [.migration: 0.05]), dose: 2e4, volume: 30), in: model)
    graft.live(240, step: 12, in: model)
    let grid = bench.cord.grid
    for cell in graft.cells {
      #expect(bench.cord.cordFraction[cell.voxel] >= Graft.leastCordShare)
      let place = (SIMD3<Double>(cell.position) - grid.origin) / grid.spacing
      let index = grid.index(Int(place.x.rounded()), Int(place.y.rounded()), Int(place.z.rounded()))
      guard index == cell.voxel else {
        Issue.record("\(cell.position) is not in voxel \(cell.voxel)")
        return
      }
    }
    // After long diffusion the density is even: the surface reflects.
    let density = graft.density(of: 0)
    let middle = bench.cord.slice(atZ: bench.epicentre)
    var inner = (cells: 0.0, volume: 0.0)
    var outer = (cells: 0.0, volume: 0.0)
    for y in 0..<grid.ny {
      for x in 0..<grid.nx {
        for z in middle - 3...middle + 3 {
          let voxel = grid.index(x, y, z)
          let share = bench.cord.cordFraction[voxel]
          guard share >= Graft.leastCordShare else { continue }
          if share < 1 {
            outer = (outer.cells + Double(density[voxel]), outer.volume + 1)
          } else {
            inner = (inner.cells + Double(density[voxel]), inner.volume + 1)
          }
        }
      }
    }
    #expect(abs(outer.cells / outer.volume / (inner.cells / inner.volume) - 1) < 0.1)
  }

  @Test("Progenitors in free space double once in ln 2 over their rate", arguments: [0.5, 12.0])
  func doubling(step: Double) throws {
    let bench = try GraftBench.rat()
    let model = try bench.model()
    let graft = try bench.graft()
    // 0.0578 x 0.5 1/h: doubling in 24 h.
    graft.place(
      .test(.test(.neural, [.division: 0.057762, .proliferatingShare: 0.5]), dose: 5000), in: model)
    graft.live(96, step: step, in: model)
    let entry = graft.ledger.entries[0]
    #expect(entry.placed == 5000 && entry.born == entry.totalAlive - 5000)
    // A Yule process from n cells has the relative deviation sqrt(1 / n).
    #expect(abs(Double(entry.totalAlive) / (16 * 5000) - 1) < 0.05, "\(entry.totalAlive)")
    let mean = graft.cells.reduce(0) { $0 + Double($1.generation) } / Double(graft.agentCount)
    #expect(mean > 4 && mean < 8)
    let label = graft.cells.reduce(0) { $0 + pow(2, -Double($1.generation)) }
    #expect(abs(label - 5000) < 1e-6, "division halves a label and loses none")
  }

  @Test("Growth stops at the carrying density, and a crowd thins out to it")
  func carryingCapacity() throws {
    let bench = try GraftBench.rat()
    let model = try bench.model()
    let volume = 2.0
    for dose in [4e3, 1e5] {
      let graft = try bench.graft()
      let product = CellProduct.test(
        .neural, [.division: 0.03, .proliferatingShare: 1, .carryingDensity: 1e4])
      graft.place(.test(product, dose: dose, volume: volume), in: model)
      graft.live(24 * 40, step: 6, in: model)
      let density = graft.density(of: 0).enumerated().filter { $0.element > 0 }
      let mean =
        density.reduce(0) { $0 + Double($1.element) }
        / density.reduce(0) {
          $0 + Double(bench.cord.cordFraction[$1.offset]) * bench.cord.grid.voxelVolume
        }
      #expect(mean > 0.9e4 && mean < 1.1e4, "from \(dose) cells: \(mean) cells/mm3")
      #expect(graft.ledger.balances)
    }
  }

  @Test("Half of the cells choose a fate in the differentiation time, in the shares of the product")
  func fates() throws {
    let bench = try GraftBench.rat()
    let model = try bench.model()
    let graft = try bench.graft()
    let product = CellProduct.test(
      .neural, [.differentiationTime: 10, .fateNeuron: 0.5, .fateAstrocyte: 0.2, .fateOligodendrocyte: 0.05])
    graft.place(.test(product, dose: 1e5), in: model)
    graft.live(240, step: 4, in: model)
    let half = graft.ledger.entries[0]
    #expect(abs(half.alive(.progenitor) - 50_000) < 700)
    graft.live(2400, step: 12, in: model)
    let entry = graft.ledger.entries[0]
    let settled = Double(1e5) - Double(entry.alive(.progenitor))
    for (fate, share) in [(GraftFate.neuron, 0.5), (.astrocyte, 0.2), (.myelinating, 0.05), (.other, 0.25)] {
      let found = Double(entry.alive(fate)) / settled
      #expect(abs(found - share) < 4 * (share * (1 - share) / settled).squareRoot(), "\(fate): \(found)")
    }
    #expect(graft.cells.allSatisfy { $0.fate == .progenitor ? $0.maturity == 0 : $0.maturity > 0 })
  }

  @Test("Cells of different transplants do not share random draws")
  func independence() throws {
    let bench = try GraftBench.rat()
    let model = try bench.model()
    let graft = try bench.graft()
    let product = CellProduct.test(.neural, [.basalDeath: 0.0289])
    graft.place(.test(product, dose: 2e4, name: "a"), in: model)
    graft.place(.test(product, dose: 2e4, name: "b"), in: model)
    graft.live(24, step: 24, in: model)
    let cells = graft.cells
    let both = (0..<20_000).filter { cells[$0].condition == .alive && cells[$0 + 20_000].condition == .alive }
    #expect(abs(both.count - 5000) < 250)
    #expect(Set(cells.map(\.id)).count == cells.count)
  }
}
