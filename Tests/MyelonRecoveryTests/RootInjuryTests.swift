import Foundation
import MyelonAnatomy
import MyelonLesion
import MyelonQuantities
import Testing

@testable import MyelonRecovery

/// Bruised roots: closed forms, what has none, and what they do to an examination.
@Suite struct RootInjuryTests {
  private let table = RecoveryParameters.table(for: .human)

  private func depth(_ strain: Double) -> Double {
    let fourth = pow(strain, 4)
    return table["root_injury_depth"] * fourth / (fourth + pow(table["root_injury_strain"], 4))
  }

  @Test(arguments: [0.2, 0.35, 0.6, 1])
  func theBlockIsDeepestAtItsCentreAndEndsExponentially(strain: Double) throws {
    let roots = RootInjury(segment: 5, peakStrain: strain, table: table)
    let centre = 5 - table["root_descent"]
    let (reach, time) = (table["root_injury_reach"], table["root_recovery_time"])
    for segment in 0..<12 {
      let distance = (Double(segment) - centre) / reach
      for days in [0, 0.5 * time, time, 5 * time] {
        let blocked = depth(strain) * exp(-distance * distance / 2) * exp(-days / time)
        #expect(abs(roots.motor(segment, days: days) - (1 - blocked)) < 1e-12)
        let sensory = 1 - table["root_injury_sensory"] * blocked
        #expect(abs(roots.sensory(segment, days: days) - sensory) < 1e-12)
      }
    }
  }

  @Test func halfOfTheBlockIsReachedAtItsStrain() {
    let half = RootInjury(segment: 5, peakStrain: table["root_injury_strain"], table: table)
    #expect(abs(half.depth - table["root_injury_depth"] / 2) < 1e-12)
  }

  @Test func knivesAndNoBlowAtAllBruiseNoRoot() {
    for strain in [nil, 0, -1] as [Double?] {
      let roots = RootInjury(segment: 5, peakStrain: strain, table: table)
      for segment in 0..<30 {
        #expect(roots.motor(segment, days: 0) == 1 && roots.sensory(segment, days: 0) == 1)
      }
    }
  }

  /// Roots only take away, and give back what they took: in the end the drive is that without them.
  @Test func rootsTakeDriveAtTheInjuryAndGiveItBack() throws {
    let person = try RecoveryCord.human(.contusion(peakCompression: 0.6), at: "C6")
    var whole = person.table
    try whole.replace("root_injury_depth", with: 0)
    for (day, share) in [(7.0, 0.97), (365, 1.0)] {
      person.advance(days: day)
      let bruised = person.function
      let unbruised = HumanFunction(whole).state(of: person.model)
      for side in 0..<2 {
        for muscle in 0..<10 {
          #expect(bruised.drive[side][muscle] <= unbruised.drive[side][muscle])
        }
        // Legs are far from the roots of the neck.
        #expect(bruised.drive[side][5...] == unbruised.drive[side][5...])
      }
      // Wrist extensors: their roots leave at the epicentre.
      let ratio = bruised.drive[0][1] / unbruised.drive[0][1]
      #expect(day == 7 ? ratio < share : ratio > 0.95 && ratio <= share)
    }
  }
}

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
