/// The potentials of an electrode's contacts, each for 1 mA of its own.
public struct ContactFields: Sendable {
  /// Computes the potentials of some contacts.
  ///
  /// Takes the surroundings, the array in place, the contacts asked for, two corners of the box in which potentials will be read, and a
  /// closure that is told the share of the work done and answers whether to go on.
  public typealias Maker =
    @Sendable (
      _ model: SpineModel, _ array: ElectrodeArray, _ contacts: [ElectrodeContact],
      _ box: (low: SIMD3<Double>, high: SIMD3<Double>), _ goesOn: (Double) -> Bool
    ) throws(StimulationError) -> ContactFields

  /// The grid of the computation; nil for fields in closed form.
  public let grid: GridRecord?
  /// How each contact was solved; empty for fields in closed form.
  public let solves: [ContactSolve]
  /// A potential a contact, in the order asked for, mV for 1 mA.
  public let sources: [any PotentialSource]

  /// Gathers potentials.
  public init(grid: GridRecord? = nil, solves: [ContactSolve] = [], sources: [any PotentialSource]) {
    self.grid = grid
    self.solves = solves
    self.sources = sources
  }
}
