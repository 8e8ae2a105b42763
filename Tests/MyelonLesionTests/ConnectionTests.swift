import Foundation
import MyelonAnatomy
import MyelonStimulation
import MyelonFields
import MyelonQuantities
import MyelonTestSupport
import Testing

@testable import MyelonLesion

/// Which axons are joined to their cell body and which conduct, against a search over all slices.
@Suite struct ConnectionTests {
  private func randomModel(_ species: Species, seed: UInt64) throws -> LesionModel {
    let test =
      species == .rat
      ? try TestCord.rat(spacing: 0.4, reach: 1.6) : try TestCord.human(spacing: 1.5, reach: 6)
    let model = try test.model(.contusion(peakCompression: 0))
    var tissue = RandomTissue(random: SeededGenerator(seed: seed))
    _ = tissue.fill(model)
    return model
  }

  /// Smallest value of a voxel function along a bundle between two slices, both included.
  private func smallest(
    _ model: LesionModel, _ bundle: Int, _ slices: ClosedRange<Int>, _ value: (Int) -> Double
  ) -> Double {
    slices.map { value(model.cord.bundles.voxel(of: bundle, inSlice: $0)) }.min() ?? 1
  }

  @Test(arguments: Species.allCases, [1, 2, 3] as [UInt64])
  func aVoxelsConnectedShareIsTheMeanOverItsBundlesOfTheLeastUncutShareTowardsTheCellBody(
    species: Species, seed: UInt64
  ) throws {
    let model = try randomModel(species, seed: seed)
    let days = 14.0 * Double(seed)
    let parameters = model.parameters
    let bundles = model.cord.bundles
    let last = model.cord.grid.nz - 1
    model.sweep.update(model.state, days: days)
    /// Slices by which the stump of a tract's cut axons has died back: δ₀ + δ₁ (1 - e^(-t/τ)).
    func retraction(_ tract: Tract) -> Int {
      let late = parameters[tract.isCorticospinal ? "dieback_CST" : "dieback_macrophage"]
      let time = parameters["dieback_time"] * parameters["time_scaling"]
      let distance = parameters["dieback_acute"] + late * (1 - exp(-days / time))
      return Int((distance / model.cord.grid.spacing.z).rounded())
    }
    let axons = model.state.values(.axons)
    var shares = [[Double]](repeating: [], count: model.cord.grid.count)
    for bundle in 0..<bundles.count {
      for slice in 0...last {
        let ahead = retraction(bundles.tract[bundle])
        let towardsBody =
          bundles.tract[bundle].isAscending ? max(0, slice - ahead)...last : 0...min(last, slice + ahead)
        shares[bundles.voxel(of: bundle, inSlice: slice)].append(
          smallest(model, bundle, towardsBody) { Double(axons[$0]) })
      }
    }
    for (index, passing) in shares.enumerated() {
      let expected =
        passing.isEmpty ? Double(axons[index]) : passing.reduce(0, +) / Double(passing.count)
      #expect(abs(Double(model.state.values(.connected)[index]) - expected) < 1e-6)
    }
    #expect(shares.contains { $0.count > 1 })
  }

  @Test(arguments: Species.allCases, [4, 5] as [UInt64])
  func aBundleConductsAsItsWorstSliceTowardsTheBrain(species: Species, seed: UInt64) throws {
    let model = try randomModel(species, seed: seed)
    let block: Float = 0.7
    let conduction = Conduction(model, block: AxonBlock(constant: block))
    let slices = model.cord.grid.nz
    #expect(conduction.sliceCount == slices)
    let (axons, myelin) = (model.state.values(.axons), model.state.values(.myelin))
    let remyelination = model.state.values(.remyelination)
    let silencing = model.parameters["conduction_stress_block"]
    for bundle in 0..<model.cord.bundles.count {
      for slice in 0..<slices {
        let uncut = smallest(model, bundle, 0...slice) { Double(axons[$0]) }
        let share = smallest(model, bundle, 0...slice) { index in
          let bare = max(0, 1 - Double(myelin[index]) - Double(remyelination[index]))
          let stress = model.twin(index).stress(model.voxel(index))
          let awake = (1 - silencing * stress.ischaemia) * (1 - silencing * stress.oxidation)
          return Double(axons[index]) * (1 - Double(block) * bare) * awake
        }
        #expect(abs(Double(conduction.uncut[bundle * slices + slice]) - uncut) < 1e-6)
        #expect(abs(Double(conduction.share[bundle * slices + slice]) - share) < 1e-6)
      }
    }
  }

  @Test func tractMeansWeighBundlesByTheirAxons() throws {
    let model = try randomModel(.human, seed: 6)
    let bundles = model.cord.bundles
    let slices = model.cord.grid.nz
    let conduction = Conduction(model, block: AxonBlock(constant: 0.8))
    for tract in Tract.allCases {
      for side in Side.allCases {
        let indices = (0..<bundles.count).filter { bundles.tract[$0] == tract && bundles.side[$0] == side }
        let mean = conduction.mean(tract, side, slice: 3, bundles: bundles)
        let spared = conduction.spared(tract, side, bundles: bundles)
        guard !indices.isEmpty else {
          #expect(mean == nil && spared == nil)
          continue
        }
        let weight = indices.reduce(0.0) { $0 + Double(bundles.axonShare[$1]) }
        let expected = indices.reduce(0.0) {
          $0 + Double(bundles.axonShare[$1]) * Double(conduction.share[$1 * slices + 3])
        }
        let uncut = indices.reduce(0.0) {
          $0 + Double(bundles.axonShare[$1]) * Double(conduction.uncut[$1 * slices + slices - 1])
        }
        #expect(abs((mean ?? -1) - expected / weight) < 1e-6)
        #expect(abs((spared ?? -1) - uncut / weight) < 1e-6)
      }
    }
  }

  /// A cut leaves ascending fibres joined below it and descending ones above it.
  @Test func theRunningMinimumStartsAtTheCellBody() throws {
    let test = try TestCord.human(spacing: 1, reach: 10)
    let model = try test.model(.transection(gap: 1))
    let grid = test.cord.grid
    let cut = test.cord.slice(atZ: test.epicentre)
    let passages = test.cord.bundles.voxel.reduce(into: [Int32: Set<Bool>]()) { $0[$1] = [] }
    var directions = passages
    for bundle in 0..<test.cord.bundles.count {
      for slice in 0..<grid.nz {
        let voxel = Int32(test.cord.bundles.voxel(of: bundle, inSlice: slice))
        directions[voxel, default: []].insert(test.cord.bundles.tract[bundle].isAscending)
      }
    }
    for (voxel, kinds) in directions where kinds.count == 1 {
      let slice = Int(voxel) / (grid.nx * grid.ny)
      let connected = model.state.values(.connected)[Int(voxel)]
      if slice < cut - 1 { #expect(connected == (kinds.contains(true) ? 0 : 1)) }
      if slice > cut + 1 { #expect(connected == (kinds.contains(true) ? 1 : 0)) }
    }
  }

  /// Degeneration needs days, and only parts cut from their cell body undergo it.
  @Test func onlyDisconnectedPartsDegenerate() throws {
    let test = try TestCord.human(spacing: 1.5, reach: 15)
    let model = try test.model(.transection(gap: 1))
    model.advance(days: 20)
    for index in test.cord.cordFraction.indices {
      let degenerated = model.state.values(.degenerated)[index]
      let connected = model.state.values(.connected)[index]
      #expect(degenerated <= 1 - connected + 1e-5)
    }
    #expect(model.largest(.degenerated) > 0.5)
  }
}
