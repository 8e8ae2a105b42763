import MyelonAnatomy
import MyelonFields
import MyelonQuantities

/// Where a grid must be fine.
struct GridPlan {
  /// Zones along x from the midline to the left; the right mirrors them.
  var x: [GradedAxis.Zone] = []
  var y: [GradedAxis.Zone] = []
  var z: [GradedAxis.Zone] = []
  private let arrays: [ElectrodeArray]

  init(
    _ model: SpineModel, _ resolution: SpineResolution, _ arrays: [ElectrodeArray],
    _ stretch: ClosedRange<Double>?, halfWidth: Double
  ) throws(SpineGridError) {
    self.arrays = arrays
    let core = resolution.core
    let inside = arrays.filter { !$0.isOnSkin }
    let range = try Self.stretch(model, arrays, inside, stretch)
    let anchorZ = inside.first?.reach.lowerBound ?? range.lowerBound
    z = [Self.zone(range.lowerBound, range.upperBound, core.z, anchor: anchorZ)]
    var width = halfWidth.isFinite ? max(0, halfWidth) : 0
    var low = Double.infinity
    var high = -Double.infinity
    for step in 0...40 {
      let position = range.lowerBound + (range.upperBound - range.lowerBound) * Double(step) / 40
      let section = model.section(atZ: position)
      width = max(width, section.sac?.halfWidth ?? section.canal.halfWidth)
      low = min(low, section.sac?.ventral ?? section.canal.ventral)
      high = max(high, section.canal.dorsal)
    }
    for contact in inside.flatMap(\.contacts) {
      let reach = contact.halfExtent
      width = max(width, abs(contact.position.x) + reach.x)
      high = max(high, contact.position.y + reach.y)
      low = min(low, contact.position.y - reach.y)
    }
    let anchorY = inside.first?.contacts.first?.position.y ?? 0
    x = [GradedAxis.Zone(low: 0, high: core.x * ((width + 2 * core.x) / core.x).rounded(.up), step: core.x)]
    y = [Self.zone(low - 2 * core.y, high + 2 * core.y, core.y, anchor: anchorY)]
    addPads(model, resolution)
  }

  /// The stretch along the cord that is resolved, mm.
  private static func stretch(
    _ model: SpineModel, _ arrays: [ElectrodeArray], _ inside: [ElectrodeArray],
    _ wanted: ClosedRange<Double>?
  ) throws(SpineGridError) -> ClosedRange<Double> {
    let margin = model.species == .human ? 10.0 : 2
    let dorsal = arrays.compactMap(\.contacts.first).first.map { $0.position.z...$0.position.z }
    let reaches = inside.map(\.reach)
    let contacts = reaches.reduce(reaches.first) { joined, next in
      joined.map { min($0.lowerBound, next.lowerBound)...max($0.upperBound, next.upperBound) }
    }
    let own = (contacts ?? dorsal).map { ($0.lowerBound - margin)...($0.upperBound + margin) }
    guard let first = wanted ?? own else { throw .emptyStretch(from: 0, to: 0) }
    guard first.lowerBound.isFinite, first.upperBound.isFinite, first.lowerBound < first.upperBound else {
      throw .emptyStretch(from: first.lowerBound, to: first.upperBound)
    }
    guard wanted != nil, contacts != nil, let own else { return first }
    return min(first.lowerBound, own.lowerBound)...max(first.upperBound, own.upperBound)
  }

  /// A zone of whole cells that holds a range, with faces at whole cells from an anchor.
  private static func zone(_ low: Double, _ high: Double, _ step: Double, anchor: Double) -> GradedAxis.Zone {
    GradedAxis.Zone(
      low: anchor + step * ((low - anchor) / step - 1e-9).rounded(.down),
      high: anchor + step * ((high - anchor) / step + 1e-9).rounded(.up), step: step)
  }

  /// Resolves the skin under pads along y.
  private mutating func addPads(_ model: SpineModel, _ resolution: SpineResolution) {
    let thickness = model.parameters["skin_thickness"]
    for contact in arrays.filter(\.isOnSkin).flatMap(\.contacts) {
      let z = contact.position.z
      let reach = contact.halfExtent
      let skins = [z - reach.z, z, z + reach.z].map { model.section(atZ: $0).skin }
      let xs = [abs(contact.position.x) + reach.x, max(0, abs(contact.position.x) - reach.x)]
      let isBack = contact.position.y > (skins.first?.middle ?? 0)
      let surfaces = skins.flatMap { skin in
        xs.compactMap { isBack ? skin.dorsalSurface(atX: $0) : skin.ventralSurface(atX: $0) }
      }
      guard let low = surfaces.min(), let high = surfaces.max() else { continue }
      let plane = contact.position.y
      let zone = GridPlan.zone(
        min(low, plane) - 2 * (isBack ? thickness : 0), max(high, plane) + 2 * (isBack ? 0 : thickness),
        resolution.skin, anchor: plane)
      join(zone, growth: resolution.growth)
    }
  }

  /// Adds a zone along y: overlapping zones of pads are joined, and one that comes close to the canal is made
  /// fine enough to meet it.
  private mutating func join(_ zone: GradedAxis.Zone, growth: Double) {
    var added = zone
    var kept: [GradedAxis.Zone] = []
    for old in y {
      let isApart = added.low > old.high || added.high < old.low
      let gap = added.low > old.high ? added.low - old.high : old.low - added.high
      let limit = old.step + max(0, gap) * (growth - 1) / growth
      if isApart, added.step <= limit {
        kept.append(old)
      } else {
        let step = min(old.step, added.step)
        let anchor = old.step <= added.step ? old.low : added.low
        added = GridPlan.zone(min(old.low, added.low), max(old.high, added.high), step, anchor: anchor)
      }
    }
    y = (kept + [added]).sorted { $0.low < $1.low }
  }

  /// Cells of the zones alone: a lower bound of the grid's.
  func estimate(_ resolution: SpineResolution) -> Double {
    func cells(_ zones: [GradedAxis.Zone]) -> Double { zones.reduce(0) { $0 + ($1.high - $1.low) / $1.step } }
    return 2 * cells(x) * cells(y) * cells(z)
  }

  /// Corners that the domain must reach, mm.
  func bounds(_ domain: SpineDomain, _ model: SpineModel) -> (low: SIMD3<Double>, high: SIMD3<Double>) {
    let zone = (x: x.last?.high ?? 0, low: y.first?.low ?? 0, high: y.last?.high ?? 0)
    let from = z.first?.low ?? 0
    let to = z.last?.high ?? 0
    switch domain {
    case .canal(let margin):
      return (
        SIMD3(-zone.x - margin, zone.low - margin, from - margin),
        SIMD3(zone.x + margin, zone.high + margin, to + margin)
      )
    case .body(let margin):
      let ends = arrays.map(\.reach)
      let low = min(from, ends.map(\.lowerBound).min() ?? from) - margin
      let high = max(to, ends.map(\.upperBound).max() ?? to) + margin
      let skins = (0...40).map { model.section(atZ: low + (high - low) * Double($0) / 40).skin }
      let rim = model.species == .human ? 10.0 : 2
      let width = (skins.map(\.halfWidth).max() ?? 0) + rim
      let ventral = min(zone.low, skins.map(\.ventral).min() ?? 0) - rim
      let dorsal = max(zone.high, skins.map(\.dorsal).max() ?? 0) + rim
      return (SIMD3(-width, ventral, low), SIMD3(width, dorsal, high))
    }
  }
}
