import Foundation
import MyelonTrialDesigns
import Testing

@Suite("Exact operating characteristics")
struct ExactCharacteristicsTests {
  private struct Reference: Decodable {
    var id: String
    var rule: String?
    var target: Double?
    var p: [Double]
    var ncohort: Int?
    var cohortsize: Int?
    var n_earlystop: Int?
    var extrasafe: Bool?
    var P_no_MTD: Double
    var P_MTD: [Double]
    var EN: [Double]
    var ETox: [Double]
    var EN_total: Double
    var ETox_total: Double
  }

  private func deviation(_ found: OperatingCharacteristics, _ row: Reference) -> Double {
    let pairs =
      zip(
        found.selection + found.patients + found.toxicities
          + [found.noSelection, found.totalPatients, found.totalToxicities],
        row.P_MTD + row.EN + row.ETox + [row.P_no_MTD, row.EN_total, row.ETox_total])
    return pairs.map { abs($0 - $1) }.max() ?? .infinity
  }

  @Test("BOIN equals the reference enumeration", .enabled(if: TrialFacts.arePresent, "\(TrialFacts.absence)"))
  func boin() throws {
    let rows = try TrialFacts.json("boin_exact_oc.json", as: [Reference].self)
    #expect(rows.count == 5)
    for row in rows {
      let size = row.cohortsize ?? 3
      let design = BOIN(
        plan: EscalationPlan(
          doses: row.p.count, cohortSize: size, maximumPatients: size * (row.ncohort ?? 0),
          enoughAtDose: row.n_earlystop),
        target: try #require(row.target),
        overdose: OverdoseControl(extraSafeOffset: row.extrasafe == true ? 0.05 : nil))
      let worst = deviation(try design.exactCharacteristics(toxicity: row.p), row)
      print("exact BOIN", row.id, worst)
      #expect(worst < 1e-9, "\(row.id)")
    }
  }

  @Test("3+3 equals the reference enumeration", .enabled(if: TrialFacts.arePresent, "\(TrialFacts.absence)"))
  func threePlusThree() throws {
    let rows = try TrialFacts.json("three_plus_three_exact.json", as: [Reference].self)
    #expect(rows.count == 15)
    var overall = 0.0
    for row in rows {
      let variant: ThreePlusThreeVariant =
        switch row.rule?.prefix(1) {
        case "A": .noDeEscalation
        case "B": .sixAtSelected
        default: .sixBelowToxic
        }
      let design = ThreePlusThree(doses: row.p.count, variant: variant)
      let worst = deviation(try design.exactCharacteristics(toxicity: row.p), row)
      overall = max(overall, worst)
      #expect(worst < 1e-12, "\(row.id) \(row.rule ?? "")")
    }
    print("exact 3+3", overall)
  }
}
