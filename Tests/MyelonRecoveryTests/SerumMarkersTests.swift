import MyelonAnatomy
import Foundation
import MyelonQuantities
import Testing

@testable import MyelonRecovery

/// Proteins in serum against their formulas.
@Suite struct SerumMarkersTests {
  private let table = RecoveryParameters.table(for: .human)

  private func markers(cut: Double, lost: Double, day: Double, age: Double = 40) -> SerumMarkers {
    SerumMarkers(cutAxons: cut, lostTissue: lost, day: day, age: age, table: table)
  }

  @Test("A healthy cord gives the healthy levels, which rise with age for neurofilament")
  func healthy() {
    let found = markers(cut: 0, lost: 0, day: 3)
    #expect(found.neurofilament == table["serum_nfl_healthy"])
    #expect(found.glialFibrillaryProtein == table["serum_gfap_healthy"])
    let ratio = markers(cut: 0, lost: 0, day: 3, age: 60).neurofilament / found.neurofilament
    #expect(abs(log(ratio) - 20 * table["serum_nfl_age"]) < 1e-12)
  }

  @Test(
    "Levels are linear in what is lost; neurofilament peaks where its derivative vanishes, GFAP only falls")
  func courses() {
    let (rise, fall) = (table["serum_nfl_rise"], table["serum_nfl_fall"])
    // d/dt (1 - e^(-t/r)) e^(-t/f) = 0 at t = r ln(1 + f / r).
    let peak = rise * log(1 + fall / rise)
    func level(_ day: Double) -> Double { markers(cut: 100, lost: 50, day: day).neurofilament }
    #expect(level(peak) > level(peak - 1) && level(peak) > level(peak + 1))
    let healthy = markers(cut: 0, lost: 0, day: 5)
    let once = markers(cut: 100, lost: 50, day: 5)
    let twice = markers(cut: 200, lost: 100, day: 5)
    #expect(
      abs(twice.neurofilament + healthy.neurofilament - 2 * once.neurofilament) < 1e-9
        && abs(
          twice.glialFibrillaryProtein + healthy.glialFibrillaryProtein - 2 * once.glialFibrillaryProtein)
          < 1e-9
    )
    #expect(markers(cut: 0, lost: 50, day: 6).glialFibrillaryProtein < once.glialFibrillaryProtein)
  }
}
