import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import Testing

@testable import MyelonTherapies

struct GrowthOfferTests {
  @Test("All of a narrow channel and a ring of a wide one lies near a wall")
  func guidedShare() {
    #expect(Scaffold.guidedShare(ofChannel: 100, reach: 50) == 1)
    #expect(Scaffold.guidedShare(ofChannel: 60, reach: 50) == 1)
    // Ring of 50 um in a channel of 200 um: 1 - (100/200)² = 3/4.
    #expect(abs(Scaffold.guidedShare(ofChannel: 200, reach: 50) - 0.75) < 1e-12)
    #expect(
      Scaffold.guidedShare(ofChannel: 450, reach: 60) > Scaffold.guidedShare(ofChannel: 660, reach: 60))
  }

  @Test("A scaffold offers adhesion and alignment where it lies, and less as it goes")
  func scaffold() throws {
    let bench = try MaterialsTestCord()
    let model = try bench.model(.transection(gap: 2))
    let implant = ScaffoldImplant(
      name: "s", day: 0, form: .sponge, placement: .block(length: 2, axial: 0), alignment: 0.6, adhesion: 0.8,
      halfLife: 10)
    let scaffold = try Scaffold(implant, in: model, epicentre: bench.epicentre, table: bench.therapies)
    var fresh = GrowthOffer()
    scaffold.addGrowth(to: &fresh, day: 0, voxelCount: bench.cord.grid.count)
    var old = GrowthOffer()
    scaffold.addGrowth(to: &old, day: 10, voxelCount: bench.cord.grid.count)
    for (voxel, share) in zip(scaffold.voxels, scaffold.share) {
      #expect(abs(fresh.adhesion[Int(voxel)] - 0.8 * share) < 1e-6)
      #expect(abs(fresh.alignment[Int(voxel)] - 0.6 * share) < 1e-6)
      #expect(abs(old.adhesion[Int(voxel)] - 0.4 * share) < 1e-6)
    }
    #expect(fresh.adhesion.count { $0 > 0 } == scaffold.voxels.count)
  }

  @Test("Channels are counted in the section of the scaffold")
  func channelCount() throws {
    let bench = try MaterialsTestCord(spacing: 0.2)
    let model = try bench.model(.transection(gap: 2))
    let implant = ScaffoldImplant(
      name: "s", day: 0, form: .channels, placement: .block(length: 2, axial: 0),
      channels: .init(diameter: 200, wall: 50))
    let scaffold = try Scaffold(implant, in: model, epicentre: bench.epicentre, table: bench.therapies)
    let channels = try #require(scaffold.channels(in: bench.cord))
    let section = CordAnatomy.rat().crossSection(atZ: bench.epicentre).area
    let expected = section * 1e6 / (3.0.squareRoot() / 2 * 250 * 250)
    #expect(abs(channels.count / expected - 1) < 0.05)
    #expect(channels.slice == bench.cord.slice(atZ: bench.epicentre))
  }

  @Test("Grafted neurons are counted where they lie, other cells saturate")
  func cells() throws {
    let bench = try GraftBench.rat()
    let model = try bench.model()
    let graft = try bench.graft()
    let product = CellProduct.test(
      .neural, [.fateNeuron: 1, .differentiationTime: 0.01, .axonExtension: 0.3, .growthSupport: 0.7])
    graft.place(
      CellTransplant(name: "n", product: product, day: 0, dose: 20_000, volume: 2, tissueMatch: 1), in: model)
    var before = GrowthOffer()
    graft.addGrowth(to: &before)
    #expect(before.neurons[0].allSatisfy { $0 == 0 })
    #expect((before.support.max() ?? 0) > 0 && (before.support.max() ?? 1) < 1)
    for _ in 0..<40 { graft.advance(model, hours: 12, immunosuppression: 0) }
    var after = GrowthOffer()
    graft.addGrowth(to: &after)
    let neurons = graft.summaries(model)[0].alive[Int(GraftFate.neuron.rawValue)]
    #expect(neurons > 10_000)
    #expect(abs(Double(after.neurons[0].reduce(0, +)) - neurons) < 1e-3 * neurons)
    #expect(after.extending == [0.3])
  }

  @Test(
    "Vesicles, cells in the cord and cells elsewhere let axons sprout by their growth support and paracrine level"
  )
  func sprouting() throws {
    let bench = try GraftBench.rat()
    let model = try bench.model()
    let voxel = try #require(bench.cord.cordFraction.firstIndex { $0 > 0.9 })
    func offer(_ graft: Graft) -> [Float] {
      var offer = GrowthOffer()
      graft.addSprouting(to: &offer, model)
      return offer.sprouting
    }
    let none = try bench.graft()
    none.place(.test(.test(.neural, [.growthSupport: 0]), dose: 1e5), in: model)
    #expect(offer(none).isEmpty)

    let vesicles = try bench.graft()
    vesicles.place(
      .test(.test(.vesicles, [.growthSupport: 0.5, .paracrineHalf: 0.2]), dose: 1), in: model)
    model.state.mutableValues(.exosomes).update(repeating: 0.6)
    #expect(abs(offer(vesicles)[voxel] - 0.5 * 0.75) < 1e-6)
    model.state.mutableValues(.exosomes).update(repeating: 0)

    let cells = try bench.graft()
    cells.place(.test(.test(.neural, [.growthSupport: 0.5, .paracrineHalf: 1]), dose: 5e5), in: model)
    let near = offer(cells)
    // Dense cells are near their full effect where they lie, and reach no farther than their factors.
    #expect((near.max() ?? 0) > 0.45 && (near.max() ?? 1) <= 0.5)
    #expect(near[0] == 0 && near.allSatisfy { $0 >= 0 })
    // A second transplant of the same kind adds as independent chances do.
    cells.place(.test(.test(.neural, [.growthSupport: 0.5, .paracrineHalf: 1]), dose: 5e5), in: model)
    #expect((offer(cells).max() ?? 0) > 0.7 && (offer(cells).max() ?? 1) <= 0.75)
  }
}
