/// The parameters of one run that an inference asks for.
public struct ParameterVector: Sendable, Hashable, Codable {
  /// Running number of the run within the inference.
  ///
  /// A stochastic simulator keys its random streams by it, so that a run is the same whoever does it and however often
  /// it is repeated.
  public let identifier: UInt32
  /// The values, in the order of the parameter space.
  public let values: [Double]

  /// Makes a vector.
  ///
  /// - Parameters:
  ///   - identifier: running number of the run.
  ///   - values: the values, in the order of the parameter space.
  public init(identifier: UInt32, values: [Double]) {
    self.identifier = identifier
    self.values = values
  }
}
