import MyelonFields
import MyelonAnatomy
import MyelonSimulation

/// Draws the two slices of one visit with segment names, orientation marks and a scale bar.
struct SliceDrawing {
  let frame: CordFrame
  let isHuman: Bool
  let segments: [SpinalSegment]
  let epicentre: Double

  /// Space left of the pictures for segment names.
  private static let left = 30.0
  private static let gap = 36.0

  private var content: Double { max(frame.lateral, frame.depth) }
  private var width: Double { Self.left + content + 14 }
  private var axialTop: Double { 12 }
  private var sagittalTop: Double { axialTop + frame.depth + Self.gap }
  private var height: Double { sagittalTop + frame.length + 36 }
  private var axialLeft: Double { Self.left + (content - frame.lateral) / 2 }
  private var sagittalLeft: Double { Self.left + (content - frame.depth) / 2 }

  /// The visit as a `<figure>`.
  func figure(
    axial: SlicePicture, sagittal: SlicePicture, day: Double, description: String
  ) throws(ReportError) -> String {
    let turned = isHuman ? axial : axial.flipped(horizontally: true, vertically: true)
    // Two picture pixels a drawing pixel keep edges sharp on dense screens and in print.
    let scale = 2 * frame.scale
    let spacing = frame.grid.spacing
    let axialURL = try turned.image(scaleU: scale * spacing.x, scaleV: scale * spacing.y).dataURL()
    let sagittalURL = try sagittal.image(scaleU: scale * spacing.y, scaleV: scale * spacing.z).dataURL()
    func image(_ url: String, _ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
      "<image href=\"\(url)\" \(Self.box(x, y, width, height)) preserveAspectRatio=\"none\"/>"
    }
    return """
      <figure class="visit"><figcaption>\(NumberText.day(day))</figcaption>
      <svg viewBox="0 0 \(NumberText.plain(width)) \(NumberText.plain(height))" role="img" \
      aria-label="\(Markup.escape(description))">
      \(image(axialURL, axialLeft, axialTop, frame.lateral, frame.depth))
      \(image(sagittalURL, sagittalLeft, sagittalTop, frame.depth, frame.length))
      \(segmentMarks)\(orientationMarks)\(scaleBar)
      </svg></figure>

      """
  }

  private static func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
    "x=\"\(NumberText.plain(x))\" y=\"\(NumberText.plain(y))\" width=\"\(NumberText.plain(width))\" "
      + "height=\"\(NumberText.plain(height))\""
  }

  /// Height in the drawing of a position along the cord, mm; held inside the picture.
  private func row(_ z: Double) -> Double {
    let grid = frame.grid
    let start = grid.origin.z + (Double(frame.slices.lowerBound) - 0.5) * grid.spacing.z
    return sagittalTop + min(max((z - start) * frame.scale, 0), frame.length)
  }

  private var segmentMarks: String {
    var marks = ""
    var lastLabel = -Double.infinity
    for segment in segments {
      let top = row(segment.rostral)
      let bottom = row(segment.caudal)
      guard bottom - top > 1 else { continue }
      let x = sagittalLeft
      if top > sagittalTop { marks += Self.line(x - 7, top, x - 1, top, "tick") }
      if bottom < sagittalTop + frame.length { marks += Self.line(x - 7, bottom, x - 1, bottom, "tick") }
      let middle = (top + bottom) / 2
      guard bottom - top > 9, middle - lastLabel > 9 else { continue }
      marks += SVGText.at(x - 4, middle + 3, "end", Markup.escape(segment.name))
      lastLabel = middle
    }
    let y = row(epicentre)
    return marks + Self.line(sagittalLeft - 3, y, sagittalLeft + frame.depth + 3, y, "epicentre")
  }

  private var orientationMarks: String {
    let middle = axialLeft + frame.lateral / 2
    let level = axialTop + frame.depth / 2 + 3
    let (top, bottom, first, second) = isHuman ? ("V", "D", "R", "L") : ("D", "V", "L", "R")
    let low = sagittalTop + frame.length
    return SVGText.at(middle, axialTop - 3, "middle", top)
      + SVGText.at(middle, axialTop + frame.depth + 9, "middle", bottom)
      + SVGText.at(axialLeft - 3, level, "end", first)
      + SVGText.at(axialLeft + frame.lateral + 3, level, "start", second)
      + SVGText.at(sagittalLeft + frame.depth / 2, sagittalTop - 4, "middle", "rostral")
      + SVGText.at(sagittalLeft + frame.depth / 2, low + 9, "middle", "caudal")
      + SVGText.at(sagittalLeft - 2, sagittalTop - 4, "end", "V")
      + SVGText.at(sagittalLeft + frame.depth + 2, sagittalTop - 4, "start", "D")
  }

  private var scaleBar: String {
    let longest = 0.8 * content / frame.scale
    let length = [20.0, 10, 5, 2, 1, 0.5, 0.2, 0.1].first { $0 <= longest } ?? 0.1
    let pixels = length * frame.scale
    let start = Self.left + (content - pixels) / 2
    let y = height - 13
    return Self.line(start, y, start + pixels, y, "scale")
      + SVGText.at(start + pixels / 2, y + 11, "middle", "\(NumberText.short(length)) mm")
  }

  private static func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ kind: String
  ) -> String {
    "<line class=\"\(kind)\" x1=\"\(NumberText.plain(x1))\" y1=\"\(NumberText.plain(y1))\" "
      + "x2=\"\(NumberText.plain(x2))\" y2=\"\(NumberText.plain(y2))\"/>"
  }
}
