import Foundation
import MyelonStatistics
import Testing

@testable import MyelonTrialDesigns

@Suite("Sample size and power")
struct SampleSizeTests {
  private struct Facts: Decodable {
    struct Covariance: Decodable {
      let alpha: Double
      let power: Double
      let delta: Double
      let sd: Double
      let rho: Double
      let n_per_arm_t: Double
      let power_t: Double
      let n_per_arm_normal_post: Double
      let n_per_arm_normal_change: Double
      let n_per_arm_normal_ancova: Double
      let n_per_arm_t_ancova_residual_sd: Double
    }
    struct Ordinal: Decodable {
      let control_probs_worst_to_best: [Double]
      let odds_ratio_better: Double
      let alpha: Double
      let power: Double
      let treat_probs: [Double]
      let sum_pbar_cubed: Double
      let N_total: Double
    }
    let ancova: [Covariance]
    let ordinal_whitehead: [Ordinal]
  }

  private static func design(
    _ endpoint: EfficacyEndpoint, alpha: Double = 0.05, power: Double = 0.8, isTwoSided: Bool = true
  ) -> EfficacyDesign {
    EfficacyDesign(
      endpoint: endpoint, test: EfficacyTest(significance: alpha, isTwoSided: isTwoSided), power: power)
  }

  private static func normalPerArm(_ endpoint: ContinuousEndpoint, _ alpha: Double, _ power: Double) throws
    -> Double
  { try design(.continuous(endpoint), alpha: alpha, power: power).normalTotal() / 2 }

  @Test("ANCOVA, change and final values: difference 10, deviation 20, correlation 0.6")
  func decisiveCovariance() throws {
    var endpoint = ContinuousEndpoint(
      difference: 10, deviation: 20, baselineCorrelation: 0.6, analysis: .finalValue)
    let size = try Self.design(.continuous(endpoint)).size()
    #expect(size.sizes.treated == 64 && size.sizes.control == 64)
    #expect(abs(size.power - 0.8014595579222542) < 1e-12)
    #expect(abs(try Self.normalPerArm(endpoint, 0.05, 0.8) - 62.79103787479271) < 1e-9)
    endpoint.analysis = .change
    #expect(abs(try Self.normalPerArm(endpoint, 0.05, 0.8) - 50.23283029983416) < 1e-9)
    endpoint.analysis = .covariance
    #expect(abs(try Self.normalPerArm(endpoint, 0.05, 0.8) - 40.186264239867334) < 1e-9)
    endpoint.covariates = 0
    #expect(try Self.design(.continuous(endpoint)).size().sizes.treated == 42)
  }

  @Test(
    "The reference file of ANCOVA sizes is reproduced to 1e-8",
    .enabled(if: TrialFacts.arePresent, "no reference numbers"))
  func covarianceFile() throws {
    let facts = try TrialFacts.json("sequential_and_samplesize.json", as: Facts.self)
    for row in facts.ancova {
      var endpoint = ContinuousEndpoint(
        difference: row.delta, deviation: row.sd, baselineCorrelation: row.rho, analysis: .finalValue,
        covariates: 0)
      let size = try Self.design(.continuous(endpoint), alpha: row.alpha, power: row.power).size()
      #expect(size.sizes.control == row.n_per_arm_t)
      #expect(abs(size.power - row.power_t) < 1e-8)
      #expect(abs(try Self.normalPerArm(endpoint, row.alpha, row.power) - row.n_per_arm_normal_post) < 1e-8)
      endpoint.analysis = .change
      #expect(abs(try Self.normalPerArm(endpoint, row.alpha, row.power) - row.n_per_arm_normal_change) < 1e-8)
      endpoint.analysis = .covariance
      #expect(abs(try Self.normalPerArm(endpoint, row.alpha, row.power) - row.n_per_arm_normal_ancova) < 1e-8)
      let adjusted = try Self.design(.continuous(endpoint), alpha: row.alpha, power: row.power).size()
      #expect(adjusted.sizes.control == row.n_per_arm_t_ancova_residual_sd)
      // The fitted covariate costs at most one person an arm more (Borm et al. 2007).
      endpoint.covariates = 1
      let fitted = try Self.design(.continuous(endpoint), alpha: row.alpha, power: row.power).size()
      #expect(0...1 ~= fitted.sizes.control - row.n_per_arm_t_ancova_residual_sd)
    }
  }

  @Test("Whitehead's size of a trial of ordered categories, odds ratio 2")
  func decisiveOrdinal() throws {
    let endpoint = OrdinalEndpoint(controlProbabilities: [0.55, 0.15, 0.15, 0.13, 0.02], oddsRatio: 2)
    let design = Self.design(.ordinal(endpoint))
    #expect(abs(try design.normalTotal() - 221.47725137195152) < 1e-9)
    #expect(abs(endpoint.treatedProbabilities[0] - 0.3793103448275863) < 1e-14)
    #expect(try design.size().total == 222)
  }

  @Test(
    "The reference file of ordinal sizes is reproduced to 1e-8",
    .enabled(if: TrialFacts.arePresent, "no reference numbers"))
  func ordinalFile() throws {
    let facts = try TrialFacts.json("sequential_and_samplesize.json", as: Facts.self)
    for row in facts.ordinal_whitehead {
      let endpoint = OrdinalEndpoint(
        controlProbabilities: row.control_probs_worst_to_best, oddsRatio: row.odds_ratio_better)
      for (found, expected) in zip(endpoint.treatedProbabilities, row.treat_probs) {
        #expect(abs(found - expected) < 1e-12)
      }
      #expect(abs(endpoint.cubes(GroupSizes(treated: 1, control: 1)) - row.sum_pbar_cubed) < 1e-12)
      let total = try Self.design(.ordinal(endpoint), alpha: row.alpha, power: row.power).normalTotal()
      #expect(abs(total - row.N_total) < 1e-8)
    }
  }

  @Test("Sizes printed by rpact 4 for means and rates, with and without looks")
  func rpact() throws {
    let means = ContinuousEndpoint(difference: 10, deviation: 20, analysis: .finalValue)
    #expect(abs(try Self.design(.continuous(means)).fixedTotal() - 127.5) < 0.05)
    let rates = ResponderEndpoint(controlRate: 0.2, treatedRate: 0.4, method: .normal)
    #expect(abs(try Self.design(.responder(rates)).fixedTotal() - 162.4) < 0.05)
    var looks = EfficacyDesign(
      endpoint: .continuous(ContinuousEndpoint(difference: 8, deviation: 16, analysis: .finalValue)),
      test: EfficacyTest(significance: 0.025, isTwoSided: false),
      interim: GroupSequentialDesign(
        informationFractions: [0.5, 0.75, 1], futility: .spending(.obrienFleming, isBinding: false)))
    let size = try looks.size()
    let plan = try #require(size.plan)
    #expect(abs(size.fixedTotal * plan.inflation - 144.5) < 0.05)
    #expect(abs(size.fixedTotal * plan.inflation * plan.alternative.expectedInformation - 108.5) < 0.05)
    #expect(size.total == 146 && size.power > 0.8 && size.power < 0.81)
    looks.endpoint = .responder(rates)
    looks.interim = GroupSequentialDesign(looks: 2)
    let other = try looks.size()
    #expect(abs(other.fixedTotal * (other.plan?.inflation ?? 0) - 163.1) < 0.1)
  }

  @Test("Exact ANCOVA power averages over chance imbalance: between no covariate and the normal power")
  func shieh() throws {
    // With a covariate of no use, ANCOVA has one degree of freedom less and a chance imbalance: a little less power.
    for n in [6.0, 10, 30, 200] {
      let effect = 3 / n.squareRoot()
      let sizes = GroupSizes(treated: n, control: n)
      let test = EfficacyTest()
      let bare = ContinuousEndpoint(difference: effect, deviation: 1, analysis: .finalValue)
      let fitted = ContinuousEndpoint(difference: effect, deviation: 1, covariates: 1)
      let (without, with) = (try bare.power(sizes, test), try fitted.power(sizes, test))
      #expect(with < without)
      #expect(without - with < 0.5 / n)
    }
  }

  @Test("Fisher's exact power sums to that of all tables tested one by one")
  func fisherPower() throws {
    for isTwoSided in [false, true] {
      let test = EfficacyTest(significance: 0.05, isTwoSided: isTwoSided)
      let endpoint = ResponderEndpoint(controlRate: 0.25, treatedRate: 0.65)
      let (n, m) = (13, 9)
      let first = try BinomialDistribution(trials: n, probability: 0.65)
      let second = try BinomialDistribution(trials: m, probability: 0.25)
      var expected = 0.0
      for x in 0...n {
        for y in 0...m {
          let fisher = try FisherExactTest(successes: x, trials: n, otherSuccesses: y, otherTrials: m)
          if (isTwoSided ? fisher.twoSided : fisher.greater) <= 0.05 {
            expected += first.mass(x) * second.mass(y)
          }
        }
      }
      let found = try endpoint.power(GroupSizes(treated: Double(n), control: Double(m)), test)
      #expect(abs(found - expected) < 1e-13)
    }
  }

  @Test("The smallest exact size of Fisher's test, and A'Hern's single-arm size of 10 % against 30 %")
  func publishedResponders() throws {
    let two = EfficacyDesign(endpoint: .responder(ResponderEndpoint(controlRate: 0.2, treatedRate: 0.5)))
    let size = try two.size()
    #expect(size.power >= 0.8)
    var smaller = size.sizes
    smaller.treated -= 1
    smaller.control -= 1
    #expect(try two.power(with: smaller) < 0.8)
    // A'Hern 2001, doi:10.1002/sim.721, table 1: level 0.05, power 0.8: 25 patients, at least 6 responders...
    let one = EfficacyDesign(
      endpoint: .responder(ResponderEndpoint(controlRate: 0.1, treatedRate: 0.3)), isSingleArm: true,
      test: EfficacyTest(significance: 0.05, isTwoSided: false))
    #expect(try one.size().total == 25)
    let limits = try ResponderEndpoint.binomialLimits(people: 25, rate: 0.1, one.test)
    #expect(limits.high + 1 == 6)
  }

  @Test(
    "Repeated measures with complete data equal ANCOVA of the last visit; compound symmetry has a closed form"
  )
  func repeated() throws {
    let test = EfficacyTest()
    let sizes = GroupSizes(treated: 20, control: 22)
    let covariance = VisitCovariance(
      deviations: [15, 18, 20, 20], correlation: .autoregressive(0.7))
    let endpoint = RepeatedEndpoint(differences: [2, 5, 9], covariance: covariance)
    let plain = ContinuousEndpoint(difference: 9, deviation: 20, baselineCorrelation: pow(0.7, 3))
    #expect(abs(try endpoint.power(sizes, test) - plain.power(sizes, test)) < 1e-12)
    // Mean of K visits with compound symmetry, no baseline: σ² (1 + (K - 1) ρ) / K.
    let symmetric = RepeatedEndpoint(
      differences: [4, 4, 4, 4],
      covariance: VisitCovariance(deviations: [10, 10, 10, 10], correlation: .compoundSymmetry(0.5)),
      hasBaseline: false, contrast: .average)
    #expect(abs(try symmetric.effectiveDeviation() - 10 * ((1 + 3 * 0.5) / 4).squareRoot()) < 1e-12)
    // With everybody lost halfway between two uncorrelated visits, the last visit has half of the people.
    let lost = RepeatedEndpoint(
      differences: [1, 1],
      covariance: VisitCovariance(deviations: [3, 3], correlation: .compoundSymmetry(0)), hasBaseline: false,
      retention: [1, 0.5])
    #expect(abs(try lost.effectiveDeviation() - 3 * 2.0.squareRoot()) < 1e-12)
  }

  @Test("Sizes are the smallest that have the power, for any ratio and number of arms")
  func smallest() throws {
    for ratio in [0.5, 1, 2, 3] {
      for endpoint in [
        EfficacyEndpoint.continuous(
          ContinuousEndpoint(difference: 6, deviation: 11, baselineCorrelation: 0.5)),
        .ordinal(OrdinalEndpoint(controlProbabilities: [0.5, 0.3, 0.2], oddsRatio: 2.5)),
        .responder(ResponderEndpoint(controlRate: 0.3, treatedRate: 0.6, method: .normal)),
      ] {
        let design = EfficacyDesign(endpoint: endpoint, allocationRatio: ratio, power: 0.9, dropout: 0.15)
        let size = try design.size()
        #expect(size.power >= 0.9)
        #expect(try endpoint.power(design.sizes(Int(size.sizes.control) - 1), design.test) < 0.9)
        #expect(Double(size.enrolled) * 0.85 >= size.sizes.total - 1e-9)
        // Rounding up one arm brings other ratios nearer to balance, so that fewer people may do.
        if ratio == 1 { #expect(size.fixedTotal <= size.sizes.total + 1e-6) }
      }
    }
  }

  @Test("Faults are reported with their cells, and files are read back")
  func faults() throws {
    let design = EfficacyDesign(
      endpoint: .ordinal(OrdinalEndpoint(controlProbabilities: [0.5, 1.2], oddsRatio: -1)),
      isSingleArm: true, allocationRatio: 0, test: EfficacyTest(significance: 1.5), power: 1, dropout: 1)
    let text = try #require(throws: EfficacyError.self) { try design.size() }.description
    for cell in [
      "category 2", "sum", "oddsRatio", "endpoint", "significance", "power", "allocationRatio", "dropout",
    ] { #expect(text.contains(cell)) }
    let json = #"""
      {"endpoint": {"repeated": {"differences": [3, 5], "retention": [0.9, 0.8],
        "covariance": {"deviations": [9, 9, 9], "correlation": {"autoregressive": 0.6}}}},
       "power": 0.9, "interim": {"looks": 2}}
      """#
    let read = try JSONDecoder().decode(EfficacyDesign.self, from: Data(json.utf8))
    #expect(try JSONDecoder().decode(EfficacyDesign.self, from: JSONEncoder().encode(read)) == read)
    #expect(try read.size().total > 100)
    #expect(throws: EfficacyError.self) {
      try JSONDecoder().decode(EfficacyDesign.self, from: Data(#"{"endpoint": {"survival": 3}}"#.utf8))
    }
  }

  @Test("Extreme effects end with a size or a typed error, soon")
  func extremes() throws {
    func total(_ endpoint: EfficacyEndpoint, isSingleArm: Bool = false) throws -> Int {
      try EfficacyDesign(endpoint: endpoint, isSingleArm: isSingleArm).size().total
    }
    // Enormous effects: as many people as leave a degree of freedom; two arms and a covariate need four.
    #expect(try total(.continuous(ContinuousEndpoint(difference: 1e9, deviation: 1))) == 4)
    #expect(throws: EfficacyError.self) {
      try total(.continuous(ContinuousEndpoint(difference: 1e-9, deviation: 1)))
    }
    #expect(throws: EfficacyError.self) {
      try total(.responder(ResponderEndpoint(controlRate: 0.5, treatedRate: 0.501)))
    }
    #expect(throws: EfficacyError.self) {
      try total(.responder(ResponderEndpoint(controlRate: 0.5, treatedRate: 0.501)), isSingleArm: true)
    }
    #expect(throws: EfficacyError.self) {
      try total(.ordinal(OrdinalEndpoint(controlProbabilities: [0.5, 0.5], oddsRatio: 1.0000001)))
    }
  }
}
