import MyelonFields

extension SpineModel {
  /// Largest number of cells that a grid may hold.
  public static let cellLimit = 200_000_000
  /// Largest distance from what is resolved to the far boundary, mm: about the length of a body.
  public static let largestMargin = 2000.0

  /// A grid that is fine round the canal and the electrodes and grows smoothly from there.
  ///
  /// In the resolved box (the dural sac and all contacts in the canal, over the stretch) cells have the edges
  /// of `resolution.core`; beyond it neighbouring cells differ at most by `resolution.growth`, up to
  /// `resolution.largest`. The grid is mirror symmetric with a face on the midline; a face lies in the plane
  /// of the first array's contacts and one at the rostral edge of its first contact, so contacts whose sizes
  /// and distances are whole multiples of the cells are met exactly. Under skin pads cells of
  /// `resolution.skin` resolve the skin.
  ///
  /// - Parameters:
  ///   - resolution: cells and growth.
  ///   - domain: how much of the body to hold.
  ///   - arrays: electrode arrays that must lie inside.
  ///   - stretch: stretch of the canal to resolve, mm; the contacts' own stretch is added to it. Nil takes
  ///     the contacts in the canal, or else the pads, with 10 mm (rat: 2 mm) on either side.
  ///   - halfWidth: least half-width of the resolved box, mm: more than the sac's where the foramina must be
  ///     resolved too.
  /// - Returns: the grid.
  /// - Throws: `SpineGridError`.
  public func grid(
    resolution: SpineResolution, domain: SpineDomain, arrays: [ElectrodeArray] = [],
    stretch: ClosedRange<Double>? = nil, halfWidth: Double = 0
  ) throws(SpineGridError) -> RectilinearGrid {
    let smallest = min(resolution.core.min(), resolution.skin)
    guard smallest > 0, resolution.largest >= resolution.core.max(), resolution.largest.isFinite,
      (1.05...1.5).contains(resolution.growth)
    else {
      throw .unusableResolution(smallest: smallest, largest: resolution.largest, growth: resolution.growth)
    }
    guard (0...Self.largestMargin).contains(domain.margin) else {
      throw .unusableMargin(margin: "\(domain.margin)", largest: Self.largestMargin)
    }
    let plan = try GridPlan(self, resolution, arrays, stretch, halfWidth: halfWidth)
    let growth = resolution.growth
    let bounds = plan.bounds(domain, self)
    func axis(_ zones: [GradedAxis.Zone], _ bounds: ClosedRange<Double>) -> [Double] {
      GradedAxis.faces(zones: zones, bounds: bounds, largest: resolution.largest, growth: growth)
    }
    let needed = plan.estimate(resolution)
    guard needed <= Double(Self.cellLimit) else { throw .tooManyCells(needed: needed, limit: Self.cellLimit) }
    let left = axis(plan.x, 0...bounds.high.x)
    let x = left.dropFirst().reversed().map { -$0 } + left
    let grid = RectilinearGrid(
      x: x, y: axis(plan.y, bounds.low.y...bounds.high.y), z: axis(plan.z, bounds.low.z...bounds.high.z))
    guard grid.count <= Self.cellLimit else {
      throw .tooManyCells(needed: Double(grid.count), limit: Self.cellLimit)
    }
    for array in arrays {
      for contact in array.contacts where !grid.contains(contact.position) {
        throw .contactOutsideDomain(array: array.name, contact: contact.name, position: contact.position)
      }
    }
    return grid
  }
}
