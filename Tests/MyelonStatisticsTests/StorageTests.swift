import Foundation
import MyelonQuantities
import MyelonStatistics
import Testing

/// What is read back is what was written, and what cannot be is an error and not a crash.
@Suite struct StorageTests {
  private func again<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
  }

  private func read<Value: Decodable>(_: Value.Type, _ text: String) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(text.utf8))
  }

  @Test func valuesComeBackBitForBit() throws {
    let sample = try WeightedSample([0.1, 1 / 3.0, 2e-300], weights: [0.3, 0.1, 0.7])
    #expect(try again(sample) == sample)
    let matrix = try DenseMatrix(rows: [[1, 2], [3, 0.1]])
    #expect(try again(matrix) == matrix)
    let space = try ParameterSpace([
      ("a", .logUniform(low: 0.1, high: 3)), ("b", .truncatedNormal(mean: 0, deviation: 1, low: -1, high: 2)),
    ])
    #expect(try again(space) == space)
    let observation = try Observation(names: ["x"], values: [1.5], deviations: [0.2], noise: .withinOutputs)
    #expect(try again(observation) == observation)
    let bootstrap = try Bootstrap(replicates: 10, confidence: 0.9, seed: .max)
    #expect(try again(bootstrap) == bootstrap)
  }

  @Test func damagedValuesAreErrors() {
    #expect(
      throws: StatisticsError.lengthMismatch(what: "elements of a stored matrix", required: 4, found: 3)
    ) {
      try read(DenseMatrix.self, #"{"rows": 2, "columns": 2, "elements": [1, 2, 3]}"#)
    }
    #expect(throws: StatisticsError.self) {
      try read(DenseMatrix.self, #"{"rows": 4611686018427387904, "columns": 8, "elements": []}"#)
    }
    #expect(throws: StatisticsError.self) {
      try read(DenseMatrix.self, #"{"rows": -1, "columns": -1, "elements": [1]}"#)
    }
    #expect(throws: StatisticsError.self) {
      try read(WeightedSample.self, #"{"values": [1, 2], "weights": [1]}"#)
    }
    #expect(throws: StatisticsError.self) {
      try read(Bootstrap.self, #"{"replicates": -3, "confidence": 0.9, "seed": 1}"#)
    }
    #expect(throws: StatisticsError.self) {
      try read(ParameterSpace.self, #"{"names": ["a", "b"], "marginals": []}"#)
    }
    #expect(throws: StatisticsError.self) {
      try read(
        Observation.self, #"{"names": ["a"], "values": [1, 2], "deviations": [1], "noise": "withinOutputs"}"#)
    }
  }

  /// Changes one number in the stored form of a value.
  private func damaged<Value: Codable>(_ value: Value, _ change: (inout [String: Any]) -> Void) throws
    -> Value
  {
    let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(value))
    var fields = try #require(object as? [String: Any])
    change(&fields)
    return try JSONDecoder().decode(Value.self, from: JSONSerialization.data(withJSONObject: fields))
  }

  @Test func damagedStatesRefuseToGoOn() throws {
    let space = try TestSpaces.normal(2)
    let observation = try Observation(names: ["y"], values: [1], deviations: [0.5])
    var options = ApproximateBayesSampler.Options(seed: 1)
    options.population = 100
    var sampler = try ApproximateBayesSampler(space: space, observation: observation, options: options)
    try sampler.advance { $0.map { [$0.values[0]] } }
    var broken = try damaged(sampler) { $0["particles"] = [Any]() }
    #expect(throws: InferenceError.self) { try broken.advance { $0.map { _ in [1] } } }
    broken = try damaged(sampler) { $0["scales"] = [Double]() }
    #expect(throws: InferenceError.self) { try broken.advance { $0.map { _ in [1] } } }
    broken = try damaged(sampler) { $0["simulations"] = -5 }
    #expect(throws: InferenceError.self) { try broken.advance { $0.map { _ in [1] } } }

    let inversion = try EnsembleKalmanInversion(
      space: space, observation: observation, options: EnsembleKalmanInversion.Options(seed: 1))
    var bent = try damaged(inversion) { $0["scores"] = [[1.0, 2]] }
    #expect(throws: InferenceError.self) { try bent.advance { $0.map { _ in [1] } } }
    bent = try damaged(inversion) { $0["information"] = 3 }
    #expect(throws: InferenceError.self) { try bent.advance { $0.map { _ in [1] } } }
  }

  @Test func rangesOfModelParametersBecomeDistributions() throws {
    let why = Evidence.assumed(because: "made up for a test")
    let space = try ParameterSpace(plausibleRangesOf: [
      Parameter("a.share", "a", 0.5, "", 0.1...0.9, "A share.", why),
      Parameter("b.rate", "b", 1, "1/h", 0.01...10, "A rate.", why),
      Parameter("c.fixed", "c", 2, "", 2...2, "A constant.", why),
      Parameter("d.signed", "d", 0, "", -5...100, "A signed number.", why),
    ])
    #expect(space.names == ["a.share", "b.rate", "d.signed"])
    #expect(
      space.marginals == [
        .uniform(low: 0.1, high: 0.9), .logUniform(low: 0.01, high: 10), .uniform(low: -5, high: 100),
      ])
  }
}
