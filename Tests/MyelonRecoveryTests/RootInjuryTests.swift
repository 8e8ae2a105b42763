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
