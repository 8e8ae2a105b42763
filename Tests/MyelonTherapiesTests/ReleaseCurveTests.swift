import Foundation
import MyelonAnatomy
import MyelonQuantities
import MyelonTestSupport
import Testing

@testable import MyelonTherapies

/// Release curves, loss of activity, erosion and the mixed fluid against closed forms.
@Suite("Release curves")
struct ReleaseCurveTests {
  static let times: [Double] = [0.01, 0.3, 1, 2.5, 7, 20, 60]
  static let all: [ReleaseKinetics] = [
    .burstFirstOrder(burst: 0.2, rate: 0.05), .higuchi(constant: 0.2),
    .powerLaw(constant: 0.1, exponent: 0.7),
    .powerLaw(constant: 0.01, exponent: 1.6), .pump(duration: 14), .capsule(lag: 3, duration: 10), .bolus,
  ]

  private func agree(_ found: Double, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
    abs(found - expected) <= tolerance
  }

  @Test("The share released follows its closed form", arguments: times)
  func cumulative(t: Double) {
    let expected: [(ReleaseKinetics, Double)] = [
      (.burstFirstOrder(burst: 0.2, rate: 0.05), 1 - 0.8 * exp(-0.05 * t)),
      (.higuchi(constant: 0.2), min(1, 0.2 * t.squareRoot())),
      (.powerLaw(constant: 0.1, exponent: 0.7), min(1, 0.1 * pow(t, 0.7))),
      (.pump(duration: 14), min(1, t / 14)),
      (.capsule(lag: 3, duration: 10), min(1, max(0, (t - 3) / 10))),
      (.bolus, 1),
    ]
    for (kinetics, share) in expected {
      #expect(agree(kinetics.cumulative(t), share, 1e-14), "\(kinetics)")
      #expect(agree(DepotCurve(kinetics).released(from: 0, to: t), share, 1e-14), "\(kinetics)")
      #expect(kinetics.cumulative(0) == 0 && kinetics.cumulative(-1) == 0)
    }
  }

  @Test("What steps release adds up to the whole, however long they are", arguments: all)
  func additivity(kinetics: ReleaseKinetics) {
    var generator = SeededGenerator(seed: 7)
    for halfLife in [nil, 1.5] as [Double?] {
      let curve = DepotCurve(kinetics, activityHalfLife: halfLife)
      let ends = ([-1, 0, 40] + (0..<30).map { _ in Double.random(in: 0...40, using: &generator) }).sorted()
      let parts = zip(ends, ends.dropFirst()).map { curve.released(from: $0, to: $1) }
      #expect(parts.allSatisfy { $0 >= 0 })
      #expect(agree(parts.reduce(0, +), curve.released(from: -5, to: 40)))
    }
  }

  @Test("Loss of activity in the depot follows the closed form", arguments: times)
  func activityLoss(t: Double) {
    let halfLife = 1.5
    let loss = M_LN2 / halfLife
    func released(_ kinetics: ReleaseKinetics) -> Double {
      DepotCurve(kinetics, activityHalfLife: halfLife).released(from: 0, to: t)
    }
    let rate = 0.05 + loss
    #expect(
      agree(released(.burstFirstOrder(burst: 0.2, rate: 0.05)), 0.2 + 0.8 * 0.05 / rate * -expm1(-rate * t)))
    #expect(agree(released(.pump(duration: 14)), -expm1(-loss * min(t, 14)) / (14 * loss)))
    let flowing = min(max(t - 3, 0), 10)
    #expect(
      agree(released(.capsule(lag: 3, duration: 10)), exp(-loss * 3) * -expm1(-loss * flowing) / (10 * loss)))
    let until = min(t, 25)
    #expect(
      agree(
        released(.higuchi(constant: 0.2)),
        0.1 * (Double.pi / loss).squareRoot() * erf((loss * until).squareRoot())))
    #expect(released(.bolus) == 1)
  }

  @Test("The power law with loss of activity follows the series of the incomplete gamma function")
  func powerLawWithLoss() {
    let loss = M_LN2 / 4
    for exponent in [0.2, 0.45, 0.7, 1, 1.6, 2.5] {
      for t in [0.1, 1, 5, 8] {
        // ∫ k n s^(n-1) e^(-δ s) ds = k n t^n Σ (-δ t)^j / (j! (n + j))
        var term = 1.0
        var sum = 0.0
        for j in 0..<60 {
          sum += term / (exponent + Double(j))
          term *= -loss * t / Double(j + 1)
        }
        let expected = 0.005 * exponent * pow(t, exponent) * sum
        let curve = DepotCurve(.powerLaw(constant: 0.005, exponent: exponent), activityHalfLife: 4)
        #expect(agree(curve.released(from: 0, to: t), expected), "n \(exponent), t \(t)")
      }
    }
  }

  @Test("What is in a mixed fluid follows the closed form", arguments: times)
  func mixedFluid(t: Double) {
    let loss = 15.0
    let decay = M_LN2 / 1.5
    let depot = DepotCurve(.burstFirstOrder(burst: 0.2, rate: 0.3), activityHalfLife: 1.5)
    let fast = 0.3 + decay
    let expected = 0.2 * exp(-loss * t) + 0.8 * 0.3 * (exp(-fast * t) - exp(-loss * t)) / (loss - fast)
    #expect(agree(depot.mixed(at: t, loss: loss), expected, 1e-12))
    let pump = DepotCurve(.pump(duration: 100))
    #expect(agree(pump.mixed(at: t, loss: loss), -expm1(-loss * t) / (100 * loss), 1e-12))
    #expect(pump.mixed(at: 0, loss: loss) == 0)
  }

  @Test("An eroding material sets free what it holds")
  func erosion() {
    let bulk = ScaffoldImplant(
      name: "gel", day: 0, form: .gel, placement: .lesion(volume: 1), halfLife: 7, erosion: .bulk)
    let decay = M_LN2 / 7
    let curve = DepotCurve(.burstFirstOrder(burst: 0.1, rate: 0.02), activityHalfLife: 3, material: bulk)
    let leaving = 0.02 + decay
    let all = leaving + M_LN2 / 3
    for t in Self.times {
      #expect(agree(curve.released(from: 0, to: t), 0.1 + 0.9 * leaving / all * -expm1(-all * t)))
    }
    // A pump in a surface-eroding block: everything has left when the block has, and no sooner.
    var surface = bulk
    surface.erosion = .surface
    let block = DepotCurve(.pump(duration: 100), material: surface)
    #expect(block.released(from: 0, to: 14) == 1)
    #expect(agree(block.released(from: 0, to: 7), 1 - 0.93 * 0.5, 1e-14))
    // With loss of activity: against a fine midpoint sum of -H'(s) e^(-δ s).
    let losing = DepotCurve(.pump(duration: 100), activityHalfLife: 2, material: surface, materialAge: 4)
    var sum = 0.0
    let count = 200_000
    for i in 0..<count {
      let s = (Double(i) + 0.5) * 10 / Double(count)
      let outflow = (1 - s / 10) / 100 + (1 - s / 100) / 10
      sum += outflow * exp(-M_LN2 / 2 * s) * 10 / Double(count)
    }
    #expect(agree(losing.released(from: 0, to: 30), sum, 1e-8))
  }

  @Test("Chondroitinase in a pump halves its output every half-life", arguments: ChondroitinaseForm.allCases)
  func chondroitinase(form: ChondroitinaseForm) {
    let halfLife = form.halfLife(TherapyParameters.table(for: .rat))
    let curve = DepotCurve(.pump(duration: 1000), activityHalfLife: halfLife)
    for day in [0, 0.3, 2] as [Double] {
      let early = curve.released(from: day, to: day + 0.05)
      let late = curve.released(from: day + halfLife, to: day + halfLife + 0.05)
      // Each is a small difference of shares near 1, known to about 1e-15 over its own size.
      #expect(abs(late / early - 0.5) < 1e-9 + 1e-14 / late)
    }
  }

  @Test("Numbers that no curve can have are refused")
  func refusals() {
    let bad: [ReleaseKinetics] = [
      .burstFirstOrder(burst: 1.2, rate: 0.1), .burstFirstOrder(burst: 0.2, rate: -1), .higuchi(constant: 0),
      .powerLaw(constant: 0.1, exponent: 0), .powerLaw(constant: .nan, exponent: 1), .pump(duration: 0),
      .capsule(lag: -1, duration: 2), .capsule(lag: 1, duration: .infinity),
    ]
    for kinetics in bad {
      #expect(throws: TherapyError.self, "\(kinetics)") { try kinetics.validate(of: "x") }
    }
    for kinetics in Self.all { #expect(throws: Never.self) { try kinetics.validate(of: "x") } }
  }
}
