import MyelonQuantities
import MyelonStimulation

/// How long a spike takes along old and new axons; 1 mm at 1 m/s takes 1 ms.
///
/// Velocities of myelinated and remyelinated fibres are those of the fibre model (`ConductionTable`).
struct ConnectionVelocity: Sendable, Hashable {
  let unmyelinated: Double
  let fibres: ConductionTable
  let gRatio: Double
  let newDiameter: Double
  /// Delay of one synapse, ms.
  let synapse: Double

  init(_ table: ParameterTable, fibres: ConductionTable = .standard) {
    self.fibres = fibres
    unmyelinated = table["CV_unmyelinated"]
    gRatio = table["fibre_g_ratio"]
    newDiameter = table["new_axon_diameter"]
    synapse = table["synaptic_delay"]
  }

  /// Delay along an old myelinated fibre, ms.
  ///
  /// - Parameters:
  ///   - length: mm.
  ///   - diameter: of the axon without myelin, um.
  /// - Returns: ms.
  func old(length: Double, diameter: Double) -> Double {
    diameter > 0 ? max(0, length) / fibres.velocity(diameter: diameter / gRatio) : 0
  }

  /// Delay along a new axon of which a share is myelinated, ms.
  func new(length: Double, myelinated: Double) -> Double {
    let bare = 1 / (unmyelinated * newDiameter.squareRoot())
    let outer = newDiameter / gRatio
    let covered = 1 / (fibres.remyelinatedShare(diameter: outer) * fibres.velocity(diameter: outer))
    return max(0, length) * ((1 - myelinated) * bare + myelinated * covered)
  }
}
