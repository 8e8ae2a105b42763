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
}
