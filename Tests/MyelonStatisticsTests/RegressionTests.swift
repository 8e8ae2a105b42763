import Foundation
import MyelonRandom
import MyelonStatistics
import Testing

@Suite struct RegressionTests {
  typealias Reference = RegressionReferences

  @Test func covarianceAnalysisGivesTheFiguresOfStatsmodels() throws {
    let model = try LinearModel.covarianceAnalysis(
      outcome: Reference.outcome, isTreated: Reference.treatment.map { $0 == 1 },
      covariates: [("baseline", Reference.baseline), ("age", Reference.age)])
    #expect(model.coefficients.map(\.name) == ["intercept", "treatment", "baseline", "age"])
    for (index, coefficient) in model.coefficients.enumerated() {
      #expect(abs(coefficient.estimate.value / Reference.coefficients[index] - 1) < 1e-11)
      #expect(abs(coefficient.estimate.standardError / Reference.errors[index] - 1) < 1e-11)
      #expect(abs(coefficient.pValue / Reference.pValues[index] - 1) < 1e-9)
      #expect(abs(coefficient.estimate.low / Reference.intervals[2 * index] - 1) < 1e-10)
      #expect(abs(coefficient.estimate.high / Reference.intervals[2 * index + 1] - 1) < 1e-10)
    }
    #expect(abs(model.residualVariance / Reference.fit[0] - 1) < 1e-12)
    #expect(abs(model.explainedShare / Reference.fit[1] - 1) < 1e-12)
    #expect(model.degreesOfFreedom == 56)
  }

  @Test func residualsAreOrthogonalToTheDesign() throws {
    var stream = RandomStream(seed: 1, entity: 1)
    for columns in 1...6 {
      var design = DenseMatrix(rows: 30, columns: columns)
      for index in design.elements.indices { design.elements[index] = stream.normal() }
      let response = (0..<30).map { _ in stream.normal() }
      let model = try LinearModel(
        response: response, design: design, names: (0..<columns).map { "x\($0)" })
      for column in 0..<columns {
        #expect(abs(zip(design.column(column), model.residuals).reduce(0) { $0 + $1.0 * $1.1 }) < 1e-12)
      }
    }
  }

  @Test func proportionalOddsGiveTheFiguresOfStatsmodels() throws {
    let rows = Reference.outcome.indices.map {
      [Reference.treatment[$0], Reference.baseline[$0], Reference.age[$0]]
    }
    let model = try ProportionalOddsModel(
      categories: Reference.category, design: DenseMatrix(rows: rows),
      names: ["treatment", "baseline", "age"])
    let found = model.thresholds.map(\.value) + model.slopes.map(\.estimate.value)
    for (value, expected) in zip(found, Reference.ordinal) { #expect(abs(value - expected) < 1e-9) }
    for index in 0..<3 {
      // Statsmodels differentiates its likelihood numerically: five digits.
      #expect(abs(model.slopes[index].estimate.standardError / Reference.ordinalErrors[index] - 1) < 1e-5)
      #expect(abs(model.slopes[index].pValue - Reference.ordinalPValues[index]) < 1e-5)
    }
    #expect(abs(model.logLikelihood - Reference.ordinalLogLikelihood) < 1e-10)
    #expect(model.iterations < 12)
    let probabilities = model.probabilities([1, 40, 30])
    #expect(abs(probabilities.reduce(0, +) - 1) < 1e-14)
    #expect(probabilities.allSatisfy { $0 > 0 })
  }

  @Test func twoCategoriesWithOneBinaryColumnHaveTheLogOddsRatioInClosedForm() throws {
    // 12 of 30 and 21 of 30 in the higher category.
    let categories =
      [Int](repeating: 0, count: 18) + [Int](repeating: 1, count: 12)
      + [Int](repeating: 0, count: 9) + [Int](repeating: 1, count: 21)
    let rows = (0..<60).map { [$0 < 30 ? 0.0 : 1.0] }
    let model = try ProportionalOddsModel(
      categories: categories, design: DenseMatrix(rows: rows), names: ["arm"])
    #expect(abs(model.slopes[0].estimate.value - log(21.0 * 18 / (9 * 12))) < 1e-12)
    let variance: Double = [18.0, 12, 9, 21].reduce(0) { $0 + 1 / $1 }
    let error = variance.squareRoot()
    #expect(abs(model.slopes[0].estimate.standardError - error) < 1e-12)
    #expect(abs(model.thresholds[0].value - log(18.0 / 12)) < 1e-12)
  }

  @Test func slopesAreRecoveredFromManyDraws() throws {
    var stream = RandomStream(seed: 3, entity: 9)
    var rows: [[Double]] = []
    var categories: [Int] = []
    for _ in 0..<20_000 {
      let x = [stream.normal(), Double(stream.index(below: 2))]
      let u = stream.uniform()
      let latent = 0.7 * x[0] - 1.1 * x[1] + log(u / (1 - u))
      rows.append(x)
      categories.append([-2.0, -0.5, 0.5, 1.7].filter { latent > $0 }.count)
    }
    let model = try ProportionalOddsModel(
      categories: categories, design: DenseMatrix(rows: rows), names: ["a", "b"])
    for (slope, truth) in zip(model.slopes, [0.7, -1.1]) {
      #expect(abs(slope.estimate.value - truth) < 4 * slope.estimate.standardError)
      #expect(slope.estimate.standardError < 0.04)
    }
    for (threshold, truth) in zip(model.thresholds, [-2.0, -0.5, 0.5, 1.7]) {
      #expect(abs(threshold.value - truth) < 4 * threshold.standardError)
    }
  }

  @Test func whatCannotBeFittedIsRefused() throws {
    let ones = DenseMatrix(rows: 5, columns: 2, filledWith: 1)
    #expect(throws: StatisticsError.singular(what: "Columns (a, b)")) {
      try LinearModel(response: [1, 2, 3, 4, 5], design: ones, names: ["a", "b"])
    }
    #expect(throws: StatisticsError.tooFew(what: "rows", required: 3, found: 2)) {
      try LinearModel(response: [1, 2], design: DenseMatrix(rows: 2, columns: 2), names: ["a", "b"])
    }
    // A column that separates the categories has no finite slope.
    let separated = try DenseMatrix(rows: (0..<20).map { [$0 < 10 ? 0.0 : 1.0] })
    #expect(throws: StatisticsError.self) {
      try ProportionalOddsModel(categories: (0..<20).map { $0 / 10 }, design: separated, names: ["arm"])
    }
    #expect(throws: StatisticsError.self) {
      try ProportionalOddsModel(
        categories: [1, 1, 1], design: DenseMatrix(rows: 3, columns: 1), names: ["arm"])
    }
  }

  @Test func decompositionsRebuildTheirMatrix() throws {
    var stream = RandomStream(seed: 8, entity: 1)
    for size in [1, 2, 5, 40] {
      var factor = DenseMatrix(rows: size, columns: size)
      for index in factor.elements.indices { factor.elements[index] = stream.normal() }
      let matrix = factor.times(factor.transposed)
      let scale = matrix.elements.map { abs($0) }.max() ?? 1
      let eigen = try matrix.symmetricEigen()
      var scaled = eigen.vectors
      for row in 0..<size {
        for column in 0..<size { scaled[row, column] *= eigen.values[column] }
      }
      let rebuilt = scaled.times(eigen.vectors.transposed)
      let unit = eigen.vectors.transposed.times(eigen.vectors)
      let lower = try CholeskyFactor(matrix).lower
      let again = lower.times(lower.transposed)
      for row in 0..<size {
        for column in 0..<size {
          #expect(abs(rebuilt[row, column] - matrix[row, column]) < 1e-13 * scale)
          #expect(abs(again[row, column] - matrix[row, column]) < 1e-13 * scale)
          #expect(abs(unit[row, column] - (row == column ? 1 : 0)) < 1e-13)
        }
      }
    }
    // Rank one: all but one eigenvalue vanish.
    var flat = DenseMatrix(rows: 6, columns: 6, filledWith: 1)
    #expect(abs((try flat.symmetricEigen().values.max() ?? 0) - 6) < 1e-14)
    #expect(throws: StatisticsError.self) { try CholeskyFactor(flat) }
    flat[0, 0] = 2
    #expect(try flat.symmetricEigen().values.filter { abs($0) < 1e-14 }.count == 4)
  }
}
