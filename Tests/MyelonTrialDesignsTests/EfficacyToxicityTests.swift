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

  private func next(_ cohorts: [(dose: Int, patients: Int, toxicities: Int, efficacies: Int)]) throws
    -> DoseDecision
  {
    let data = try DoseData(
      cohorts: cohorts.map {
        DoseCohort(dose: $0.dose, patients: $0.patients, toxicities: $0.toxicities, efficacies: $0.efficacies)
      })
    return try BOIN12(plan: EscalationPlan(doses: 3, maximumPatients: 36)).recommendation(after: data)
      .decision
  }

  /// Ranks of the table: 60 for nobody, 55 for 1 and 76 for 2 effective of 3 without toxicity; 41.9 % calls for going down.
  @Test("BOIN12 goes by rank and rate")
  func boin12() throws {
    #expect(try next([(1, 3, 0, 1)]) == DoseDecision(.treat(2), .desirability))
    #expect(try next([(1, 3, 0, 2)]) == DoseDecision(.treat(1), .desirability))
    #expect(try next([(1, 3, 2, 2)]) == DoseDecision(.treat(1), .lowestDose))
    #expect(try next([(1, 3, 0, 1), (2, 3, 2, 3)]) == DoseDecision(.treat(1), .deEscalate))
    #expect(try next([(1, 9, 1, 9)]) == DoseDecision(.treat(2), .exploration))
    // A third of six had toxicity: dose 3 is not looked at although its rank of 60 is above 34 and 35.
    #expect(try next([(1, 3, 0, 0), (2, 6, 2, 2)]) == DoseDecision(.treat(1), .desirability))
    #expect(try next([(1, 3, 0, 0), (2, 3, 0, 1), (2, 3, 1, 1)]) == DoseDecision(.treat(3), .desirability))
    #expect(try next([(1, 3, 3, 3)]).action == .stop(selected: nil))
    // Nothing works at dose 1, and dose 2 was too toxic.
    #expect(
      try next([(1, 9, 0, 0), (2, 3, 3, 3), (1, 3, 0, 0)])
        == DoseDecision(.stop(selected: nil), .noneAdmissible))
  }

  @Test(
    "BOIN12 selects a dose whose efficacy is gained without toxicity, and none if all are toxic or useless")
  func boin12Characteristics() throws {
    let design = BOIN12(plan: EscalationPlan(doses: 4, maximumPatients: 36))
    func run(_ toxicity: [Double], _ efficacy: [Double]) throws -> OperatingCharacteristics {
      try design.simulatedCharacteristics(
        DoseScenario(toxicity: toxicity, efficacy: efficacy), trials: 2000, seed: 3, threads: 2)
    }
    let plateau = try run([0.05, 0.1, 0.3, 0.5], [0.1, 0.6, 0.6, 0.6])
    #expect(plateau.selection[1] > 0.7)
    #expect(try run([0.7, 0.8, 0.85, 0.9], [0.5, 0.5, 0.5, 0.5]).noSelection > 0.95)
    #expect(try run([0.05, 0.05, 0.05, 0.05], [0, 0, 0, 0]).noSelection > 0.95)
  }

  @Test("Curves of equal utility run through the points that fix them")
  func curve() throws {
    let contour = try EffToxContour(
      efficacyWithoutToxicity: 0.4, toxicityWithCertainEfficacy: 0.7, efficacy: 0.6, toxicity: 0.3)
    for (efficacy, toxicity) in [(0.4, 0.0), (1, 0.7), (0.6, 0.3)] {
      #expect(abs(contour.utility(efficacy: efficacy, toxicity: toxicity)) < 1e-12)
      #expect(abs((contour.toxicity(utility: 0, efficacy: efficacy) ?? .nan) - toxicity) < 1e-9)
    }
    #expect(contour.utility(efficacy: 1, toxicity: 0) == 1)
    #expect(contour.toxicity(utility: 0.5, efficacy: 0.4) == nil)
  }
}
