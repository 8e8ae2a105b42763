import MyelonAnatomy
import MyelonStimulation

/// Cord, roots and electrode from behind, as SVG in units of millimetres: the subject's left on the left, caudal down.
struct BehindDrawing {
  let result: StimulationResult
  let model: SpineModel
  let montage: ElectrodeMontage

  private func plain(_ value: Double) -> String { NumberText.plain(value) }

  /// Stretch that is drawn, mm: the contacts on the back and some way beyond.
  private var stretch: ClosedRange<Double> {
    let dorsal = result.contacts.filter { $0.facing == .ventral }
    let ends = (dorsal.isEmpty ? result.contacts : dorsal).map {
      ($0.position.z - $0.halfExtent.z, $0.position.z + $0.halfExtent.z)
    }
    let margin = model.species == .human ? 25.0 : 6
    let low = max(0, (ends.map(\.0).min() ?? 0) - margin)
    return low...max(low + 2 * margin, (ends.map(\.1).max() ?? 0) + margin)
  }

  /// The drawing.
  func svg() -> String {
    let stretch = stretch
    let contacts = result.contacts.filter { stretch.contains($0.position.z) && $0.facing != .dorsal }
    let widest = contacts.map { abs($0.position.x) + $0.halfExtent.x }.max() ?? 0
    let sections = (0...24).map {
      model.section(atZ: stretch.lowerBound + (stretch.upperBound - stretch.lowerBound) * Double($0) / 24)
    }
    let canal = sections.map(\.canal.halfWidth).max() ?? 10
    let half = max(1.25 * canal, 1.1 * widest)
    let height = stretch.upperBound - stretch.lowerBound
    let margin = 0.32 * half
    let view = (left: -half - margin, width: 2 * (half + margin))
    let size = max(0.022 * height, 0.045 * view.width)
    var text =
      "<svg class=\"drawing\" viewBox=\"\(plain(view.left)) \(plain(stretch.lowerBound)) \(plain(view.width)) \(plain(height))\" role=\"img\" "
    text += "aria-label=\"Cord, roots and electrode from behind\">"
    text += band(sections, { $0.sac?.halfWidth ?? 0 }, "fluid")
    text += band(sections, { section in section.cord.map { 0.5 * $0.lateral } ?? 0 }, "white")
    text += roots(stretch) + bodies(stretch)
    text += contacts.map { contact($0, size) }.joined()
    text += names(stretch, view, size)
    return text + "</svg>"
  }

  private func band(_ sections: [SpineSection], _ half: (SpineSection) -> Double, _ name: String) -> String {
    let rows = sections.map { (half($0), $0.z) }.filter { $0.0 > 0 }
    guard rows.count > 1 else { return "" }
    let points =
      rows.map { "\(plain($0.0)) \(plain($0.1))" } + rows.reversed().map { "\(plain(-$0.0)) \(plain($0.1))" }
    return "<path class=\"\(name)\" d=\"M\(points.joined(separator: "L"))Z\"/>"
  }

  private func roots(_ stretch: ClosedRange<Double>) -> String {
    var seen: Set<String> = []
    return result.courses.compactMap { course -> String? in
      guard course.fibreClass.runsInRoots else { return nil }
      let isVentral = course.fibreClass.root == .ventral
      let points = course.points.map { "\(plain(-$0.x)) \(plain($0.z))" }.joined(separator: "L")
      // Classes of one root share their courses.
      guard seen.insert("\(isVentral)\(points)").inserted else { return nil }
      return "<path class=\"root\(isVentral ? " ventral" : "")\" d=\"M\(points)\"/>"
    }.joined()
  }

  private func bodies(_ stretch: ClosedRange<Double>) -> String {
    result.bodies.compactMap { body -> String? in
      guard body.high.z > stretch.lowerBound, body.low.z < stretch.upperBound, body.high.y > 0 else {
        return nil
      }
      let (low, high) = (body.low, body.high)
      let round = min(0.5 * (high.x - low.x), 2)
      return
        "<rect class=\"\(body.material == .gel ? "gel" : "body")\" x=\"\(plain(-high.x))\" y=\"\(plain(low.z))\" width=\"\(plain(high.x - low.x))\" "
        + "height=\"\(plain(high.z - low.z))\" rx=\"\(plain(round))\" opacity=\".55\"/>"
    }.joined()
  }

  private func contact(_ contact: ElectrodeContact, _ size: Double) -> String {
    let share = montage.shares[contact.name] ?? 0
    let reach = contact.halfExtent
    let half = SIMD2(max(reach.x, 0.25 * size), max(reach.z, 0.25 * size))
    let (x, y) = (-contact.position.x, contact.position.z)
    var text =
      "<rect class=\"contact \(ElectrodeFigure.kind(share))\" x=\"\(plain(x - half.x))\" y=\"\(plain(y - half.y))\" "
    text += "width=\"\(plain(2 * half.x))\" height=\"\(plain(2 * half.y))\" "
    text += "rx=\"\(plain(0.15 * half.x))\"><title>"
    text += "\(Markup.escape(contact.name)) \(share == 0 ? "" : StimulationText.share(share))</title></rect>"
    let room = min(size, 2.6 * half.x / Double(max(1, contact.name.count)) * 0.9, 1.7 * half.y)
    guard room > 0.35 * size || result.contacts.count <= 8 else { return text }
    let label = Markup.escape(contact.name) + (share < 0 ? "−" : share > 0 ? "+" : "")
    text += "<text class=\"\(share == 0 ? "off" : "on")\" x=\"\(plain(x))\" y=\"\(plain(y + 0.35 * room))\" "
    return text + "style=\"font-size:\(plain(room))px\">\(label)</text>"
  }

  /// Names of segments at the left and of vertebrae at the right, with lines where they begin.
  private func names(
    _ stretch: ClosedRange<Double>, _ view: (left: Double, width: Double), _ size: Double
  ) -> String {
    var text = ""
    let right = view.left + view.width
    for segment in model.anatomy.segments where stretch.contains(segment.middle) {
      text +=
        "<text class=\"soft\" x=\"\(plain(view.left + 0.2 * size))\" y=\"\(plain(segment.middle + 0.35 * size))\" "
      text += "style=\"font-size:\(plain(size))px\">\(segment.name)</text>"
      if stretch.contains(segment.rostral) {
        text +=
          "<line class=\"mark\" x1=\"\(plain(view.left))\" x2=\"\(plain(view.left + 0.7 * size))\" y1=\"\(plain(segment.rostral))\" "
        text += "y2=\"\(plain(segment.rostral))\"/>"
      }
    }
    for level in model.column.levels where stretch.contains(level.middle) {
      text +=
        "<text class=\"soft\" x=\"\(plain(right - 0.2 * size))\" y=\"\(plain(level.middle + 0.35 * size))\" text-anchor=\"end\" "
      text += "style=\"font-size:\(plain(size))px\">\(level.name)</text>"
      if stretch.contains(level.caudal) {
        text +=
          "<line class=\"mark\" x1=\"\(plain(right - 0.7 * size))\" x2=\"\(plain(right))\" y1=\"\(plain(level.caudal))\" y2=\"\(plain(level.caudal))\"/>"
      }
    }
    return text
  }
}
