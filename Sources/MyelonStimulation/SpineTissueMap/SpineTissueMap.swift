import MyelonFields
import MyelonQuantities

/// The tissue in every cell of a grid, with what is needed to conduct current through it.
public struct SpineTissueMap: Sendable {
  /// The cells.
  public let grid: RectilinearGrid
  /// Raw value of the `SpineTissue` of every cell, x fastest.
  public var labels: [UInt8]
  /// Conductivity of every tissue, indexed by its raw value; 0 does not conduct.
  public let tissues: [TissueConductivity]
  /// The dura: between cells inside it (fluid, cord) and cells of every tissue outside it, each pair once.
  public let layers: [ThinLayer]

  /// What the volume conductor needs of the map.
  ///
  /// - Throws: `ConductorError.invalid` where a conductivity is not usable.
  public func conductivityField() throws(ConductorError) -> ConductivityField {
    try ConductivityField(grid: grid, labels: labels, tissues: tissues, layers: layers)
  }

  /// The tissue of a cell.
  public func tissue(_ x: Int, _ y: Int, _ z: Int) -> SpineTissue {
    SpineTissue(rawValue: labels[grid.index(x, y, z)]) ?? .air
  }

  /// Volume of every tissue, mm3, indexed by its raw value.
  public func volumes() -> [Double] {
    var result = [Double](repeating: 0, count: SpineTissue.allCases.count)
    for k in 0..<grid.nz {
      for j in 0..<grid.ny {
        for i in 0..<grid.nx { result[Int(labels[grid.index(i, j, k)])] += grid.volume(i, j, k) }
      }
    }
    return result
  }
}

extension SpineModel {
  /// Paints the tissues on a grid.
  ///
  /// A cell takes the tissue at its centre, so every outline is a staircase: an area or thickness is met on
  /// average but is off by up to half a cell at every place, and a layer thinner than a cell may be missing
  /// there. Three rules guard what must not leak: the skin is at least one cell thick in every section; the
  /// row of cells under a flat body is scar and never fluid, so that no contact lies inside the dura; bodies
  /// never replace fluid or cord.
  ///
  /// - Parameters:
  ///   - grid: the cells.
  ///   - arrays: electrode arrays, whose bodies, scars and gels are painted.
  ///   - executor: threads to use; the result does not depend on them.
  /// - Returns: the painted grid.
  public func tissues(
    on grid: RectilinearGrid, arrays: [ElectrodeArray] = [], executor: SlabExecutor = SlabExecutor(threads: 1)
  ) -> SpineTissueMap {
    var labels = [UInt8](repeating: SpineTissue.air.rawValue, count: grid.count)
    let frame = PaintFrame(
      grid: grid, bodies: arrays.flatMap(\.bodies), scar: parameters["encapsulation_thickness"])
    labels.withUnsafeMutableBufferPointer { labels in
      nonisolated(unsafe) let target = labels
      executor.run(slabs: grid.nz) { slice in
        let slab = grid.nx * grid.ny
        var painter = SlicePainter(
          frame: frame, section: section(atZ: 0.5 * (grid.z[slice] + grid.z[slice + 1])),
          target: UnsafeMutableBufferPointer(rebasing: target[(slice * slab)..<((slice + 1) * slab)]))
        painter.paint()
      }
    }
    return SpineTissueMap(
      grid: grid, labels: labels,
      tissues: SpineTissue.allCases.map {
        TissueConductivity(name: $0.title, conductivity: conductivity(of: $0))
      },
      layers: duraLayers(atZ: 0.5 * ((grid.z.first ?? 0) + (grid.z.last ?? 0))))
  }

  /// The dura between every tissue inside it and every one outside, with its thickness at position `z`, mm.
  public func duraLayers(atZ z: Double) -> [ThinLayer] {
    let thickness = duraThickness(atZ: z)
    let conductivity = parameters["conductivity_dura"]
    let inside = SpineTissue.allCases.filter(\.isIntradural)
    let outside = SpineTissue.allCases.filter { !$0.isIntradural }
    return inside.flatMap { first in
      outside.map { second in
        ThinLayer(
          name: "dura", between: first.rawValue, and: second.rawValue, thickness: thickness,
          conductivity: conductivity)
      }
    }
  }
}
