/// A cable that can be carried forward in time: what runs are driven through.
protocol CableKernel: AnyObject {
  /// Number of nodes.
  var nodeCount: Int { get }
  /// Relative potential of every node, mV above ``AxonMembrane/restPotential``.
  var nodes: UnsafeMutablePointer<Double> { get }
  /// Goes back to rest.
  func rest()
  /// Goes back to the remembered state.
  func recall()
  /// Remembers the present state.
  func remember()
  /// Takes another step length: what is constant at one step is computed anew.
  func prepare(_ stepping: CableStepping)
  /// One step.
  ///
  /// - Parameter levels: amplitude of every drive, mean over the step.
  /// - Returns: largest relative potential of the nodes after it, mV.
  func advance(_ levels: UnsafePointer<Double>) -> Double
}
