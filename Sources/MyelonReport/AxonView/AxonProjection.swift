import MyelonAnatomy
import MyelonFields
import MyelonRegrowth
import MyelonSimulation

/// A sample of axons seen from the left side and from above, drawn without any library.
struct AxonProjection {
  let frame: AxonFrame
  let segments: [SpinalSegment]
  let epicentre: Double
  /// Bodies of the arm, the cord first.
  let bodies: [AxonBody]
  let axons: [AxonLine]

  /// Axons that are drawn: more would only cover each other, and the page must stay small.
  static let limit = 200
  private static let width = 1000.0
  private static let left = 34.0
  private static let right = 16.0
  /// Space that a view has above and below its picture, for words.
  private static let head = 24.0
  private static let foot = 22.0

  /// Drawing units a mm: as wide as the page, but no deeper than looks well on it.
  private var scale: Double {
    min((Self.width - Self.left - Self.right) / frame.size.z, 240 / max(frame.size.x, frame.size.y))
  }

  /// One of the two views.
  private struct View {
    /// 1 for the side, which shows rows; 0 for the view from above, which shows columns.
    let axis: Int
    /// Upper edge in the drawing.
    let top: Double
    /// Upper and lower end of the axis, in letters.
    let ends: (String, String)
    let title: String
  }

  private var views: [View] {
    let below = Self.head + frame.size.y * scale + Self.foot + Self.head
    return [
      View(axis: 1, top: Self.head, ends: ("D", "V"), title: "from the left side"),
      View(axis: 0, top: below, ends: ("R", "L"), title: "from above (dorsal)"),
    ]
  }

  /// Lower edge of both pictures.
  private var bottom: Double { (views.last?.top ?? 0) + frame.size.x * scale }

  private func x(_ z: Double) -> Double { Self.left + (z - frame.low.z) * scale }
  /// Dorsal is up in the view from the side; seen from above with rostral on the left, the right side is up.
  private func y(_ place: Double, _ view: View) -> Double {
    view.axis == 1
      ? view.top + (frame.high.y - place) * scale : view.top + (place - frame.low.x) * scale
  }

  /// Both views as one drawing.
  func svg(description: String) -> String {
    let height = bottom + Self.foot + 22
    let content = views.map(drawing).joined() + scaleBar(bottom: height - 12)
    return """
      <svg class="axon-map" viewBox="0 0 \(NumberText.plain(Self.width)) \(NumberText.plain(height))" role="img" \
      aria-label="\(Markup.escape(description))"><rect width="100%" height="100%" rx="8" \
      fill="\(AxonPalette.ground)"/>\(content)</svg>
      """
  }

  private func drawing(_ view: View) -> String {
    let size = (view.axis == 1 ? frame.size.y : frame.size.x) * scale
    var text = bodies.filter { $0.solid != .grey }.map { outline($0, view) }.joined()
    let line = NumberText.plain(x(epicentre))
    text +=
      "<path class=\"epicentre\" d=\"M\(line) \(NumberText.plain(view.top))v\(NumberText.plain(size))\"/>"
    text += lines(view) + marks(view)
    text += SVGText.at(Self.left - 8, view.top + 12, "end", view.ends.0)
    text += SVGText.at(Self.left - 8, view.top + size, "end", view.ends.1)
    text += SVGText.at(Self.left, view.top - 7, "start", "rostral, \(view.title)")
    text += SVGText.at(x(frame.high.z), view.top - 7, "end", "caudal")
    return text + segmentNames(view.top + size + 14)
  }

  /// The silhouette of a body: a polygon for each stretch of the cord that has it.
  private func outline(_ body: AxonBody, _ view: View) -> String {
    var runs: [[(z: Double, range: ClosedRange<Double>)]] = [[]]
    let step = frame.grid.spacing.z
    for (index, range) in body.extent(along: view.axis, in: frame).enumerated() {
      guard let range else {
        if !(runs.last?.isEmpty ?? true) { runs.append([]) }
        continue
      }
      runs[runs.count - 1].append((frame.low.z + (Double(index) + 0.5) * step, range))
    }
    let polygons = runs.filter { !$0.isEmpty }.map { run -> String in
      // A single slice has half a voxel to either side.
      let places =
        run.count == 1 ? [(run[0].z - step / 2, run[0].range), (run[0].z + step / 2, run[0].range)] : run
      let upper = places.map {
        "\(NumberText.plain(x($0.0))) \(NumberText.plain(y($0.1.upperBound, view)))"
      }
      let lower = places.reversed().map {
        "\(NumberText.plain(x($0.0))) \(NumberText.plain(y($0.1.lowerBound, view)))"
      }
      return "M" + (upper + lower).joined(separator: "L") + "z"
    }
    return "<path class=\"solid-\(body.solid.rawValue)\" d=\"\(polygons.joined())\"/>"
  }

  /// Axons, one path a kind of neuron.
  private func lines(_ view: View) -> String {
    NeuronType.allCases.map { type -> String in
      let paths = axons.filter { $0.neuron == type }.map { axon -> String in
        // Half a drawing unit is not seen.
        let path = Polyline.thinned(flat(axon, view), tolerance: Float(0.5 / scale))
        return path.enumerated().map { index, point in
          "\(index == 0 ? "M" : "L")\(NumberText.tenth(x(Double(point.x)))) "
            + "\(NumberText.tenth(y(Double(point.y), view)))"
        }.joined()
      }
      guard !paths.isEmpty else { return "" }
      return "<path class=\"axon\" stroke=\"\(AxonPalette.colour(type))\" d=\"\(paths.joined())\"/>"
    }.joined()
  }

  /// The path in the plane of a view: along the cord, across it.
  private func flat(_ axon: AxonLine, _ view: View) -> [SIMD3<Float>] {
    frame.clipped(axon.path).path.map { SIMD3($0.z, $0[view.axis], 0) }
  }

  /// Marks at ends: a bright dot for a synapse, a grey one for an axon that stands still.
  private func marks(_ view: View) -> String {
    func dots(_ states: Set<AxonLine.State>, _ kind: String) -> String {
      let places = axons.filter { states.contains($0.state) && !frame.clipped($0.path).isCut }.compactMap {
        flat($0, view).last
      }.map {
        "M\(NumberText.tenth(x(Double($0.x)))) \(NumberText.tenth(y(Double($0.y), view)))h0"
      }
      return places.isEmpty ? "" : "<path class=\"\(kind)\" d=\"\(places.joined())\"/>"
    }
    return dots([.arrested, .trapped], "halted") + dots([.connected], "synapse")
  }

  private func segmentNames(_ y: Double) -> String {
    segments.map { segment -> String in
      let (first, last) = (max(segment.rostral, frame.low.z), min(segment.caudal, frame.high.z))
      guard (last - first) * scale > 18 else { return "" }
      return SVGText.at(x((first + last) / 2), y, "middle", Markup.escape(segment.name))
    }.joined()
  }

  private func scaleBar(bottom: Double) -> String {
    let length = [50.0, 20, 10, 5, 2, 1, 0.5, 0.2].first { $0 * scale < Self.width / 5 } ?? 0.2
    let start = NumberText.plain(Self.left)
    return
      "<path class=\"scale\" d=\"M\(start) \(NumberText.plain(bottom))h\(NumberText.plain(length * scale))\"/>"
      + SVGText.at(Self.left + length * scale + 8, bottom + 4, "start", "\(NumberText.short(length)) mm")
  }
}
