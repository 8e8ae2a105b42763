import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import Testing

@testable import MyelonTherapies

/// Releases placed in a cord.
@Suite("Release into the cord")
struct ReleaseTests {
  private func plan(
    _ kinetics: ReleaseKinetics, factor: Factor = .nt3, origin: FactorRelease.Origin, day: Double = 0.25,
    halfLife: Double? = nil
  ) -> FactorRelease {
    FactorRelease(
      name: "r", day: day, factor: factor, amount: 5000, kinetics: kinetics, depotHalfLife: halfLife,
      origin: origin)
  }

  /// Amount that the present sources bring an hour.
  private func inflow(_ model: LesionModel, _ field: TissueField, space: ExtracellularSpace) -> Double {
    guard model.sources.isActive(field) else { return 0 }
    let rates = model.sources.rates(field)
    return rates.indices.reduce(0) { sum, index in
      guard rates[index] > 0 else { return sum }
      return sum + Double(rates[index]) / space.concentration(ofUnitIn: index, of: model)
    }
  }

  @Test(
    "What is released is in the cord or cleared",
    arguments: [
      ReleaseKinetics.burstFirstOrder(burst: 0.3, rate: 0.4), .higuchi(constant: 0.3), .pump(duration: 2),
    ])
  func massBalance(kinetics: ReleaseKinetics) throws {
    let test = try MaterialsTestCord()
    let model = try test.model(.hemisection(side: .left, gap: 0.01))
    // Far from the lesion no cavity changes the space, so amounts follow from concentrations.
    let release = try Release(
      plan(kinetics, origin: .sites([InjectionSite(axial: -3.5)])), scaffold: nil, in: model,
      epicentre: test.epicentre)
    let space = ExtracellularSpace(tissueFraction: 0.2)
    let treatment = TestTreatment(.init(releases: [release]), parameters: test.table)
    let clearance = test.table["k_neurotrophin"]
    var expected = 0.0
    var released = 0.0
    treatment.onStep = { model, from, to in
      let hours = 24 * (to - from)
      let rate = inflow(model, .nt3, space: space)
      released += rate * hours
      expected = expected * exp(-clearance * hours) + rate * -expm1(-clearance * hours) / clearance
    }
    model.influence = treatment
    for day in [1, 3] {
      model.advance(to: day * 86_400)
      let loaded = 5000 * kinetics.cumulative(Double(day) - 0.25)
      #expect(abs(released / loaded - 1) < 1e-5)
      let values = model.state.values(.nt3)
      var held = 0.0
      for index in values.indices where values[index] > 0 {
        held += Double(values[index]) * Double(test.cord.cordFraction[index]) * test.cord.grid.voxelVolume
      }
      #expect(abs(held * 0.2 / 1000 / expected - 1) < 1e-3, "\(held * 0.2 / 1000) ng against \(expected)")
    }
  }

  @Test("Sites and scaffolds receive the whole amount in their shares")
  func shares() throws {
    let test = try MaterialsTestCord()
    let model = try test.model()
    model.advance(to: 7 * 86_400)
    let scaffold = try Scaffold(
      ScaffoldImplant(name: "s", day: 7, form: .gel, placement: .lesion(volume: 1), halfLife: nil),
      in: model, epicentre: test.epicentre)
    scaffold.prepare(model, day: 7)
    let sites = [InjectionSite(axial: -2, share: 3), InjectionSite(axial: 2.5, share: 1)]
    for origin in [FactorRelease.Origin.sites(sites), .scaffold("s")] {
      let release = try Release(
        plan(.burstFirstOrder(burst: 0.2, rate: 0.1), origin: origin, day: 7), scaffold: scaffold, in: model,
        epicentre: test.epicentre)
      model.sources.removeAll()
      release.prepare(model, fromDay: 7, toDay: 8)
      let expected = 5000 * (1 - 0.8 * exp(-0.1))
      #expect(abs(24 * inflow(model, .nt3, space: release.space) / expected - 1) < 1e-5)
      guard case .sites = origin else { continue }
      let rates = model.sources.rates(.nt3)
      let plane = test.cord.grid.nx * test.cord.grid.ny
      let rostral = rates.indices.filter { test.cord.position(ofSlice: $0 / plane) < test.epicentre }
        .reduce(0.0) {
          rates[$1] > 0 ? $0 + Double(rates[$1]) / release.space.concentration(ofUnitIn: $1, of: model) : $0
        }
      #expect(abs(24 * rostral / expected - 0.75) < 1e-5)
    }
  }

  @Test("A pump into the fluid reaches the concentration of its turnover")
  func fluid() throws {
    let test = try MaterialsTestCord()
    let release = try Release(
      plan(.pump(duration: 50), origin: .intrathecal), scaffold: nil, in: try test.model(),
      epicentre: test.epicentre)
    let expected = 100.0 / 24 * test.therapies["csf_turnover"] / test.therapies["csf_volume"]
    #expect(abs(release.fluidConcentration(fromDay: 20, toDay: 20.5) / expected - 1) < 1e-9)
    #expect(release.fluidConcentration(fromDay: 60, toDay: 61) < 1e-9)
    #expect(release.fluidConcentration(fromDay: 0, toDay: 0.25) == 0)
  }

  @Test("What is in the fluid enters from the surface, whatever the length of the steps")
  func intrathecal() throws {
    let test = try MaterialsTestCord()
    func run(longestStep: Int) throws -> (LesionModel, Release) {
      let model = try test.model(.hemisection(side: .left, gap: 0.01))
      let release = try Release(
        plan(.pump(duration: 50), origin: .intrathecal), scaffold: nil, in: model, epicentre: test.epicentre)
      model.influence = TestTreatment(.init(releases: [release]), parameters: test.table)
      while model.clock.seconds < 20 * 86_400 {
        model.advance(to: min(20 * 86_400, model.clock.seconds + longestStep))
      }
      return (model, release)
    }
    let (coarse, release) = try run(longestStep: 43_200)
    let (fine, _) = try run(longestStep: 1800)
    #expect(coarse.clock.steps < fine.clock.steps / 3)
    func total(_ model: LesionModel) -> Double {
      zip(model.state.values(.nt3), test.cord.cordFraction).reduce(0) { $0 + Double($1.0 * $1.1) }
    }
    // The loss inward is that of a half-space (see `CordSurface`), which is good to about a tenth in a round cord.
    #expect(abs(total(coarse) / total(fine) - 1) < 0.12, "\(total(coarse)) against \(total(fine))")
    let outside = release.fluidConcentration(fromDay: 19, toDay: 20)
    let highest = Double(fine.state.values(.nt3).max() ?? 0)
    #expect(highest < outside && highest > 0.3 * outside, "\(highest) of \(outside) ng/mL")
    let grid = test.cord.grid
    let middle = Double(fine.state.values(.nt3)[grid.index(grid.nx / 2, grid.ny / 2, 4)])
    #expect(middle < 0.5 * highest && middle > 0)
  }

  @Test("Therapies give the same bits for any number of threads")
  func threads() throws {
    let test = try MaterialsTestCord(spacing: 0.5)
    func bits(threads: Int) throws -> [UInt32] {
      let model = try test.model(threads: threads)
      model.advance(to: 86_400)
      let scaffold = try Scaffold(
        ScaffoldImplant(name: "s", day: 1, form: .gel, placement: .lesion(volume: 2)), in: model,
        epicentre: test.epicentre)
      let gel = try Release(
        plan(.higuchi(constant: 0.2), factor: .chondroitinase, origin: .scaffold("s"), day: 1, halfLife: 1.5),
        scaffold: scaffold, in: model, epicentre: test.epicentre)
      let drug = try DrugState(
        DrugCourse(
          name: "d", drug: .antiNogo, route: .intrathecal, day: 1, dose: 370, interval: 0, duration: 14),
        in: test.cord)
      test.treat(model, days: 4, by: .init(scaffolds: [scaffold], releases: [gel], drugs: [drug]))
      return model.state.block.map(\.bitPattern)
    }
    #expect(try bits(threads: 1) == bits(threads: 2))
  }

  @Test("Sites outside the cord and missing scaffolds are refused by name")
  func refusals() throws {
    let test = try MaterialsTestCord()
    let model = try test.model()
    func make(_ origin: FactorRelease.Origin) throws {
      _ = try Release(plan(.bolus, origin: origin), scaffold: nil, in: model, epicentre: test.epicentre)
    }
    #expect(throws: TherapyError.missingScaffold(release: "r", scaffold: "gel")) {
      try make(.scaffold("gel"))
    }
    #expect(throws: TherapyError.self) { try make(.sites([])) }
    #expect(throws: TherapyError.self) { try make(.sites([InjectionSite(axial: 30)])) }
    #expect(throws: TherapyError.self) { try make(.sites([InjectionSite(lateral: 4)])) }
    #expect(throws: TherapyError.self) { try make(.sites([InjectionSite(share: .nan)])) }
    #expect(throws: Never.self) { try make(.sites([.epicentre])) }
  }
}
