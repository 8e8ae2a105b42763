import Foundation
import MyelonReport
import MyelonSimulation
import MyelonStimulation
import Testing

@Suite("Stimulation page") struct StimulationPageTests {
  private func page(name: String = "small", extra: String = "") throws -> String {
    let text = """
      myelon-stimulation: 1
      name: \(name)
      description: "<script>alert(1)</script> & more"
      subject: {species: rat}
      electrode: {array: rat-wires}
      montages:
        - {cathode: L2}
        - {cathode: S1, anode: L2}
      pulse: {kind: symmetric-biphasic, width: 200 us, rate: 40 Hz}
      amplitudes: {from: 10 uA, to: 2000 uA, count: 12}
      accept-unsafe: yes
      fibres: {roots: [L4, L5], classes: [group-I, alpha-motor, dorsal-column], quantiles: 2}
      \(extra)
      """
    let file = try StimulationFile.read(text: text, name: "<b>small.yaml") { $0 = $0.quick() }
    let result = try file.study.run(
      threads: 2,
      fields: { _, _, contacts, _, _ throws(StimulationError) in
        ContactFields(sources: contacts.map { PointSource(position: $0.position, conductivity: 0.3) })
      })
    return try StimulationReport(result, file: file, seconds: 1.5).html()
  }

  @Test("the page has every section, the warning twice, and nothing of the file as markup")
  func sections() throws {
    let html = try page()
    let ids = [
      "electrode", "recruitment", "thresholds", "selectivity", "safety", "potential", "made", "parameters",
    ]
    for id in ids {
      let found = html.contains("<section id=\"\(id)\"")
      #expect(found, "no section \(id)")
    }
    #expect(PageCheck.count("They predict no person's response", in: html) == 2)
    #expect(!html.contains("<script") && html.contains("&lt;script&gt;") && !html.contains("<b>small.yaml"))
    #expect(TagBalance.faults(in: html) == [])
    let ids2 = html.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
    #expect(Set(ids2).count == ids2.count)
    #expect(!html.contains("http://") && !html.contains("https://"))
    #expect(!html.contains("nan") || !html.contains("\"nan"))
  }

  @Test("with a target the best montage stands in front, with sets a section of bands")
  func target() throws {
    let html = try page(extra: "target: {root: L5, side: left}\nrun: {uncertainty: 2}")
    let best = html.contains("<dt>Best montage</dt>")
    let bands = html.contains("<section id=\"bands\"")
    #expect(best && bands)
    #expect(TagBalance.faults(in: html) == [])
  }
}
