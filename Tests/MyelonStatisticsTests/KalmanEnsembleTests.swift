import Foundation
import MyelonRandom
import Testing

@testable import MyelonStatistics

@Suite struct KalmanEnsembleTests {
  @Test func gaspariAndCohnsFunctionHasItsValuesAndJoinsSmoothly() {
    #expect(KalmanEnsemble.gaspariCohn(0) == 1)
    #expect(abs(KalmanEnsemble.gaspariCohn(1) - 5.0 / 24) < 1e-15)
    #expect(abs(KalmanEnsemble.gaspariCohn(1 + 1e-9) - 5.0 / 24) < 1e-8)
    #expect(KalmanEnsemble.gaspariCohn(2 - 1e-6) < 1e-15)
    #expect(KalmanEnsemble.gaspariCohn(2) == 0)
    let slope = { (z: Double) in
      (KalmanEnsemble.gaspariCohn(z + 1e-5) - KalmanEnsemble.gaspariCohn(z - 1e-5)) / 2e-5
    }
    #expect(abs(slope(1 - 1e-4) - slope(1 + 1e-4)) < 1e-3)
    var last = 1.0
    for z in stride(from: 0.01, to: 2, by: 0.01) {
      #expect(KalmanEnsemble.gaspariCohn(z) < last)
      last = KalmanEnsemble.gaspariCohn(z)
    }
  }

  /// With one parameter and one datum the localised change is the plain one times the taper of their correlation.
  @Test func aTaperScalesTheChangeByTheSampleCorrelation() throws {
    let members = 64
    var stream = RandomStream(seed: 2, entity: 1)
    let scores = (0..<members).map { _ in [stream.normal()] }
    let outputs = scores.map { [0.8 * $0[0] + 0.6 * stream.normal()] }
    let observation = try Observation(names: ["y"], values: [2], deviations: [0.7])
    let ensemble = KalmanEnsemble(scores: scores, outputs: outputs, observation: observation)
    let noise = scores.map { _ in [stream.normal()] }
    let plain = try ensemble.perturbedUpdate(alpha: 2, noise: noise, localisation: .none)
    let tapered = try ensemble.perturbedUpdate(alpha: 2, noise: noise, localisation: .correlation(c: 3))
    let count = Double(members)
    let x = scores.map { $0[0] }
    let y = outputs.map { $0[0] }
    let means = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    let cross = zip(x, y).reduce(0) { $0 + ($1.0 - means.0) * ($1.1 - means.1) }
    let squares = (
      x.reduce(0) { $0 + ($1 - means.0) * ($1 - means.0) },
      y.reduce(0) { $0 + ($1 - means.1) * ($1 - means.1) }
    )
    let correlation = abs(cross) / (squares.0 * squares.1).squareRoot()
    let taper = KalmanEnsemble.gaspariCohn((1 - correlation) / (1 - 3 / 8.0))
    #expect(taper < 0.9 && taper > 0.1)
    for member in 0..<members {
      let change = plain[member][0] - scores[member][0]
      #expect(abs(tapered[member][0] - scores[member][0] - taper * change) < 1e-12)
    }
  }
}
