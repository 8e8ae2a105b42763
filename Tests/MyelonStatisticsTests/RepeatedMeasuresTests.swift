import Foundation
import MyelonRandom
import MyelonStatistics
import Testing

@Suite("Mixed model for repeated measures")
struct RepeatedMeasuresTests {
  /// 24 people, three visits, ten of which are missed; the numbers below were found for these by brute force: restricted likelihood
  /// maximised by Nelder and Mead's method to a score below 3e-8, Kenward and Roger's matrices from whole covariance matrices of all
  /// observations (numpy 2.4.6, scipy 1.17.1); compound symmetry also by statsmodels 0.15.0 (MixedLM) to its five digits.
  private static let baseline = [
    23.6, 19.4, 28.0, 33.4, 39.1, 30.9, 25.6, 23.7, 36.0, 43.1, 32.2, 20.1, 22.3, 42.8, 31.6, 16.1, 29.3,
    20.7,
    25.0, 26.1, 24.3, 34.4, 29.5, 25.3,
  ]
  private static let outcomes: [[Double]] = [
    [26.5, 31.0, 16.6], [19.9, 16.0, 20.4], [19.2, 22.4, 23.1], [30.8, 26.5, .nan], [29.4, 22.9, 28.9],
    [23.7, .nan, .nan], [12.8, 19.4, 12.3], [25.2, 27.4, 15.8], [32.3, 31.2, .nan], [33.0, 42.7, 36.8],
    [28.7, .nan, 36.8], [25.7, 42.5, 43.6], [28.2, 31.8, 24.6], [39.8, 51.0, .nan], [31.5, 30.9, 35.2],
    [16.6, 18.4, 23.9], [29.1, 23.1, 31.7], [14.3, 11.4, 9.2], [31.1, .nan, .nan], [19.7, 27.2, 22.3],
    [16.4, 23.5, 14.2], [31.5, 34.2, 34.2], [28.3, 37.3, 30.2], [18.3, 11.0, 18.2],
  ]

  private static func data() throws -> RepeatedMeasuresData {
    RepeatedMeasuresData(
      outcomes: try DenseMatrix(rows: outcomes), isTreated: (0..<24).map { $0 % 2 == 1 },
      covariates: [.init(name: "baseline", values: baseline)])
  }

  private func close(_ found: Double, _ expected: Double) -> Bool {
    abs(found - expected) < 1e-6 * max(1, abs(expected))
  }

  @Test("Unstructured covariance with missed visits: estimates, Kenward-Roger errors and degrees of freedom")
  func unstructured() throws {
    let model = try RepeatedMeasuresModel(Self.data())
    #expect(abs(model.restrictedLogLikelihood + 192.2836266181791) < 1e-9)
    #expect(close(model.visitCovariance[0, 0], 25.166793284469847))
    #expect(close(model.visitCovariance[2, 1], 52.553536155864236))
    #expect(close(model.visitCovariance[2, 2], 77.15755991403043))
    let last = try model.difference([0, 0, 1])
    #expect(close(last.coefficient.estimate.value, 1.6885918909911177))
    #expect(close(last.coefficient.estimate.standardError, 3.929366727002818))
    #expect(close(last.degreesOfFreedom, 19.303161403343463))
    let third = 1.0 / 3
    let mean = try model.difference([third, third, third])
    #expect(close(mean.coefficient.estimate.value, 0.3332790667721366))
    #expect(close(mean.coefficient.estimate.standardError, 2.841683099764842))
    #expect(close(mean.degreesOfFreedom, 20.71940422083122))
    #expect(
      close(model.coefficients[0], 6.159207956899669) && close(model.coefficients[8], 0.8271834068365713))
    print("unstructured: \(model.iterations) steps, log-likelihood \(model.restrictedLogLikelihood)")
  }

  @Test("Compound symmetry with one slope of the baseline equals the brute force and statsmodels")
  func compoundSymmetry() throws {
    let model = try RepeatedMeasuresModel(
      Self.data(), structure: .compoundSymmetry, covariatesByVisit: false)
    #expect(abs(model.restrictedLogLikelihood + 197.10781287442592) < 1e-9)
    #expect(close(model.visitCovariance[0, 1], 34.2016037183337))
    #expect(close(model.visitCovariance[2, 2], 56.43061331820981))
    let last = try model.difference([0, 0, 1])
    #expect(close(last.coefficient.estimate.value, 1.7439789436958948))
    #expect(close(last.coefficient.estimate.standardError, 3.312289575859882))
    #expect(close(last.degreesOfFreedom, 40.42098101113255))
    let third = 1.0 / 3
    let mean = try model.difference([third, third, third])
    #expect(close(mean.coefficient.estimate.standardError, 2.7001524150367504))
    #expect(close(mean.degreesOfFreedom, 20.985171409780737))
    #expect(model.names.last == "baseline" && close(model.coefficients[6], 0.7376059738498492))
  }

  @Test("With complete data every visit is an analysis of covariance of its own, exactly")
  func complete() throws {
    var stream = RandomStream(seed: 3, entity: 0)
    let people = 30
    let baseline = (0..<people).map { _ in stream.normal(mean: 40, deviation: 10) }
    let isTreated = (0..<people).map { $0 % 3 == 0 }
    let rows = (0..<people).map { person in
      let own = stream.normal(deviation: 4)
      return (0..<4).map { Double($0) + 0.5 * baseline[person] + own + stream.normal(deviation: 3) }
    }
    let model = try RepeatedMeasuresModel(
      RepeatedMeasuresData(
        outcomes: DenseMatrix(rows: rows), isTreated: isTreated,
        covariates: [.init(name: "baseline", values: baseline)]))
    for visit in 0..<4 {
      let single = try LinearModel.covarianceAnalysis(
        outcome: rows.map { $0[visit] }, isTreated: isTreated, covariates: [("baseline", baseline)])
      let found = try model.difference((0..<4).map { $0 == visit ? 1 : 0 })
      #expect(abs(found.coefficient.estimate.value - single.coefficients[1].estimate.value) < 1e-9)
      #expect(
        abs(found.coefficient.estimate.standardError - single.coefficients[1].estimate.standardError) < 1e-8)
      #expect(abs(found.degreesOfFreedom - Double(people - 3)) < 1e-6)
      #expect(abs(found.coefficient.pValue - single.coefficients[1].pValue) < 1e-8)
      #expect(abs(model.visitCovariance[visit, visit] - single.residualVariance) < 1e-7)
    }
  }

  @Test("Compound symmetry without missed visits: the mean over visits is a t test of people's means")
  func means() throws {
    let rows = Self.outcomes.filter { !$0.contains { $0.isNaN } }
    let isTreated = rows.indices.map { $0 % 2 == 0 }
    let model = try RepeatedMeasuresModel(
      RepeatedMeasuresData(outcomes: DenseMatrix(rows: rows), isTreated: isTreated),
      structure: .compoundSymmetry)
    let third = 1.0 / 3
    let found = try model.difference([third, third, third])
    let single = try LinearModel.covarianceAnalysis(
      outcome: rows.map { $0.reduce(0, +) / 3 }, isTreated: isTreated, covariates: [])
    #expect(abs(found.coefficient.estimate.value - single.coefficients[1].estimate.value) < 1e-10)
    #expect(abs(found.coefficient.pValue - single.coefficients[1].pValue) < 1e-8)
    #expect(abs(found.degreesOfFreedom - Double(rows.count - 2)) < 1e-6)
  }

  @Test("Data that cannot tell are errors")
  func faults() throws {
    var data = try Self.data()
    data.isTreated = [Bool](repeating: true, count: 24)
    #expect(throws: StatisticsError.self) { try RepeatedMeasuresModel(data) }
    data.isTreated.removeLast()
    #expect(throws: StatisticsError.lengthMismatch(what: "arms", required: 24, found: 23)) {
      try RepeatedMeasuresModel(data)
    }
    // Visits 1 and 3 are never seen together: their covariance cannot be told.
    var apart = try Self.data()
    for person in 0..<24 { apart.outcomes[person, person % 2 == 0 ? 0 : 2] = .nan }
    #expect(throws: StatisticsError.self) { try RepeatedMeasuresModel(apart) }
    var infinite = try Self.data()
    infinite.outcomes[4, 1] = .infinity
    #expect(throws: StatisticsError.self) { try RepeatedMeasuresModel(infinite) }
  }
}
