import Foundation
import MyelonTrialDesigns
import Testing

/// Reference rows that need no file beside the repository; origins stand with each.
@Suite("Reference rows")
struct DecisiveRowTests {
  private let plan = EscalationPlan(doses: 3, maximumPatients: 36)

  /// get.boundary of the R package BOIN 2.7.2.
  @Test("BOIN boundaries for targets of 0.30 and 0.20")
  func boundaries() {
    let third = BOIN(plan: plan, target: 0.3)
    #expect(abs(third.escalationBoundary - 0.236490685236468) < 1e-12)
    #expect(abs(third.deEscalationBoundary - 0.35851946464093) < 1e-12)
    let fifth = BOIN(plan: plan, target: 0.2)
    #expect(abs(fifth.escalationBoundary - 0.157242286700307) < 1e-12)
    #expect(abs(fifth.deEscalationBoundary - 0.238462438817315) < 1e-12)
    let sizes = [3, 6, 9, 12, 15, 18]
    let a = third.table(upTo: 18)
    #expect(sizes.map { a.escalateAtMost($0) } == [0, 1, 2, 2, 3, 4])
    #expect(sizes.map { a.deEscalateAtLeast($0) } == [2, 3, 4, 5, 6, 7])
    #expect(sizes.map { a.eliminateAtLeast($0) } == [3, 4, 5, 7, 8, 9])
    let b = fifth.table(upTo: 18)
    #expect(sizes.map { b.escalateAtMost($0) } == [0, 0, 1, 1, 2, 2])
    #expect(sizes.map { b.deEscalateAtLeast($0) } == [1, 2, 3, 3, 4, 5])
    #expect(sizes.map { b.eliminateAtLeast($0) } == [2, 3, 4, 5, 6, 7])
  }

  /// get.boundary.kb of the R package Keyboard; mTPI and mTPI-2 of the R package escalation.
  @Test("Keyboard limits and mTPI decisions for a target of 0.30")
  func keyboard() {
    let sizes = [3, 6, 9, 12, 18]
    let keyboard = KeyboardDesign(plan: plan, target: 0.3).table(upTo: 18)
    #expect(sizes.map { keyboard.escalateAtMost($0) } == [0, 1, 2, 2, 4])
    #expect(sizes.map { keyboard.deEscalateAtLeast($0) } == [2, 3, 4, 5, 7])
    #expect(sizes.map { keyboard.eliminateAtLeast($0) } == [3, 4, 5, 7, 9])
    func letters(_ table: IntervalTable, _ n: Int) -> String {
      (0...n).map { String(table[patients: n, toxicities: $0].letters.prefix(1)) }.joined()
    }
    let control = OverdoseControl(minimumPatients: 2)
    let second = KeyboardDesign(plan: plan, target: 0.3, ends: .perWidth, overdose: control).table(upTo: 18)
    #expect([3, 6, 9].map { letters(second, $0) } == ["ESDD", "EESDDDD", "EEESDDDDDD"])
    #expect(letters(second, 18) == "EEEEESSDDDDDDDDDDDD")
    let first = ToxicityIntervalDesign(plan: plan, target: 0.3).table(upTo: 18)
    #expect([2, 6, 9].map { letters(first, $0) } == ["ESD", "EESSDDD", "EESSSDDDDD"])
  }

  /// Dynamic programming in Python over get.oc's rules; R with 300,000 trials agrees within its error.
  @Test("Exact BOIN")
  func exactBOIN() throws {
    let design = BOIN(plan: EscalationPlan(doses: 5, maximumPatients: 30), target: 0.3)
    let found = try design.exactCharacteristics(toxicity: [0.05, 0.15, 0.3, 0.45, 0.6])
    let selection = [
      0.011693298174562515, 0.23206187650332546, 0.5463301643354052, 0.19370370504125167,
      0.016000080240267726,
    ]
    let patients = [
      4.1751015385024735, 9.096942289888224, 11.158802640353818, 4.750925204050058, 0.8128455039844767,
    ]
    for (a, b) in zip(found.selection, selection) { #expect(abs(a - b) < 1e-9) }
    for (a, b) in zip(found.patients, patients) { #expect(abs(a - b) < 1e-9) }
    #expect(abs(found.noSelection - 0.0002108757051856461) < 1e-9)
    let cord = BOIN(
      plan: EscalationPlan(doses: 3, maximumPatients: 24, enoughAtDose: 9), target: 0.2,
      overdose: OverdoseControl(extraSafeOffset: 0.05))
    let early = try cord.exactCharacteristics(toxicity: [0.04, 0.08, 0.2])
    for (a, b) in zip(early.selection, [0.054628668190084544, 0.30090451453102024, 0.6391941626181364]) {
      #expect(abs(a - b) < 1e-9)
    }
    #expect(abs(early.noSelection - 0.0052726546607591105) < 1e-9)
    #expect(abs(early.totalPatients - 18.172145452667095) < 1e-9)
  }

  /// Enumeration in Python; the variants are described in `ThreePlusThreeVariant`.
  @Test("Exact 3+3 in its three variants")
  func exactThreePlusThree() throws {
    let rows: [(ThreePlusThreeVariant, [Double], Double, Double)] = [
      (
        .noDeEscalation, [0.06203271311389484, 0.2682403259042028, 0.6523076846939023], 0.017419276288000107,
        10.700426064815215
      ),
      (
        .sixAtSelected, [0.06654446431089683, 0.312464795621438, 0.6032903442255744], 0.017700395842091175,
        13.085978039907884
      ),
      (
        .sixBelowToxic, [0.0658070653732587, 0.26418796925987137, 0.6523076846939021], 0.01769728067296805,
        11.547792033714025
      ),
    ]
    for (variant, selection, none, patients) in rows {
      let found = try ThreePlusThree(doses: 3, variant: variant).exactCharacteristics(toxicity: [
        0.04, 0.08, 0.2,
      ])
      for (a, b) in zip(found.selection, selection) { #expect(abs(a - b) < 1e-12) }
      #expect(abs(found.noSelection - none) < 1e-12)
      #expect(abs(found.totalPatients - patients) < 1e-12)
    }
  }

  /// crm and titecrm of the R package dfcrm 0.2.
  @Test("Estimates of CRM and TITE-CRM")
  func reassessment() throws {
    let power = ContinualReassessment(
      plan: EscalationPlan(doses: 5), target: 0.3,
      skeleton: [0.0959438174019645, 0.153018513712508, 0.222381547343068, 0.3, 0.38128553761166])
    let tally = try DoseTally(patients: [4, 7, 6, 6, 1], toxicities: [0, 2, 1, 0, 0])
    let found = try power.engine().estimate(DoseState(current: 5, tally: tally))
    let rates = [
      0.0557420454232654, 0.0990547354598169, 0.156979310219288, 0.226979679444876, 0.304957579565718,
    ]
    for (a, b) in zip(found.toxicity, rates) { #expect(abs(a - b) < 1e-5) }
    #expect(found.dose == 5)
    let logistic = ContinualReassessment(
      plan: EscalationPlan(doses: 4), target: 0.25,
      skeleton: [0.174162242085709, 0.25, 0.333010665322489, 0.418045370735833], model: .logistic,
      priorDeviation: 1, timeToEvent: true)
    let weights = [0.458, 0.554, 0.395, 0.471, 0.282, 0.831, 0.678, 1, 1]
    let doses = [1, 2, 2, 2, 2, 2, 3, 4, 4]
    let data = DoseData(
      patients: doses.indices.map {
        DosePatient(dose: doses[$0], toxicity: $0 > 6, followUp: 90 * weights[$0])
      },
      window: 90)
    let late = try logistic.engine().estimate(try data.state(doses: 4, cohortSize: 3))
    #expect(abs(late.mean + 0.225086285759469) < 1e-5)
    #expect(abs(late.toxicity[0] - 0.345686524141994) < 1e-5)
    #expect(late.dose == 1)
  }

  /// escalation 0.2 for BOIN12, trialr for EffTox.
  @Test("Ranks of BOIN12 and the exponent of EffTox")
  func efficacy() throws {
    let ranks = try BOIN12(plan: EscalationPlan(doses: 5)).rankedDesirability(sizes: [0, 3, 6, 9])
    func rank(_ n: Int, _ y: Int, _ e: Int) -> Double? {
      ranks.first { $0.patients == n && $0.toxicities == y && $0.efficacies == e }?.rank
    }
    #expect(rank(0, 0, 0) == 60)
    #expect(rank(3, 0, 0) == 35)
    #expect(rank(3, 1, 2) == 63)
    #expect(rank(3, 3, 3) == nil)
    #expect(rank(6, 1, 3) == 56.5)
    #expect(rank(9, 1, 9) == 101)
    let contour = try EffToxContour(
      efficacyWithoutToxicity: 0.5, toxicityWithCertainEfficacy: 0.65, efficacy: 0.7, toxicity: 0.25)
    #expect(abs(contour.exponent - 0.9773682674593842) < 1e-10)
    #expect(abs(contour.utility(efficacy: 0.5, toxicity: 0.3) + 0.482848291785132) < 1e-10)
  }
}
