import MyelonFields
import MyelonSimulation

/// The figure "the cord over time": per arm and visit an axial and a sagittal slice, as pictures in the page.
///
/// It needs nothing but the volumes: no script, no library, and it prints.
struct CordFigure {
  let context: ReportContext

  /// The figure with its legend and caption, or a sentence that says why there is none.
  func html() throws(ReportError) -> String {
    let volumes = RunVolumes(context: context)
    let cord: VolumeFile
    let grey: VolumeFile
    switch (volumes.map("cord"), volumes.map("grey")) {
    case (.success(let first), .success(let second)): (cord, grey) = (first, second)
    case (.failure(let problem), _), (_, .failure(let problem)):
      return "<p class=\"notice\">The slices could not be drawn: \(Markup.escape(problem.text)).</p>"
    }
    let (frame, profiles) = CordFrame.common(to: context, volumes: volumes, cord: cord)
    let maps = ArmSlices.Maps(cord: cord, grey: grey)
    var text = Self.legend
    var notes: [String] = []
    // Copies without one component look like their original to the eye; they would only make the page long.
    for (index, arm) in context.arms.enumerated() where !context.isCopy(index) {
      guard let profile = profiles[index] else {
        notes.append("'\(arm.name)' has no volume of its living tissue, so its slices are not shown")
        continue
      }
      let slices = ArmSlices(arm: arm, volumes: volumes, maps: maps, frame: frame, profile: profile)
      notes += slices.problems
      text += try armFigure(index, slices, frame)
    }
    text += "<p class=\"small\">\(caption(frame))</p>\n"
    if !notes.isEmpty {
      text += "<p class=\"notice\">Not all fields could be read, so the colours leave them out: "
      text += "\(notes.map(Markup.escape).joined(separator: "; ")).</p>"
    }
    return text
  }

  private static var legend: String {
    let items = TissueMix.Class.allCases.map {
      "<li><i style=\"background:\($0.css)\"></i>\($0.title)</li>"
    }
    return "<ul class=\"legend\" aria-label=\"Colours of the slices\">\(items.joined())</ul>"
  }

  private func armFigure(_ index: Int, _ slices: ArmSlices, _ frame: CordFrame) throws(ReportError) -> String
  {
    let arm = context.arms[index]
    var visits = ""
    for (visit, record) in arm.visits.enumerated() where visit < slices.sagittal.count {
      let drawing = SliceDrawing(
        frame: frame, isHuman: context.facts.isHuman, segments: context.record.segments,
        epicentre: arm.epicentre)
      visits += try drawing.figure(
        axial: slices.axial[visit], sagittal: slices.sagittal[visit], day: record.day,
        description: description(of: arm, day: record.day))
    }
    let head =
      context.arms.count > 1
      ? "<h3>\(context.badge(index)) <small>\(ScenarioFacts.label(arm.injury))</small></h3>" : ""
    return """
      <figure class="cord">\(head)
      <div class="visits">
      \(visits)</div>
      \(plane(slices, frame))
      </figure>

      """
  }

  /// Where the sagittal plane of an arm lies, when it is not the midline.
  private func plane(_ slices: ArmSlices, _ frame: CordFrame) -> String {
    guard !slices.isMidline else { return "" }
    let x = frame.grid.origin.x + slices.column * frame.grid.spacing.x
    let side = x > 0 ? "left" : "right"
    return
      "<figcaption>The sagittal plane lies \(NumberText.short(abs(x), digits: 2)) mm to the \(side) of the "
      + "midline, through the middle of the lesion.</figcaption>"
  }

  private static func apart(_ spacing: SIMD3<Double>) -> String {
    let edges = [spacing.x, spacing.y, spacing.z].map { NumberText.short($0) }
    return Set(edges).count == 1 ? edges[0] : edges.joined(separator: " × ")
  }

  private func caption(_ frame: CordFrame) -> String {
    let grid = frame.grid
    let view =
      context.facts.isHuman
      ? "seen from below, ventral on top, as on an axial MRI"
      : "seen from behind, dorsal on top, as on a histological section"
    return
      "Above: axial section at the epicentre (\(view)). Below: midsagittal plane unless stated, rostral on top, ventral on the left; "
      + "dashed: the axial section. Colours are mixed as the tissue is; they are interpolated between "
      + "voxel centres \(Self.apart(grid.spacing)) mm apart."
  }

  /// What a picture shows, for readers who do not see it.
  private func description(of arm: ArmRecord, day: Double) -> String {
    func volume(_ column: String, _ words: String) -> String? {
      arm.series.value(column, atDay: day).map { "\(words) \(NumberText.short($0)) mm³" }
    }
    let parts = [
      volume("lesion_volume", "lesion"), volume("cavity_volume", "of it cavity"),
      volume("fibrosis_volume", "fibrosis"),
      arm.series.value("lesion_length", atDay: day).map { "length \(NumberText.short($0)) mm" },
    ].compactMap { $0 }
    return "\(arm.name), \(NumberText.day(day)): axial and sagittal slice of the cord"
      + (parts.isEmpty ? "" : "; " + parts.joined(separator: ", "))
  }
}
