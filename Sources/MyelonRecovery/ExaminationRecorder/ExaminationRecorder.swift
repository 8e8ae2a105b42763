import ISNCSCI
import MyelonQuantities
import MyelonRandom

/// Puts grades on a person's function, as an examiner does.
///
/// The expected grade is the function times the highest grade, rounded. An examiner deviates by a normal error
/// that is largest where function is intermediate and vanishes where it is absent or normal: standard deviation
/// `σ √(4 f (1 - f))`.
public struct ExaminationRecorder: Sendable {
  private let motorDeviation: Double
  private let sensoryDeviation: Double

  /// Reads the deviations from a table that holds `RecoveryParameters` for people.
  public init(_ table: ParameterTable) {
    motorDeviation = table["examiner_deviation_motor"]
    sensoryDeviation = table["examiner_deviation_sensory"]
  }

  /// The examination of a state.
  ///
  /// - Parameters:
  ///   - state: the function.
  ///   - stream: the examiner's random stream, or nil for an examiner without error.
  /// - Returns: a complete examination without untested items.
  /// - Throws: `ExaminationError` if the state does not hold ten muscles and 28 dermatomes a side.
  public func examination(
    of state: FunctionalState, stream: inout RandomStream?
  ) throws(ExaminationError) -> Examination {
    func grade(_ function: Double, highest: Double, deviation: Double) -> Int {
      var value = function * highest
      if stream != nil {
        let spread = deviation * (4 * function * (1 - function)).squareRoot()
        value += spread * (stream?.normal() ?? 0)
      }
      return Int(min(max(value, 0), highest).rounded())
    }
    let motor = state.strength.map { side in
      side.map { grade($0, highest: 5, deviation: motorDeviation) }
    }
    let touch = state.lightTouch.map { side in
      side.map { grade($0, highest: 2, deviation: sensoryDeviation) }
    }
    let prick = state.pinPrick.map { side in
      side.map { grade($0, highest: 2, deviation: sensoryDeviation) }
    }
    return try Examination(
      motor: motor, lightTouch: touch, pinPrick: prick,
      voluntaryAnalContraction: state.analContraction, deepAnalPressure: state.analPressure)
  }
}
