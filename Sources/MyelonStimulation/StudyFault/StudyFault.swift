import MyelonQuantities

/// One thing that is wrong with a stimulation study, before anything is computed.
public enum StudyFault: Error, Equatable, Sendable {
  /// The electrode cannot be placed: contacts that overlap, lie outside the canal, or in a place that does not exist.
  case electrode(ElectrodeArrayError)
  /// A contact lies outside the domain of the computation; see the error for where.
  case domain(SpineGridError)
  /// A montage names a contact that the array does not have.
  case unknownContact(montage: Int, name: String, known: [String])
  /// Two montages have the same name.
  case sameMontage(montage: Int, name: String)
  /// A montage carries no current.
  case montageWithoutCurrent(montage: Int, name: String)
  /// The shares of a montage do not make its amplitude the current that the stimulator delivers.
  case sharesOff(montage: Int, name: String, cathodes: Double, anodes: Double)
  /// A pulse leaves charge behind; as a share of its larger phase.
  case chargeUnbalanced(imbalance: Double, allowed: Double)
  /// The pulse lasts longer than the time to the next, us.
  case pulseLongerThanPeriod(pulse: Double, period: Double)
  /// A number lies outside what can be computed.
  case settingOutOfRange(field: String, found: Double, unit: String, required: String)
  /// The range of amplitudes holds none, mA.
  case amplitudesEmpty(lowest: Double, highest: Double)
  /// Cells are too coarse for the layers round the cord, mm.
  case resolutionTooCoarse(found: Double, allowed: Double)
  /// A conductivity is not above zero, S/m.
  case conductivityNotPositive(id: String, found: Double)
  /// A parameter is unknown or implausible.
  case parameter(id: String, ParameterError)
  /// A root is asked for that the species does not have.
  case unknownRoot(field: String, name: String, known: [String])
  /// A target muscle is none of the species' motor pools.
  case unknownMuscle(name: String, known: [String])
  /// The target's roots are not among those computed.
  case targetNotComputed(target: String, required: [String], found: [String])
  /// Nothing is to be computed: no root, side, class or montage.
  case nothingToCompute(field: String)
  /// At the highest amplitude a contact exceeds the limit of safety.
  case unsafe(
    montage: String, contact: String, quantity: String, found: Double, limit: Double, unit: String,
    amplitude: Double, largest: Double)
}
