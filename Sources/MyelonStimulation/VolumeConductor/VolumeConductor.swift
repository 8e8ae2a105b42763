import MyelonFields

/// The tissue round an electrode: where a current goes and which potential it raises.
///
/// Quasi-static: `∇·(σ ∇φ) = -I`, by finite volumes on the grid of its `ConductivityField`. Tissues are ohmic
/// and frequency does not enter, which is adequate for pulses of 0.1 to 1 ms.
public struct VolumeConductor: Sendable {
  /// What conducts where.
  public let field: ConductivityField
  /// What the sides of the box do.
  public let boundary: ConductorBoundary
  /// Tolerance and limit of the solver.
  public let settings: SolverSettings
  /// Threads.
  public let executor: SlabExecutor

  /// Makes a conductor; nothing is computed yet.
  ///
  /// - Parameters:
  ///   - field: what conducts where.
  ///   - boundary: what the sides of the box do.
  ///   - settings: tolerance and limit of the solver.
  ///   - executor: threads to use; the result does not depend on their number.
  public init(
    _ field: ConductivityField, boundary: ConductorBoundary = .open,
    settings: SolverSettings = SolverSettings(), executor: SlabExecutor = SlabExecutor(threads: 1)
  ) {
    self.field = field
    self.boundary = boundary
    self.settings = settings
    self.executor = executor
  }

  /// Potential of one contact that returns through the sides of the box.
  ///
  /// - Parameters:
  ///   - contact: the contact.
  ///   - region: where the field is kept; nil for the whole grid.
  /// - Returns: potential for 1 mA leaving the contact.
  /// - Throws: `ConductorError`.
  public func leadField(
    of contact: ElectrodeContact, within region: FieldRegion? = nil
  ) throws(ConductorError) -> LeadField {
    let fields = try leadFields(of: [contact], within: region)
    return fields[0]
  }

  /// Potentials of several contacts that are in the tissue together, one field a contact.
  ///
  /// Discs and rectangles are metal of one potential, also while they carry no current. If a side of the box
  /// takes current, each field is that of 1 mA from its contact to the sides. If none does, each field's
  /// current returns in equal parts through all contacts of the call, which cancels in every montage whose
  /// shares add up to zero.
  ///
  /// - Parameters:
  ///   - contacts: at least one; names differ.
  ///   - region: where the fields are kept; nil for the whole grid. Sixteen fields of twenty million cells take 1.3 GB.
  /// - Returns: fields in the order of the contacts.
  /// - Throws: `ConductorError`.
  public func leadFields(
    of contacts: [ElectrodeContact], within region: FieldRegion? = nil
  ) throws(ConductorError) -> [LeadField] {
    let surfaces = try placed(contacts)
    guard !surfaces.isEmpty else { return [] }
    let assembly = try ConductorAssembly(field, boundary, surfaces, executor)
    let solve = ConductorSolve(assembly, settings, region)
    return try solve.leadFields()
  }

  /// All contacts on the grid, none touching another.
  private func placed(_ contacts: [ElectrodeContact]) throws(ConductorError) -> [ContactSurface] {
    var surfaces: [ContactSurface] = []
    var names: Set<String> = []
    var owners: [Int: String] = [:]
    for contact in contacts {
      guard names.insert(contact.name).inserted else { throw .duplicate(contact: contact.name) }
      let surface = try ContactSurface(contact, on: field)
      if surface.isMetal {
        for cell in surface.cells {
          if let owner = owners[cell], owner != contact.name {
            throw .overlapping(first: owner, second: contact.name)
          }
          owners[cell] = contact.name
        }
      }
      surfaces.append(surface)
    }
    return surfaces
  }
}
