import MyelonAnatomy
import MyelonStimulation

/// The cross-section of spine and electrode at one level, as SVG in units of millimetres.
///
/// Seen from below, as radiologists do, so that x grows to the right; dorsal is up.
struct SectionDrawing {
  let result: StimulationResult
  let model: SpineModel
  let montage: ElectrodeMontage
  let z: Double

  /// The drawing.
  func svg() -> String {
    let section = model.section(atZ: z)
    let frame = frame(section)
    var text =
      "<svg class=\"drawing\" viewBox=\"\(plain(frame.left)) \(plain(-frame.top)) \(plain(frame.width)) \(plain(frame.height))\" "
    text += "role=\"img\" aria-label=\"Cross-section of the spine with the electrode\">"
    if result.isOnSkin {
      text += oval(section.skin, "skin") + oval(section.muscle, "muscle outline")
    }
    text += oval(section.arch, section.hasPedicles || section.hasLamina ? "bone" : "outline")
    text += oval(section.body, section.isDisc ? "disc" : "bone") + oval(section.canal, "fat")
    if let sac = section.sac {
      text += outline(from: sac.ventral, to: sac.dorsal, { sac.halfWidth(at: $0) }, "fluid")
    }
    if let cord = section.cord { text += self.cord(cord) }
    text += electrode(frame) + scale(frame)
    return text + "</svg>"
  }

  private func plain(_ value: Double) -> String { NumberText.plain(value) }

  private typealias Frame = (left: Double, top: Double, width: Double, height: Double)

  private func frame(_ section: SpineSection) -> Frame {
    if result.isOnSkin {
      let half = section.skin.halfWidth * 1.06
      let top = section.skin.dorsal + 8
      return (-half, top, 2 * half, top - section.skin.ventral + 8)
    }
    let half = section.arch.halfWidth * 1.12
    let top = max(section.arch.dorsal, result.contacts.map(\.position.y).max() ?? 0) * 1.12
    let low = section.canal.ventral - 0.35 * half
    return (-half, top, 2 * half, top - low)
  }

  private func oval(_ oval: SpineOval, _ name: String) -> String {
    outline(from: oval.ventral, to: oval.dorsal, { oval.halfWidth(at: $0) }, name)
  }

  /// A shape that is mirror symmetric about the midline; a "muscle" is only hinted at.
  private func outline(from low: Double, to high: Double, _ half: (Double) -> Double, _ name: String)
    -> String
  {
    let steps = 72
    let rows = (0...steps).map { step -> (x: Double, y: Double) in
      // Closer together at the ends, where outlines are round.
      let t = Double(step) / Double(steps)
      let y = low + (high - low) * t * t * (3 - 2 * t)
      return (half(y), y)
    }
    let right = rows.map { "\(plain($0.x)) \(plain(-$0.y))" }
    let left = rows.reversed().map { "\(plain(-$0.x)) \(plain(-$0.y))" }
    let fill = name.contains("outline") ? " fill=\"none\" stroke=\"#a89b74\"" : ""
    return "<path class=\"\(name)\"\(fill) d=\"M\((right + left).joined(separator: "L"))Z\"/>"
  }

  private func cord(_ cord: CrossSection) -> String {
    let (a, b) = (0.5 * cord.lateral, 0.5 * cord.anteroposterior)
    var text = outline(from: -b, to: b, { a * cord.outline.halfWidth(atDorsal: $0 / b) }, "white")
    // Grey matter in rows of small cells: its shape is a partition, not an outline.
    let rows = 64
    let columns = 48
    let (h, w) = (2 * b / Double(rows), 2 * a / Double(columns))
    var path = ""
    for row in 0..<rows {
      let v = -1 + (Double(row) + 0.5) * 2 / Double(rows)
      var start: Int?
      for column in 0...columns {
        let u = -1 + (Double(column) + 0.5) * 2 / Double(columns)
        let isGrey = column < columns && cord.region(lateral: u, dorsal: v).isGrey
        if isGrey, start == nil { start = column }
        if !isGrey, let first = start {
          path +=
            "M\(plain(-a + Double(first) * w)) \(plain(-(v * b + 0.5 * h) - 0.01))h\(plain(Double(column - first) * w))v\(plain(h + 0.02))"
          path += "h\(plain(-Double(column - first) * w))z"
          start = nil
        }
      }
    }
    text += "<path class=\"grey\" d=\"\(path)\"/>"
    return text
  }

  private func electrode(_ frame: Frame) -> String {
    var text = ""
    for body in result.bodies where body.low.z <= z && body.high.z >= z {
      let name = body.material == .gel ? "gel" : "body"
      switch body.shape {
      case .box(let low, let high):
        text +=
          "<rect class=\"\(name)\" x=\"\(plain(low.x))\" y=\"\(plain(-high.y))\" width=\"\(plain(high.x - low.x))\" "
        text += "height=\"\(plain(high.y - low.y))\"/>"
      case .cylinder(let x, let y, let radius, _, _):
        text += "<circle class=\"\(name)\" cx=\"\(plain(x))\" cy=\"\(plain(-y))\" r=\"\(plain(radius))\"/>"
      }
    }
    // Contacts beside this level, thick enough to be seen.
    let thickness = max(0.006 * frame.width, 0.12)
    for contact in result.contacts {
      let reach = contact.halfExtent
      guard abs(contact.position.z - z) <= reach.z + 0.02 * frame.width else { continue }
      let half = SIMD2(max(reach.x, thickness), max(reach.y, thickness))
      text +=
        "<rect class=\"contact \(ElectrodeFigure.kind(montage.shares[contact.name] ?? 0))\" x=\"\(plain(contact.position.x - half.x))\" "
      text +=
        "y=\"\(plain(-contact.position.y - half.y))\" width=\"\(plain(2 * half.x))\" height=\"\(plain(2 * half.y))\"/>"
    }
    return text
  }

  private func scale(_ frame: Frame) -> String {
    let length = frame.width > 100 ? 50.0 : frame.width > 20 ? 5 : 1
    let x = frame.left + 0.04 * frame.width
    let y = -frame.top + frame.height - 0.05 * frame.height
    let size = 0.035 * frame.width
    let ends = "x1=\"\(plain(x))\" x2=\"\(plain(x + length))\" y1=\"\(plain(y))\" y2=\"\(plain(y))\""
    return "<line class=\"scale\" \(ends)/>"
      + "<text x=\"\(plain(x))\" y=\"\(plain(y - 0.3 * size))\" style=\"font-size:\(plain(size))px\">\(plain(length)) mm</text>"
  }
}
