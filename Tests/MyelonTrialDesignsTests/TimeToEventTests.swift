import Foundation
import MyelonTrialDesigns
import Testing

@Suite("Designs for late toxicities")
struct TimeToEventTests {
  let design = TimeToEventBOIN(
    design: BOIN(plan: EscalationPlan(doses: 5, maximumPatients: 36), target: 0.2))

  /// Follow-up limits for a target of 0.2 and 9 patients printed in a published table (PMC9260438, table 1).
  @Test("Follow-up limits are the published ones")
  func published() throws {
    let engine = try design.engine()
    func up(_ s: Int, _ c: Int) -> Double { engine.followUpLimits(patients: 9, toxicities: s, pending: c).up }
    func down(_ s: Int, _ c: Int) -> Double {
      engine.followUpLimits(patients: 9, toxicities: s, pending: c).down
    }
    #expect(up(1, 2) <= 0)
    #expect(abs(up(1, 3) - 0.77) < 0.0051)
    #expect(abs(up(1, 4) - 2.15) < 0.0051)
    #expect(abs(down(2, 1) - 0.52) < 0.0051)
    #expect(abs(down(2, 2) - 1.59) < 0.0051)
    #expect(abs(down(2, 3) - 2.66) < 0.0051)
    #expect(abs(down(2, 4) - 3.73) < 0.0051)
  }

  @Test("With nobody under observation TITE-BOIN decides as BOIN does")
  func reduction() throws {
    let late = try design.engine()
    let plain = try design.design.engine()
    for n in 1...12 {
      for y in 0...n {
        for dose in [1, 3, 5] {
          var tally = DoseTally()
          for lower in 1..<max(2, dose) { tally.add(dose: lower, patients: 3, toxicities: 0) }
          tally.add(dose: dose, patients: n, toxicities: y)
          let state = DoseState(current: dose, tally: tally)
          #expect(late.decision(state) == plain.decision(state), "dose \(dose), \(y) of \(n)")
        }
      }
    }
  }

  /// Target 0.3: p̃ = (1 + 0.15)/(3 - 1 + 1) = 0.3833, odds 0.6216; λd · 3 = 1.0756, so that down is up to 1 - 0.0756/0.6216 = 0.88.
  @Test("A hand case: one toxicity and one patient under observation among three")
  func hand() throws {
    let design = TimeToEventBOIN(design: BOIN(plan: EscalationPlan(doses: 3), target: 0.3))
    func next(_ followUp: [Double?], _ toxic: [Bool]) throws -> DoseDecision {
      let patients = followUp.indices.map {
        DosePatient(dose: 2, toxicity: toxic[$0], followUp: followUp[$0], cohort: 1)
      }
      return try design.recommendation(after: DoseData(patients: patients, window: 1)).decision
    }
    #expect(try next([nil, nil, 0.87], [true, false, false]) == DoseDecision(.treat(1), .deEscalate))
    #expect(try next([nil, nil, 0.89], [true, false, false]) == DoseDecision(.treat(2), .stay))
    // Two of three under observation are too many, unless toxicities alone lead down.
    #expect(try next([nil, 0.5, 0.5], [false, false, false]) == DoseDecision(.wait, .pending))
    #expect(try next([nil, nil, 0.1], [true, true, false]).action == .treat(1))
    #expect(try next([nil, nil, 0.1], [false, false, false]) == DoseDecision(.treat(3), .escalate))
  }

  @Test("More follow-up without toxicity never leads further down")
  func monotone() throws {
    let engine = try design.engine()
    for n in [3, 6, 9, 12] {
      for s in 0...n {
        for c in stride(from: 1, through: n - s, by: 1) {
          var previous = Double.infinity
          for step in 0...10 {
            let rate = engine.expectedRate(
              patients: n, toxicities: s, pending: c, followUp: Double(c) * Double(step) / 10)
            #expect(rate <= previous)
            #expect(rate >= Double(s) / Double(n) - 1e-12 && rate <= 1)
            previous = rate
          }
        }
      }
    }
  }
}
