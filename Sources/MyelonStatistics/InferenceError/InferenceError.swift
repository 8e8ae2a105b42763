/// Why an inference cannot go on or must not be used.
public enum InferenceError: Error, Equatable, CustomStringConvertible {
  /// The simulator did not return one output vector a parameter vector.
  case batchLength(required: Int, found: Int)
  /// An output vector does not have one number a datum.
  case outputLength(run: UInt32, required: Int, found: Int)
  /// Too many runs failed for the rest to stand for all.
  case tooManyFailures(found: Int, of: Int, most: Int)
  /// The options contradict each other or the problem.
  case options(String)
  /// The inference has ended; there is nothing to advance.
  case finished
  /// The inference has not ended; there is no posterior yet.
  case notFinished
  /// The data are not reproduced, so that nothing may be predicted.
  case notReproduced([InferenceVerdict.Reason])

  /// What was required, what was found and what to do.
  public var description: String {
    switch self {
    case .batchLength(let required, let found):
      "The simulator must return \(required) output vectors; found \(found): return one for each, in order"
    case .outputLength(let run, let required, let found):
      "Run \(run) must give \(required) outputs, one a datum; found \(found): correct the simulator"
    case .tooManyFailures(let found, let total, let most):
      "At most \(most) of \(total) runs may fail; \(found) did: narrow the ranges or look into the failures"
    case .options(let what): what
    case .finished: "The inference has ended: read its report, or begin a new one"
    case .notFinished: "The inference has not ended: advance it until it is finished"
    case .notReproduced(let reasons):
      "The data are not reproduced, nothing is predicted from this fit: "
        + reasons.map(\.description).joined(separator: "; ")
    }
  }

  /// Throws unless the simulator returned what was asked for.
  static func check(_ outputs: [OutputVector], for runs: [ParameterVector], data: Int) throws(InferenceError)
  {
    guard outputs.count == runs.count else {
      throw .batchLength(required: runs.count, found: outputs.count)
    }
    for (run, output) in zip(runs, outputs) where output.count != data {
      throw .outputLength(run: run.identifier, required: data, found: output.count)
    }
  }
}
