import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonTestSupport
import Testing

@testable import MyelonTherapies

@Suite("Grafted cells: what they do to the cord")
struct GraftActionTests {
  private func amount(_ values: UnsafeMutableBufferPointer<Float>, _ bench: GraftBench, space: Double)
    -> Double
  {
    zip(values, bench.cord.cordFraction).reduce(0) {
      $0 + Double($1.0) * Double($1.1) * bench.cord.grid.voxelVolume * space / 1000
    }
  }

  @Test("What cells secrete is what arrives in the extracellular space, ng for ng")
  func secretion() throws {
    let bench = try GraftBench.rat()
    for cavity in [0, 0.5, 1] as [Float] {
      let model = try bench.model()
      model.state.mutableValues(.cavity).update(repeating: cavity)
      let graft = try bench.graft()
      var plan = CellTransplant.test(.test(.neural, [.secretionBDNF: 0.3, .secretionVEGF: 2]), dose: 5e5)
      plan.engineering = [.secretes(.bdnf, rate: 50), .secretes(.chondroitinase, rate: 20)]
      graft.place(plan, in: model)
      graft.prepare(model, hours: 1)
      let space = 0.2 * (1 - Double(cavity)) + Double(cavity)
      for (field, rate) in [(TissueField.bdnf, 50.3), (.vegf, 2), (.chondroitinase, 0.02)] {
        let found = amount(model.sources.rates(field), bench, space: space)
        #expect(abs(found / (rate * 0.5 / 24) - 1) < 1e-4, "\(field.name): \(found) per hour")
      }
      #expect(!model.sources.isActive(.nt3) && !model.sources.isActive(.gdnf))
    }
  }

  @Test("A circuit leaks without its signal, gives half at its half level and all of it at a high one")
  func circuits() throws {
    let bench = try GraftBench.rat()
    for (level, expected) in [(0, 1.0), (2, 5.5), (2000, 10)] as [(Float, Double)] {
      let model = try bench.model()
      model.state.mutableValues(.proInflammatoryCytokine).update(repeating: level)
      let graft = try bench.graft()
      var plan = CellTransplant.test(.test(), dose: 1e6)
      plan.engineering = [
        .responds(
          SenseAndRespond(
            sensor: .cytokine, half: 2, exponent: 2, factor: .interleukin10, leak: 1, maximal: 10))
      ]
      graft.place(plan, in: model)
      graft.prepare(model, hours: 1)
      let found = amount(model.sources.rates(.antiInflammatoryCytokine), bench, space: 0.2) * 24
      #expect(abs(found / expected - 1) < 1e-3, "\(level): \(found)")
    }
  }

  @Test("Spreading keeps the sum and has the variance of an exponential, 2 L² an axis")
  func spreading() {
    let grid = VoxelGrid(nx: 61, ny: 61, nz: 81, spacing: SIMD3(0.2, 0.2, 0.3))
    let centre = grid.index(30, 30, 40)
    var spread = GraftSpread(grid: grid, voxels: [Int32(centre)], reach: 0.45)
    spread.add(centre, 8)
    spread.smooth()
    var sum = 0.0
    var second = SIMD3<Double>.zero
    spread.forEach { voxel, value in
      let offset =
        SIMD3(Double(voxel % 61 - 30), Double(voxel / 61 % 61 - 30), Double(voxel / 3721 - 40)) * grid.spacing
      sum += Double(value)
      second += Double(value) * offset * offset
    }
    // The box ends at three lengths, where exp(-3) = 5 % an axis, 0.15 in all, is cut off.
    #expect(sum > 8 * 0.84 && sum < 8)
    for axis in 0..<3 {
      let variance = second[axis] / sum
      #expect(variance > 0.5 * 2 * 0.45 * 0.45 && variance < 2 * 0.45 * 0.45, "axis \(axis): \(variance)")
    }
  }

  @Test("Intrathecal cells that do not arrive are nowhere in the cord and still act, for a while")
  func intrathecal() throws {
    let bench = try GraftBench.rat()
    let model = try bench.model()
    let graft = try bench.graft()
    let product = CellProduct.test(
      .mesenchymal, [.remoteEffect: 0.5, .remoteDuration: 7, .immunomodulation: 1, .paracrineProtection: 0.3])
    graft.place(.test(product, dose: 1e6, route: .intrathecal), in: model)
    #expect(graft.agentCount == 0 && graft.ledger.entries[0].placed == 0 && graft.ledger.balances)
    graft.prepare(model, hours: 1)
    let first = model.state.values(.repairDrive).max() ?? 0
    #expect(first > 0.05 && first <= 0.5 && (model.state.values(.protection).max() ?? 0) > 0.01)
    #expect(model.state.values(.graft).allSatisfy { $0 == 0 })
    graft.live(24 * 60, step: 12, in: model)
    model.state.mutableValues(.repairDrive).update(repeating: 0)
    graft.prepare(model, hours: 1)
    #expect((model.state.values(.repairDrive).max() ?? 1) < 0.01 * first)
  }

  @Test("A binomial share of intravenous cells reaches an injured cord, none an intact one")
  func intravenous() throws {
    let bench = try GraftBench.rat()
    let product = CellProduct.test(.mesenchymal, [.intravenousArrival: 0.05])
    for (mechanism, expected) in [
      (InjuryMechanism.moderateDrop, 5000.0), (.contusion(peakCompression: 0), 0),
    ] {
      let model = try bench.model(mechanism)
      let graft = try bench.graft()
      graft.place(.test(product, dose: 1e5, route: .intravenous), in: model)
      #expect(abs(Double(graft.agentCount) - expected) <= 4 * (expected * 0.95).squareRoot())
      #expect(graft.cells.allSatisfy { model.state.values(.perfusion)[$0.voxel] < 1 })
    }
  }

  @Test("Vesicles gather in the injured part of the cord, in full in the end, and act where they are")
  func vesicles() throws {
    let bench = try GraftBench.rat()
    let product = CellProduct.test(
      .vesicles,
      [.intravenousArrival: 0.01, .immunomodulation: 0.8, .paracrineProtection: 0.2, .paracrineHalf: 1])
    let model = try bench.model(.moderateDrop)
    let graft = try bench.graft()
    graft.place(.test(product, dose: 1, route: .intravenous), in: model)
    var total = 0.0
    for step in 0..<40 {
      model.sources.removeAll()
      graft.prepare(model, hours: 0.5)
      if model.sources.isActive(.exosomes) {
        let rates = model.sources.rates(.exosomes)
        total += 1000 * 0.5 * amount(rates, bench, space: 1)
        if step == 0 {
          for voxel in 0..<rates.count where rates[voxel] > 0 {
            #expect(model.state.values(.haemorrhage)[voxel] > 0 || model.state.values(.tissue)[voxel] < 1)
          }
        }
      }
      graft.advance(model, hours: 0.5, immunosuppression: 0)
    }
    // 0.01 of a dose of 200 levels over 10 mm3.
    #expect(abs(total - 20) < 0.01, "\(total)")
    model.state.mutableValues(.exosomes).update(repeating: 1)
    model.state.mutableValues(.repairDrive).update(repeating: 0)
    graft.prepare(model, hours: 0.5)
    #expect(abs((model.state.values(.repairDrive).max() ?? 0) - 0.4) < 1e-6)
    let intact = try bench.model()
    let idle = try bench.graft()
    idle.place(.test(product, dose: 1, route: .intravenous), in: intact)
    idle.prepare(intact, hours: 1)
    #expect(!intact.sources.isActive(.exosomes))
  }

  @Test("Mature myelin-forming cells remyelinate bare axons, others do not")
  func remyelination() throws {
    let bench = try GraftBench.rat()
    for share in [0.0, 1] {
      let model = try bench.model()
      model.state.mutableValues(.myelin).update(repeating: 0.4)
      let graft = try bench.graft(["graft_maturation": 7])
      let product = CellProduct.test(
        .oligodendrocyteProgenitor,
        [.differentiationTime: 1, .fateOligodendrocyte: share, .remyelination: 1e-3])
      graft.place(.test(product, dose: 1e5), in: model)
      graft.live(24 * 2, step: 6, in: model)
      let early = model.state.values(.remyelination).max() ?? 0
      graft.live(24 * 40, step: 6, in: model)
      guard share > 0 else {
        #expect(model.state.values(.remyelination).allSatisfy { $0 == 0 })
        continue
      }
      #expect(early < 0.01, "fresh cells wrap nothing")
      // A cell acts for the 42 d less its wait for a fate, 1 d / ln 2, and for its maturity, 7 d.
      let acting = 24 * (42 - 1 / 0.6931 - 7.0)
      let density = graft.density(of: 0)
      for voxel in density.indices where density[voxel] > 200 {
        let perVolume =
          Double(density[voxel]) / Double(bench.cord.cordFraction[voxel]) / bench.cord.grid.voxelVolume
        let expected = 0.6 * (1 - exp(-1e-3 * perVolume * 1e-4 * acting))
        #expect(abs(Double(model.state.values(.remyelination)[voxel]) / expected - 1) < 0.03)
      }
    }
  }

  @Test("Cells placed in a scaffold lie in it")
  func scaffold() throws {
    let bench = try GraftBench.rat()
    let model = try bench.model()
    let grid = bench.cord.grid
    let slab = grid.nx * grid.ny
    let scaffold = model.state.mutableValues(.scaffold)
    for voxel in 10 * slab..<12 * slab { scaffold[voxel] = 0.9 }
    let graft = try bench.graft()
    var plan = CellTransplant.test(.test(), dose: 1e4)
    plan.scaffold = "gel"
    graft.place(plan, in: model)
    #expect(graft.agentCount == 10_000 && graft.cells.allSatisfy { (10..<12).contains($0.voxel / slab) })
  }

  @Test("Sites get their shares, and an injected volume is held by that much cord")
  func sites() throws {
    let bench = try GraftBench.rat()
    let model = try bench.model()
    let graft = try bench.graft()
    var plan = CellTransplant.test(.test(), dose: 3e4, volume: 4)
    plan.sites = [InjectionSite(axial: -2.5, share: 1), InjectionSite(axial: 2.5, share: 3)]
    graft.place(plan, in: model)
    let caudal = graft.cells.filter { Double($0.position.z) > bench.epicentre }.count
    #expect(abs(caudal - 22_500) < 300)
    let voxels = Set(graft.cells.map(\.voxel))
    let volume = voxels.reduce(0) { $0 + Double(bench.cord.cordFraction[$1]) * bench.cord.grid.voxelVolume }
    #expect(volume >= 4 && volume < 4.1)
    graft.prepare(model, hours: 1)
    let filled = zip(model.state.values(.graft), bench.cord.cordFraction).reduce(0) {
      $0 + Double($1.0) * Double($1.1) * bench.cord.grid.voxelVolume
    }
    #expect(abs(filled / (3e4 * Double.pi / 6 * pow(0.012, 3)) - 1) < 1e-4)
  }

  @Test("Divisions stop at the limit of agents and are counted")
  func agentLimit() throws {
    let bench = try GraftBench.rat(spacing: 0.4)
    let model = try bench.model()
    let graft = try bench.graft(budget: Graft.agentLimit)
    graft.place(
      .test(.test(.neural, [.division: 0.1, .proliferatingShare: 1]), dose: 9e5, volume: 20), in: model)
    graft.live(8, step: 2, in: model)
    let entry = graft.ledger.entries[0]
    #expect(graft.agentCount == Graft.agentLimit && entry.born == 100_000 && entry.suppressed > 100_000)
    #expect(entry.balances)
  }
}
