import MyelonSimulation

/// The section "materials and factors": levels over time, scaffold, immunosuppression, and maps in the cord.
struct FactorSection {
  let context: ReportContext

  private static let groups = [
    TimeCourseCatalogue.Group(
      title: "Scaffold and graft",
      measures: [
        .init(column: "scaffold_volume", title: "Scaffold that is left"),
        .init(column: "graft_volume", title: "Volume of the living graft"),
      ]),
    TimeCourseCatalogue.Group(
      title: "Factors",
      measures: [
        .init(column: "peak_BDNF", title: "Highest BDNF in the cord"),
        .init(column: "peak_NT3", title: "Highest NT-3 in the cord"),
        .init(column: "peak_chondroitinase", title: "Highest chondroitinase in the cord"),
      ]),
    TimeCourseCatalogue.Group(
      title: "Immune system",
      measures: [
        .init(column: "immunosuppression", title: "Immune response held back by drugs", range: 0...1),
        .init(column: "immune_response", title: "Host's response to the graft", range: 0...1),
      ]),
  ]

  private func shown(_ group: TimeCourseCatalogue.Group) -> [ChartPanel] {
    TimeCourses(context: context).panels(group, arms: context.treated).filter { panel in
      panel.lines.contains { $0.points.contains { $0.value != 0 } }
    }
  }

  /// All charts of the section.
  var panels: [ChartPanel] { Self.groups.flatMap(shown) }

  /// The section's body.
  func html() throws(ReportError) -> String {
    let courses = TimeCourses(context: context)
    var text =
      "<p>What the treatment brought into the cord, and for how long. Levels are the highest anywhere in the "
    text += "cord, above what is there without treatment; most of the cord has far less.</p>\n"
    text += context.legend(context.treated)
    for group in Self.groups {
      let panels = shown(group)
      if !panels.isEmpty { text += "<h3>\(group.title)</h3>\n" + GraftSection.grid(panels, courses) }
    }
    if panels.isEmpty {
      text += "<p class=\"notice\">Nothing was brought into the cord in measurable amounts.</p>\n"
    }
    let maps = try FieldMaps(context: context).html()
    if !maps.isEmpty {
      text += """
        <h3>Where it was</h3>
        <p>Sections at each visit at which there was any: axial at the epicentre above, sagittal below, as in the \
        figure of the cord. One colour scale a field, the same for all arms and visits.</p>

        """
      text += maps
    }
    return text + Treatment.caution
  }
}
