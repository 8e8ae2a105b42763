import Foundation

extension BodyChart {
  /// The chart as one inline SVG element, without ids, scripts or outside resources.
  ///
  /// - Parameter className: The CSS class of the element.
  /// - Returns: Markup that may be embedded any number of times in a page.
  public func svg(className: String = "isncsci-body") -> String {
    var text =
      "<svg class=\"\(className)\" viewBox=\"0 4 344 406\" role=\"img\" "
      + "aria-label=\"Dermatome chart, front and back\" xmlns=\"http://www.w3.org/2000/svg\">"
    text += view(BodyFigure.front, midline: 86, isFront: true)
    text += view(BodyFigure.back, midline: 258, isFront: false)
    return text + "</svg>"
  }

  /// One view; from the front the patient's right side is on the viewer's left.
  private func view(_ regions: [ChartRegion], midline: Double, isFront: Bool) -> String {
    var text = ""
    for side in Side.allCases {
      let sign: Double = (side == .right) == isFront ? -1 : 1
      for region in regions {
        text += polygon(region, side: side, midline: midline, sign: sign)
      }
    }
    text += labels(regions, midline: midline)
    let (first, second) = isFront ? ("R", "L") : ("L", "R")
    text += label(first, midline - 62, 60, size: 12, isBold: true)
    text += label(second, midline + 62, 60, size: 12, isBold: true)
    text += label(isFront ? "Front" : "Back", midline, 404, size: 10, isBold: true)
    if !isFront {
      text += pointer("S3", from: (midline + 12, 214), to: (midline + 44, 232))
      text += pointer("S4-5", from: (midline - 3, 214), to: (midline - 45, 232))
    } else {
      text += pointer("C2", from: (midline + 7, 48), to: (midline + 30, 44))
    }
    return text
  }

  private func polygon(_ region: ChartRegion, side: Side, midline: Double, sign: Double) -> String {
    let points = region.outline.map {
      "\(Markup.number(midline + sign * $0.x)),\(Markup.number($0.y))"
    }.joined(separator: " ")
    guard let level = region.level else {
      return "<polygon points=\"\(points)\" fill=\"#e9e9ec\" stroke=\"none\"/>"
    }
    let share = share(side, level)
    let fill = GradeColor.fill(share: share)
    let dash = share == nil ? " stroke-dasharray=\"2 1.5\"" : ""
    return "<polygon points=\"\(points)\" fill=\"\(fill)\" stroke=\"#46505c\" stroke-width=\"0.5\"\(dash)>"
      + "<title>\(caption(side, level))</title></polygon>"
  }

  private func labels(_ regions: [ChartRegion], midline: Double) -> String {
    var text = ""
    for region in regions {
      guard let level = region.level, let place = region.label else { continue }
      if place.x == 0 {
        text += label(level.description, midline, place.y + 2.4, size: 7.2)
      } else {
        text += label(level.description, midline - place.x, place.y + 2.3, size: 6.6)
        text += label(level.description, midline + place.x, place.y + 2.3, size: 6.6)
      }
    }
    return text
  }

  private func label(_ text: String, _ x: Double, _ y: Double, size: Double, isBold: Bool = false) -> String {
    let weight = isBold ? "700" : "600"
    return "<text x=\"\(Markup.number(x))\" y=\"\(Markup.number(y))\" font-size=\"\(size)\" "
      + "font-weight=\"\(weight)\" text-anchor=\"middle\" fill=\"#1c2733\" stroke=\"#fff\" "
      + "stroke-width=\"1.6\" stroke-linejoin=\"round\" paint-order=\"stroke\">\(text)</text>"
  }

  private func pointer(_ text: String, from: (Double, Double), to: (Double, Double)) -> String {
    "<line x1=\"\(Markup.number(from.0))\" y1=\"\(Markup.number(from.1))\" x2=\"\(Markup.number(to.0))\" "
      + "y2=\"\(Markup.number(to.1))\" stroke=\"#46505c\" stroke-width=\"0.6\"/>"
      + label(text, to.0, to.1 + 2.4, size: 7.2)
  }
}
