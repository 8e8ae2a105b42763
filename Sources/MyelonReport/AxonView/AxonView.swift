import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonRegrowth
import MyelonSimulation

/// Axons in space: projections that are always there, and a view that can be turned where three.js is there.
struct AxonView {
  let context: ReportContext

  /// Bytes of points that the page may take for all arms; assumed because it leaves the volumes most of the page.
  private static let pointBudget = 2_500_000

  /// Arms with a sample of axons.
  private var arms: [Int] {
    context.shownRegrown.filter { !(context.arms[$0].regrowth?.axons.isEmpty ?? true) }
  }

  /// Whether there is anything to show.
  var hasAxons: Bool { !arms.isEmpty }

  /// What the projections and the scene are drawn from.
  private struct Content {
    let frame: AxonFrame
    /// Bodies of each arm of `arms`.
    let bodies: [[AxonBody]]
  }

  /// The view's part of the section; a sentence where there is no sample.
  func html() throws(ReportError) -> String {
    guard !arms.isEmpty else {
      return "<p class=\"notice\">No axon had grown by the last visit, so there is no picture of any.</p>\n"
    }
    let content = self.content
    var text = "<h3>Where they run</h3>\n"
    if context.assets.three != nil {
      text += try controls(content) + scene(content)
    } else {
      text += """
        <p class="notice">The view in space was not available when this page was made (three.js was not found; \
        <code>scripts/fetch-assets</code> fetches it). The projections show the same axons.</p>

        """
    }
    return text + legend(content)
      + arms.enumerated().map { projection($1, content, bodies: content.bodies[$0]) }.joined()
      + Self.caption
  }

  private static let caption = """
    <p class="small">A sample of axons at the last visit, each line standing for many. Outlines: cord; lesion, where \
    half of a voxel or more is not living tissue; graft and scaffold, where they reach half of their highest share. \
    Dashed: the epicentre.</p>

    """

  private func axons(_ arm: Int) -> [AxonLine] {
    Array((context.arms[arm].regrowth?.axons ?? []).prefix(RegrowthRecord.sampleLimit))
  }

  private var content: Content {
    let volumes = RunVolumes(context: context)
    let grid = context.record.grid
    var bodies = [[AxonBody]](repeating: [], count: arms.count)
    let cord = try? volumes.map("cord").get()
    if let cord {
      bodies = arms.map { arm in
        AxonPalette.Solid.allCases.compactMap {
          AxonBody($0, arm: context.arms[arm], volumes: volumes, cord: cord)
        }
      }
    }
    let whole = AxonFrame(whole: grid)
    let lesions = bodies.flatMap { $0 }.filter { $0.solid == .lesion }.flatMap { body in
      body.extent(along: 1, in: whole).enumerated().compactMap { index, range in
        range.map { _ in grid.origin.z + Double(index) * grid.spacing.z }
      }
    }
    let frame = AxonFrame(
      grid: grid, cord: cord, axons: arms.flatMap(axons), lesions: lesions,
      epicentres: arms.map { context.arms[$0].epicentre })
    return Content(frame: frame, bodies: bodies)
  }

  // MARK: - Projections

  private func projection(_ arm: Int, _ content: Content, bodies: [AxonBody]) -> String {
    let all = axons(arm)
    let every = (all.count + AxonProjection.limit - 1) / AxonProjection.limit
    let shown = all.indices.filter { $0 % max(1, every) == 0 }.map { all[$0] }
    let drawing = AxonProjection(
      frame: content.frame, segments: context.record.segments, epicentre: context.arms[arm].epicentre,
      bodies: bodies,
      axons: shown)
    let day = context.lastRegrowth(arm).map { NumberText.day($0.day) } ?? "the last visit"
    return
      "<figure class=\"axons\"><figcaption>\(context.badge(arm)) \(day), \(shown.count) of \(all.count) sampled "
      + "lines</figcaption>\(drawing.svg(description: "\(context.arms[arm].name): \(description(arm))"))</figure>\n"
  }

  /// What the sample of an arm holds, in words; not escaped.
  private func description(_ arm: Int) -> String {
    let all = axons(arm)
    let kinds = NeuronType.allCases.compactMap { type -> String? in
      let own = all.filter { $0.neuron == type }
      guard !own.isEmpty else { return nil }
      let states = AxonLine.State.allCases.compactMap { state -> String? in
        let count = own.filter { $0.state == state }.count
        return count > 0 ? "\(count) \(AxonPalette.words(state))" : nil
      }
      return "\(own.count) \(type.name) (\(states.joined(separator: ", ")))"
    }
    let day = context.lastRegrowth(arm).map { NumberText.day($0.day) } ?? "the last visit"
    return "\(day), a sample of \(all.count) lines: \(kinds.joined(separator: ", "))."
  }

  private func types() -> [NeuronType] {
    let found = Set(arms.flatMap(axons).map(\.neuron))
    return NeuronType.allCases.filter(found.contains)
  }

  private func solids(_ content: Content) -> [AxonPalette.Solid] {
    let found = Set(content.bodies.flatMap { $0 }.map(\.solid))
    return AxonPalette.Solid.allCases.filter(found.contains)
  }

  private func legend(_ content: Content) -> String {
    let kinds = types().map { "<li><i style=\"background:\(AxonPalette.colour($0))\"></i>\($0.name)</li>" }
    let bodies = solids(content).filter { $0 != .grey }.map {
      "<li><i class=\"swatch-\($0.rawValue)\"></i>\($0.title.lowercased())</li>"
    }
    return "<ul class=\"legend\" aria-label=\"Colours of axons\">\(kinds.joined())\(bodies.joined())"
      + "<li><i class=\"round synapse\"></i>end with a synapse</li>"
      + "<li><i class=\"round halted\"></i>end arrested or trapped</li></ul>\n"
  }

  // MARK: - In space

  private func controls(_ content: Content) -> String {
    func toggle(_ kind: String, _ name: String, _ title: String, _ colour: String) -> String {
      "<label class=\"toggle\"><input type=\"checkbox\" checked data-\(kind)=\"\(name)\"> "
        + "<i style=\"background:\(colour)\"></i>\(title)</label>"
    }
    let kinds = types().map { toggle("type", "\($0.rawValue)", $0.name, AxonPalette.colour($0)) }
    let bodies = solids(content).map { toggle("solid", $0.rawValue, $0.title.lowercased(), $0.colour) }
    return """
      <div id="axons-space" hidden>
      <div class="viewer-bar"><label>Arm <select id="axons-arm"></select></label> <output id="axons-day"></output>
      <label>View <select id="axons-look"><option value="oblique">oblique</option><option value="side">from the left \
      side</option><option value="above">from above</option><option value="end">along the cord, from caudal</option>\
      </select></label></div>
      <fieldset class="toggles"><legend>Axons</legend>\(kinds.joined())</fieldset>
      <fieldset class="toggles"><legend>Around them</legend>\(bodies.joined())</fieldset>
      <div class="viewer-stage axon-stage"><canvas id="axons-canvas" role="img" tabindex="0" \
      aria-label="Axons in space"></canvas><p id="axons-status" role="status">Starting the view…</p></div>
      <p class="small">Drag to turn, wheel or two fingers to come nearer, right button to move. Bright ends carry a \
      synapse, grey ends stand still.</p>
      </div>

      """
  }

  private func scene(_ content: Content) throws(ReportError) -> String {
    let frame = content.frame
    let unit = max(frame.size.x, frame.size.y, frame.size.z) / 2 / 32_000
    let samples = arms.map(axons)
    let rough = samples.map { AxonPoints($0, frame: frame, unit: unit).bytes.count }.reduce(0, +)
    // Too much for the page: every second, third, ... line stays.
    let every = max(1, (rough + Self.pointBudget - 1) / Self.pointBudget)
    var elements = ""
    var entries: [AxonScene.Arm] = []
    for (number, arm) in arms.enumerated() {
      let kept = samples[number].indices.filter { $0 % every == 0 }.map { samples[number][$0] }
      let points = AxonPoints(kept, frame: frame, unit: unit)
      elements += PageData.base64("axons-\(number)", try PageData.packed(points.bytes, part: "axons"))
      var bodies: [String: AxonBody.PackedGrid] = [:]
      for body in content.bodies[number] {
        let packed = try body.packed(in: frame)
        bodies[body.solid.rawValue] = packed.grid
        elements += PageData.base64("axons-\(number)-\(body.solid.rawValue)", packed.base64)
      }
      entries.append(
        AxonScene.Arm(
          name: Markup.visible(context.arms[arm].name), day: context.lastRegrowth(arm)?.day ?? 0,
          words: Markup.visible("\(context.arms[arm].name): \(description(arm))"), points: "axons-\(number)",
          lines: points.lines, bodies: bodies, epicentre: context.arms[arm].epicentre))
    }
    let segments = context.record.segments.map {
      AxonScene.Segment(name: Markup.visible($0.name), place: ($0.rostral + $0.caudal) / 2)
    }.filter { $0.place > frame.low.z && $0.place < frame.high.z }
    let scene = AxonScene(
      arms: entries, types: NeuronType.allCases.map { .init(name: $0.name, colour: AxonPalette.colour($0)) },
      states: AxonLine.State.allCases.map(\.rawValue),
      solids: AxonPalette.Solid.allCases.map { .init(name: $0.rawValue, colour: $0.colour) },
      segments: segments,
      centre: [frame.centre.x, frame.centre.y, frame.centre.z],
      size: [frame.size.x, frame.size.y, frame.size.z],
      unit: unit)
    return PageData.json("axon-index", scene) + elements
  }
}
