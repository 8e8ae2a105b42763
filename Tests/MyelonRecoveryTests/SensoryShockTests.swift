import Foundation
import MyelonAnatomy
import MyelonLesion
import MyelonQuantities
import Testing
@testable import MyelonRecovery

/// Shock acts on sensation by its share only.
@Suite struct SensoryShockTests {
  @Test(arguments: [0.0, 0.3, 1])
  func sensoryShockIsAShareOfMotorShock(share: Double) throws {
    var table = RecoveryParameters.table(for: .human)
    try table.replace("sensory_shock_share", with: share)
    let rules = HumanFunction.Parameters(table)
    for conducting in [0, 0.1, 0.5, 1] {
      for days in [0.0, 7, 60] {
        let motor = rules.shock(conducting, days)
        let expected = 1 - share * (1 - motor)
        #expect(abs(rules.sensoryShock(conducting, days) - expected) < 1e-12)
      }
    }
    #expect(rules.sensoryShock(1, 0) == 1)
  }

  @Test func deepPressureIsFeltAboveItsEdge() throws {
    // The weakest of some blows after which sensation at S4-5 lies where the edge may lie.
    let found = try [0.6, 0.7, 0.8, 0.9, 1].map { compression in
      let person = try RecoveryCord.human(.contusion(peakCompression: compression), at: "T4")
      person.advance(days: 7)
      let state = person.function
      let felt = [state.lightTouch[0], state.lightTouch[1], state.pinPrick[0], state.pinPrick[1]].map {
        $0[27]
      }
      return (person, felt.max() ?? 0)
    }.first { (0.03...0.29).contains($0.1) }
    let (person, felt) = try #require(found)
    for (edge, isFelt) in [(felt - 0.005, true), (felt + 0.005, false)] {
      var table = person.table
      try table.replace("anal_pressure_edge", with: edge)
      #expect(HumanFunction(table).state(of: person.model).analPressure == isFelt)
    }
  }
}
