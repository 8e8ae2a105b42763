import Foundation
import MyelonSimulation

/// Puts the sections of a report together into one document.
struct ReportPage {
  let context: ReportContext

  /// Nothing outside the page may be loaded; scripts, styles, pictures and unpacked libraries come from within.
  private static let policy =
    "default-src 'none'; script-src 'unsafe-inline' blob:; style-src 'unsafe-inline'; "
    + "img-src data: blob:; connect-src data: blob:; font-src data:; worker-src blob:"

  /// The document.
  func html() throws(ReportError) -> String {
    let therapyStyle = context.treated.isEmpty && regrowth.isEmpty ? "" : PageStyle.treatment
    return PageFrame(
      name: context.facts.name, kind: "simulation report", version: context.record.version,
      policy: Self.policy,
      styles: (context.facts.isHuman ? SheetMarkup.style : "") + therapyStyle
        + (regrowth.isEmpty ? "" : PageStyle.regrowth),
      head: Summary(context: context).html(), parts: try sections, end: "\(footer)\n\(try scripts)"
    ).html()
  }

  private var sections: [PageFrame.Part] {
    get throws(ReportError) {
      let examination = context.facts.isHuman ? "Neurological examination" : "Locomotion"
      let slices = try CordFigure(context: context).html() + VolumeViewer(context: context).html()
      var parts: [PageFrame.Part] = [
        ("cord", "Cord", "The cord over time", slices),
        ("courses", "Time courses", "Time courses", TimeCourses(context: context).html()),
        ("tracts", "Tracts", "Spared fraction per tract", TractBars(context: context).html()),
        ("examination", "Examination", examination, Examinations(context: context).html()),
      ]
      if !context.treated.isEmpty {
        parts.insert(
          ("treatment", "What was done", "What was done", Treatment(context: context).html()), at: 0)
      }
      if !regrowth.isEmpty {
        parts.append(("regrowth", "Regrown axons", "Regrown axons", try regrowth.html()))
      }
      parts += try treatmentResults
      let comparison = Comparison(context: context)
      if !comparison.isEmpty {
        let title = context.arms.count > 1 ? "Arms compared" : "Published and simulated"
        parts.append(("comparison", "Comparison", title, comparison.html()))
      }
      parts.append(
        ("parameters", "Parameters", "Parameters that mattered", Parameters(context: context).html()))
      parts.append(("provenance", "How it was made", "How it was made", Provenance(context: context).html()))
      return parts
    }
  }

  private var regrowth: RegrowthSection { RegrowthSection(context: context) }

  /// Sections that only a run with a treated arm has, and hazards, which regrown axons have too.
  private var treatmentResults: [PageFrame.Part] {
    get throws(ReportError) {
      let hazards = Hazards(context: context)
      guard !context.treated.isEmpty else {
        return hazards.isEmpty ? [] : [("hazards", "Hazards", "Hazards", hazards.html())]
      }
      var parts: [PageFrame.Part] = []
      let graft = GraftSection(context: context)
      if !graft.isEmpty { parts.append(("graft", "Grafted cells", "Grafted cells", graft.html())) }
      let factors = try FactorSection(context: context).html()
      parts.append(("factors", "Materials and factors", "Materials and factors", factors))
      parts.append(("hazards", "Hazards", "Hazards", hazards.html()))
      parts.append(
        ("outcomes", "Arm against arm", "Arm against arm", OutcomeSection(context: context).html()))
      let components = ComponentSection(context: context)
      if !components.isEmpty {
        parts.append(
          ("components", "Components", "What each component contributed", components.html()))
      }
      return parts
    }
  }

  /// All charts of the page, for the script.
  private var panels: [ChartPanel] {
    let basic =
      TimeCourses(context: context).allPanels + Examinations(context: context).panels
      + regrowth.panels
    guard !context.treated.isEmpty else { return basic }
    return basic + GraftSection(context: context).panels + FactorSection(context: context).panels
  }

  /// Whether the page has axons to show in space and the library to do so.
  private var showsSpace: Bool { context.assets.three != nil && AxonView(context: context).hasAxons }

  private var footer: String {
    var libraries: [String] = []
    if context.assets.niivue != nil { libraries.append("NiiVue (BSD-2-Clause)") }
    if context.assets.echarts != nil { libraries.append("Apache ECharts (Apache-2.0)") }
    if showsSpace { libraries.append("three.js (MIT)") }
    let credit = libraries.isEmpty ? "" : " Embedded in this page: \(libraries.joined(separator: ", "))."
    return """
      <footer>\(Summary.warning)
      <p>Made by Myelon \(Markup.escape(context.record.version)). This page loads nothing from any network.\(credit)</p>
      </footer>
      """
  }

  private var scripts: String {
    get throws(ReportError) {
      var text = ""
      if let echarts = context.assets.echarts {
        text += PageData.json(
          "chart-data",
          ChartData(
            lastDay: TimeCourses(context: context).lastDay,
            panels: panels.map { AnyPayload($0.payload(names: context.arms.map { Markup.visible($0.name) })) }
          ))
        text += try PageData.library("library-echarts", echarts)
      }
      if let niivue = context.assets.niivue { text += try PageData.library("library-niivue", niivue) }
      if showsSpace, let three = context.assets.three { text += try PageData.library("library-three", three) }
      guard !text.isEmpty else { return "" }
      return text + "<script type=\"module\">\n\(PageScript.all)\n</script>"
    }
  }

  /// What the charts' script reads.
  private struct ChartData: Encodable {
    let lastDay: Double
    let panels: [AnyPayload]
  }

  /// Any encodable value as itself.
  private struct AnyPayload: Encodable {
    private let value: any Encodable
    init(_ value: any Encodable) { self.value = value }
    func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
  }
}
