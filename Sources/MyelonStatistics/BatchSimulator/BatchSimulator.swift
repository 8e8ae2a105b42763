/// The simulated data of one run, in the order of the observation; a number that is not finite marks a failed run.
public typealias OutputVector = [Double]

/// Runs a batch of parameter vectors and returns their outputs in the same order.
///
/// The whole generation comes in one call, so that an ensemble runner can distribute it. An error that it throws leaves
/// the inference as it was before, and the same batch is asked for again.
public typealias BatchSimulator = ([ParameterVector]) throws -> [OutputVector]
