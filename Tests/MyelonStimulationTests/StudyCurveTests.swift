import MyelonQuantities
import Foundation
import MyelonAnatomy
import Testing

@testable import MyelonStimulation

@Suite("Recruitment curves and selectivity") struct StudyCurveTests {
  @Test func `a curve passes each threshold at the middle of its fibre's share`() {
    let curve = RecruitmentCurve(thresholds: [4, 1, 2, nil])
    #expect(abs(curve.share(at: 1) - 0.125) < 1e-12)
    #expect(abs(curve.share(at: 2) - 0.375) < 1e-12)
    #expect(abs(curve.share(at: 4) - 0.625) < 1e-12)
    // The silent fibre holds the rest back.
    #expect(abs(curve.share(at: 1000) - 0.75) < 1e-12)
    #expect(curve.share(at: 0.1) == 0)
    #expect(curve.amplitude(for: 0.9) == nil)
    // Halfway in the logarithm between two thresholds.
    #expect(abs(curve.share(at: 2.0.squareRoot()) - 0.25) < 1e-12)
  }

  @Test func `curves rise and their inverse agrees with them, for random thresholds`() throws {
    var state: UInt64 = 1
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33) / Double(1 << 31)
    }
    for _ in 0..<200 {
      let count = 1 + Int(random() * 9)
      let thresholds = (0..<count).map { _ in random() < 0.2 ? nil : Optional(exp(4 * random() - 2)) }
      let curve = RecruitmentCurve(thresholds: thresholds)
      var last = 0.0
      for step in 0...400 {
        let share = curve.share(at: 0.05 * pow(400, Double(step) / 400))
        #expect(share >= last - 1e-12 && share <= 1 + 1e-12)
        last = share
      }
      for share in [0.1, 0.5, 0.9] {
        guard let amplitude = curve.amplitude(for: share) else { continue }
        #expect(curve.share(at: amplitude * 1.000001) >= share - 1e-6)
        #expect(curve.share(at: amplitude * 0.98) <= share + 1e-9)
      }
    }
  }

  private func contestant(_ title: String, _ threshold: Double) -> SelectivityIndex.Contestant {
    SelectivityIndex.Contestant(title: title) { $0 >= threshold ? 1 : 0 }
  }

  @Test func `the index is the target's recruitment less the mean of the others`() {
    let amplitudes = StudyAmplitudes(lowest: 1, highest: 100)
    let first = SelectivityIndex(
      target: contestant("a", 2), others: [contestant("b", 10), contestant("c", 20)], montage: "m",
      amplitudes: amplitudes)
    #expect(first.largest == 1 && first.indexAtHalf == 1)
    #expect(abs((first.thresholdRatio ?? 0) - 5) < 0.1 && first.rival == "b")
    let second = SelectivityIndex(
      target: contestant("b", 10), others: [contestant("a", 2), contestant("c", 20)], montage: "m",
      amplitudes: amplitudes)
    #expect(second.largest == 0.5 && second.indexAtThreshold == 0.5)
    #expect((second.thresholdRatio ?? 1) < 0.21)
    let never = SelectivityIndex(
      target: contestant("d", 1000), others: [contestant("a", 2)], montage: "m", amplitudes: amplitudes)
    #expect(never.half == nil && never.threshold == nil && never.largest == 0)
  }

  @Test func `ranking puts the best index first and montages that never reach half last`() {
    let amplitudes = StudyAmplitudes(lowest: 1, highest: 100)
    func index(_ montage: String, _ own: Double, _ other: Double) -> SelectivityIndex {
      SelectivityIndex(
        target: contestant("t", own), others: [contestant("o", other), contestant("p", 50)], montage: montage,
        amplitudes: amplitudes)
    }
    let ranked = SelectivityIndex.ranked([
      index("never", 1000, 2), index("shared", 10, 5), index("late", 8, 20), index("early", 3, 20),
    ])
    #expect(ranked.map(\.montage) == ["early", "late", "shared", "never"])
  }

  @Test func `a muscle is reached by its afferents or its axons, weighted by its pool's segments`() throws {
    let pool = try #require(MotorPool.keyMuscle("L4"))
    let afferents = RecruitmentCurve(thresholds: [1])
    let axons = RecruitmentCurve(thresholds: [10])
    let muscles = MuscleRecruitment.all(pools: [pool], sides: [.left]) { fibreClass, segment, _ in
      segment == "L4" ? (fibreClass == .groupI ? afferents : fibreClass == .alphaMotor ? axons : nil) : nil
    }
    let muscle = try #require(muscles.first)
    #expect(muscle.coverage == 0.6 && muscle.parts.count == 1 && muscle.parts[0].weight == 1)
    #expect(muscle.share(at: 0.5) == 0 && muscle.monosynaptic(at: 2) == 1 && muscle.direct(at: 2) == 0)
    #expect(
      abs((muscle.threshold(of: muscle.share(at:), in: StudyAmplitudes(lowest: 0.1, highest: 20)) ?? 0) - 1)
        < 1e-6)
    #expect(muscle.threshold(of: muscle.direct(at:), in: StudyAmplitudes(lowest: 0.1, highest: 5)) == nil)
    let none = MuscleRecruitment.all(pools: [pool], sides: [.left]) { _, segment, _ in
      segment == "L5" ? afferents : nil
    }
    #expect(none.isEmpty, "40 % of the pool is too little")
  }

  @Test func `sampled sets are the same for a seed and take every stratum once`() throws {
    var study = StudySample.human()
    study.uncertaintySets = 8
    let table = try study.spine().parameters
    let sets = UncertaintySet.sets(for: study, table: table)
    #expect(sets == UncertaintySet.sets(for: study, table: table))
    let range = try #require(table.parameter("conductivity_dura")).plausible
    let strata = sets.compactMap { set in
      set.values["conductivity_dura"].map {
        Int(8 * log($0 / range.lowerBound) / log(range.upperBound / range.lowerBound))
      }
    }
    #expect(Set(strata).count == 8)
    study.seed = 2
    #expect(sets != UncertaintySet.sets(for: study, table: table))
    study.parameters["conductivity_dura"] = 0.03
    #expect(
      UncertaintySet.sets(for: study, table: table).allSatisfy { $0.values["conductivity_dura"] == nil })
  }
}
