import MyelonAnatomy
import MyelonFields

extension StimulationStudy {
  /// Computes potentials with the volume conductor of the spine.
  ///
  /// Electrodes in the canal: a box whose sides continue the medium, 60 mm (rat: 12 mm) beyond what is resolved. Pads: the whole
  /// cross-section of the body, insulated at the skin, open at both ends. All contacts of an array are metal, also those without current.
  func conductorFields(_ executor: SlabExecutor) -> ContactFields.Maker {
    let resolution = spineResolution
    let isHuman = species == .human
    return { model, array, contacts, box, goesOn throws(StimulationError) in
      let grid: RectilinearGrid
      do throws(SpineGridError) {
        let margin = isHuman ? 60.0 : 12
        grid = try model.grid(
          resolution: resolution, domain: array.isOnSkin ? .body(margin: margin) : .canal(margin: margin),
          arrays: [array], stretch: array.isOnSkin ? Self.tractStretch(array, model) : nil)
      } catch { throw .invalid([.domain(error)]) }
      let map = model.tissues(on: grid, arrays: [array], executor: executor)
      guard goesOn(0.1) else { throw .stopped }
      do throws(ConductorError) {
        let conductor = VolumeConductor(
          try map.conductivityField(), boundary: array.isOnSkin ? Self.bodyBoundary : .open,
          executor: executor)
        let fields = try conductor.leadFields(
          of: array.contacts, within: FieldRegion(around: [box.low, box.high], margin: 4 * resolution.core.max()))
        let used = contacts.compactMap { contact in fields.first { $0.contact.name == contact.name } }
        return ContactFields(
          grid: GridRecord(grid),
          solves: used.map {
            ContactSolve(
              contact: $0.contact.name, iterations: $0.record.iterations,
              relativeResidual: $0.record.relativeResidual, injected: $0.record.injectedCurrent,
              returned: $0.record.boundaryCurrent + $0.record.returnedCurrent)
          },
          sources: used)
      } catch { throw .field(contact: array.name, problem: error.description) }
    }
  }

  /// Skin in air; the trunk goes on at both ends.
  private static let bodyBoundary = ConductorBoundary(
    lowX: .insulated, highX: .insulated, lowY: .insulated, highY: .insulated)

  /// Corners of the box that holds all fibres and the potential map.
  func box(
    of fibres: [StudyFibre], _ model: SpineModel, _ array: ElectrodeArray
  ) -> (low: SIMD3<Double>, high: SIMD3<Double>) {
    let map = mapGrid(model, array)
    var low = map.centre(0, 0, 0)
    var high = map.centre(map.nx - 1, map.ny - 1, map.nz - 1)
    for point in fibres.lazy.flatMap(\.path.points) {
      low = pointwiseMin(low, point)
      high = pointwiseMax(high, point)
    }
    return (low, high)
  }
}
