import MyelonFields

/// Measured speed of a lead field in a body of layers like a spine's.
///
/// Cord, fluid, dura, epidural fat with an insulating paddle, vertebrae and discs, muscle, fat, skin and air
/// on a stretched grid, with one rectangular contact: contrasts from 1.7 S/m to an insulator, white matter
/// and muscle anisotropic. The shapes are ellipses; only the size of the problem and its contrasts matter
/// here.
public struct VolumeConductorBenchmark: Sendable {
  /// Threads used.
  public let threads: Int
  /// Cells along x, y and z.
  public let sides: [Int]
  /// Seconds from labels to the lead field, all included.
  public let totalSeconds: Double
  /// How the solve went.
  public let record: SolveRecord
  /// Access resistance of the contact, ohm.
  public let contactResistance: Double

  /// Number of cells.
  public var cells: Int { sides.reduce(1, *) }
  /// Cells times iterations a second.
  public var rate: Double { Double(cells * record.iterations) / record.seconds }

  /// Measures one lead field.
  ///
  /// - Parameters:
  ///   - cells: about how many cells; at least 20000.
  ///   - threads: threads to use.
  ///   - tolerance: relative residual to reach.
  /// - Returns: the figures.
  /// - Throws: `ConductorError` if the solver does not converge.
  public static func measure(
    cells: Int, threads: Int, tolerance: Double = 1e-8
  ) throws(ConductorError) -> VolumeConductorBenchmark {
    let field = try body(cells: cells)
    let executor = SlabExecutor(threads: threads)
    let clock = ContinuousClock()
    let start = clock.now
    let conductor = VolumeConductor(
      field, boundary: boundary, settings: SolverSettings(tolerance: tolerance), executor: executor)
    let lead = try conductor.leadField(
      of: contact, within: FieldRegion(low: [-8, -8, -30], high: [8, 8, 30]))
    let seconds = start.duration(to: clock.now) / .seconds(1)
    return VolumeConductorBenchmark(
      threads: threads, sides: [field.grid.nx, field.grid.ny, field.grid.nz], totalSeconds: seconds,
      record: lead.record, contactResistance: lead.contactResistance ?? .nan)
  }

  /// The body goes on rostrally and caudally; around it is air.
  public static var boundary: ConductorBoundary {
    ConductorBoundary(
      lowX: .insulated, highX: .insulated, lowY: .insulated, highY: .insulated, lowZ: .open, highZ: .open)
  }

  /// A rectangle of 2 by 5 mm under the paddle.
  public static let contact = ElectrodeContact(
    name: "contact", position: [0, paddleFront, 0], shape: .rectangle(width: 2, length: 5), facing: .ventral)
}
