import MyelonAnatomy
import Testing

@testable import MyelonLesion

/// Switching of macrophages between their two states, in a cord whose signals are set by hand.
@Suite struct MacrophageSwitchTests {
  /// Pro-repair share after a day of reactions under constant signals, from an even mixture.
  private func repairShare(cytokine: Float = 0, interleukin10: Float = 0, debris: Float = 0, blood: Float = 0)
    throws -> (share: Double, cells: Double)
  {
    let model = try TestCord.rat(spacing: 0.5, reach: 1).model(.contusion(peakCompression: 0))
    model.kinetics.inflammation.macrophageInflux = 0
    model.kinetics.inflammation.macrophageInfluxByDebris = 0
    model.state.mutableValues(.inflammatoryMacrophages).update(repeating: 0.3)
    model.state.mutableValues(.repairMacrophages).update(repeating: 0.3)
    for _ in 0..<24 {
      for (field, value) in [
        (TissueField.proInflammatoryCytokine, cytokine), (.antiInflammatoryCytokine, interleukin10),
        (.myelinDebris, debris), (.haemorrhage, blood),
      ] { model.state.mutableValues(field).update(repeating: value) }
      _ = model.react(hours: 1)
    }
    let repair = model.total(.repairMacrophages)
    let cells = repair + model.total(.inflammatoryMacrophages)
    let whole = model.cord.cordFraction.reduce(0.0) { $0 + Double($1) }
    return (repair / cells, cells / whole)
  }

  @Test func interleukin10SpeedsTheSwitchToRepair() throws {
    let none = try repairShare()
    let some = try repairShare(interleukin10: 1)
    let more = try repairShare(interleukin10: 5)
    #expect(abs(none.share - 0.5) < 1e-6)
    #expect(some.share > none.share + 0.01 && more.share > some.share + 0.01)
  }

  @Test func cytokineSlowsTheSwitchToRepair() throws {
    let calm = try repairShare(interleukin10: 2)
    let inflamed = try repairShare(cytokine: 1, interleukin10: 2)
    let raging = try repairShare(cytokine: 5, interleukin10: 2)
    #expect(inflamed.share < calm.share - 0.005 && raging.share < inflamed.share - 0.005)
    #expect(raging.share > 0.5)
  }

  @Test func debrisAndBloodDriveTheSwitchBack() throws {
    #expect(try repairShare(debris: 0.5).share < 0.49)
    #expect(try repairShare(blood: 0.5).share < 0.49)
  }

  @Test func switchingNeitherMakesNorLosesCells() throws {
    let still = try repairShare()
    for (cytokine, interleukin10, debris) in [(0, 5, 0), (3, 2, 1), (0, 0, 2)] as [(Float, Float, Float)] {
      let switching = try repairShare(cytokine: cytokine, interleukin10: interleukin10, debris: debris)
      // 24 steps of a few Float roundings.
      #expect(abs(switching.cells / still.cells - 1) < 2e-6)
    }
  }
}
