import Foundation
import MyelonTrialDesigns
import Testing

@Suite("Efficacy and toxicity together")
struct EfficacyToxicityTests {
  private struct Contour: Decodable {
    struct Point: Decodable {
      var eff: Double
      var tox: Double
      var u: Double
    }
    var eff0: Double
    var tox1: Double
    var eff_star: Double
    var tox_star: Double
    var p: Double
    var utility: [Point]
  }

  @Test("Exponent and utility of EffTox", .enabled(if: TrialFacts.arePresent, "\(TrialFacts.absence)"))
  func contours() throws {
    var worst = 0.0
    for row in try TrialFacts.json("efftox_contour.json", as: [Contour].self) {
      let contour = try EffToxContour(
        efficacyWithoutToxicity: row.eff0, toxicityWithCertainEfficacy: row.tox1, efficacy: row.eff_star,
        toxicity: row.tox_star)
      worst = max(worst, abs(contour.exponent - row.p))
      for point in row.utility {
        worst = max(worst, abs(contour.utility(efficacy: point.eff, toxicity: point.tox) - point.u))
      }
    }
    print("EffTox", worst)
    #expect(worst < 1e-10)
  }

  @Test("Ranks of BOIN12", .enabled(if: TrialFacts.arePresent, "\(TrialFacts.absence)"))
  func ranks() throws {
    let design = BOIN12(plan: EscalationPlan(doses: 5))
    let ranks = try design.rankedDesirability(sizes: [0, 3, 6, 9])
    let rows = try TrialFacts.rows("boin12_rds.csv")
    #expect(ranks.count == rows.count)
    for (rank, row) in zip(ranks, rows) {
      #expect(row["Patients"] == String(rank.patients))
      #expect(row["Toxicity"] == String(rank.toxicities))
      #expect(row["Efficacy"] == String(rank.efficacies))
      #expect(rank.rank == row["RDS_x"].flatMap(Double.init), "\(row)")
    }
  }
}
