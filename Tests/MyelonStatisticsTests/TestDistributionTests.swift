import MyelonStatistics
import Testing

@Suite("Distributions of tests: noncentral t, binomial, Fisher, roots")
struct TestDistributionTests {
  /// degrees of freedom, noncentrality, t, P(T <= t), P(T > t); from mpmath 1.3 at 40 digits, see the file of references.
  @Test("Noncentral t tails equal mpmath's integrals to 1e-13", arguments: NoncentralReferences.rows)
  func noncentral(_ row: [Double]) throws {
    let found = try NoncentralStudentDistribution(degreesOfFreedom: row[0], noncentrality: row[1])
    #expect(abs(found.cumulative(row[2]) - row[3]) < 1e-13)
    #expect(abs(found.upperTail(row[2]) - row[4]) < 1e-13)
  }

  @Test("Without noncentrality it is Student's distribution")
  func central() throws {
    for nu in [1.0, 2, 3, 7, 30, 126, 5000, 1e6] {
      let found = try NoncentralStudentDistribution(degreesOfFreedom: nu, noncentrality: 0)
      let expected = try StudentDistribution(degreesOfFreedom: nu)
      for t in [-40.0, -3, -0.5, 0, 0.1, 1.96, 6, 300] {
        #expect(abs(found.cumulative(t) - expected.cumulative(t)) < 1e-13)
      }
    }
  }

  @Test("Binomial masses and tails sum up, from exact fractions")
  func binomial() throws {
    let small = try BinomialDistribution(trials: 10, probability: 0.25)
    // 10 choose 3 times 3^7 over 4^10.
    #expect(abs(small.mass(3) - 120 * 2187 / 1_048_576) < 1e-15)
    for (n, p) in [(1, 0.3), (10, 0.25), (77, 0.011), (400, 0.6), (5, 0.0), (5, 1.0)] {
      let found = try BinomialDistribution(trials: n, probability: p)
      #expect(abs(found.masses.reduce(0, +) - 1) < 1e-13)
      for k in stride(from: -1, through: n + 1, by: max(1, n / 7)) {
        let below = (0...n).filter { $0 <= k }.reduce(0.0) { $0 + found.mass($1) }
        #expect(abs(found.atMost(k) - below) < 1e-13)
        #expect(abs(found.atLeast(k + 1) + found.atMost(k) - 1) < 1e-13)
      }
    }
  }

  @Test("Fisher's lady tasting tea and R's fisher.test")
  func fisher() throws {
    let tea = try FisherExactTest(successes: 3, trials: 4, otherSuccesses: 1, otherTrials: 4)
    #expect(abs(tea.greater - 17.0 / 70) < 1e-15)
    #expect(abs(tea.twoSided - 34.0 / 70) < 1e-15)
    // scipy.stats.fisher_exact([[8, 2], [1, 5]]) and ([[1, 9], [11, 3]]).
    let first = try FisherExactTest(successes: 8, trials: 10, otherSuccesses: 1, otherTrials: 6)
    #expect(abs(first.twoSided - 0.03496503496503495) < 1e-14)
    let second = try FisherExactTest(successes: 1, trials: 10, otherSuccesses: 11, otherTrials: 14)
    #expect(abs(second.twoSided - 0.002759456185220083) < 1e-14)
    #expect(throws: StatisticsError.self) {
      try FisherExactTest(successes: 5, trials: 4, otherSuccesses: 1, otherTrials: 4)
    }
  }

  @Test("A bracketed root is found within its tolerance, and no change of sign is an error")
  func roots() throws {
    let root = try BracketedRoot.solve(from: 0, to: 3) { $0 * $0 - 2 }
    #expect(abs(root - 2.0.squareRoot()) < 1e-14)
    let steep = try BracketedRoot.solve(from: -10, to: 20) { x in x < 1.2345 ? -1e-9 : x * x * x }
    #expect(abs(steep - 1.2345) < 1e-13)
    #expect(throws: StatisticsError.self) { try BracketedRoot.solve(from: 0, to: 1) { $0 + 1 } }
  }
}
