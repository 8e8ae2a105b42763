import Foundation
import MyelonRegrowth
import MyelonReport
import MyelonSimulation
import MyelonTestSupport
import Testing

@Suite("Report of regrown axons") struct RegrowthPageTests {
  /// A page of two arms, the first with little growth, and its record.
  private func page(
    _ sample: SampleRegrowth = SampleRegrowth(vigour: [0.1, 0.8]), arms: [String] = ["untreated", "bridge"],
    isHuman: Bool = true, gain: Double? = nil, assets: ReportAssets = .none
  ) throws -> (html: String, record: RunRecord) {
    let scratch = try ScratchDirectory()
    var run = isHuman ? SampleRun.human() : SampleRun.rat()
    run.gain = gain
    run.arms = arms.enumerated().map { ($1, 0.72 - 0.2 * Double($0)) }
    let record = sample.added(to: try run.make(in: scratch.path))
    return (try RunReport(record: record, directory: scratch.path, assets: assets).html(), record)
  }

  @Test("without a record there is no section, no style and no script of it")
  func absent() throws {
    let html = try page(SampleRegrowth(vigour: []), assets: FakeAssets.all).html
    PageCheck.lacks(html, "<section id=\"regrowth\"")
    PageCheck.lacks(html, "<section id=\"hazards\"")
    PageCheck.lacks(html, "carrier-spared")
    PageCheck.lacks(html, "id=\"library-three\"")
    PageCheck.lacks(html, "three.js (MIT)")
  }

  @Test(
    "what practice and sprouting make of spared connections is said and drawn, and only where it is something"
  )
  func sparedGain() throws {
    let title = "Gain of spared connections of stepping"
    let moved = try PageCheck.section("regrowth", of: try page(gain: 1.5).html)
    #expect(
      moved.contains("Practice and sprouting change what spared connections carry: those of stepping 1.4"))
    #expect(moved.contains(title) && !moved.contains("connections of reaching"))
    for gain in [1.001, nil] as [Double?] {
      let html = try page(gain: gain).html
      PageCheck.lacks(html, title)
      PageCheck.lacks(html, "Practice and sprouting")
    }
  }

  @Test("the numbers shown are those of the record")
  func numbers() throws {
    let (html, record) = try page()
    let text = try PageCheck.section("regrowth", of: html)
    let last = try #require(record.arms[1].regrowth?.visits.last)
    // Tables and sentences show three digits with thin spaces.
    func shown(_ value: Double) -> String {
      guard value >= 1000 else { return value == value.rounded() ? "\(Int(value))" : "\(value)" }
      let unit = pow(10, floor(log10(value)) - 2)
      var digits = String(Int((value / unit).rounded() * unit))
      guard digits.count > 4 else { return digits }
      var groups: [String] = []
      while digits.count > 3 {
        groups.insert(String(digits.suffix(3)), at: 0)
        digits.removeLast(3)
      }
      return ([digits] + groups).joined(separator: "\u{202F}")
    }
    for population in last.populations {
      let row = try #require(
        text.components(separatedBy: "<tr>").last {
          $0.hasPrefix(
            "<th scope=\"row\">\(population.neuron.prefix(1).uppercased())\(population.neuron.dropFirst())</th>"
          )
        })
      let cells = row.matches(of: #/<td class="num">([^<]*)</td>/#).map { String($0.output.1) }
      let counts = [
        population.cut, population.sprouted, population.growing, population.arrested, population.trapped,
        population.retracting, population.connectedToHost, population.connectedToGraft, population.left,
        population.withdrawn,
      ]
      #expect(Array(cells.prefix(counts.count)) == counts.map(shown), "\(population.neuron)")
      #expect(cells.last == "12")
    }
    let host = last.populations.filter { $0.neuron != "graft-derived" }
    let cut = host.reduce(0) { $0 + $1.cut }
    let sprouted = host.reduce(0) { $0 + $1.sprouted }
    PageCheck.holds(text, "Of \(shown(cut)) axons that were cut, \(shown(sprouted)) (")
    PageCheck.holds(text, "axons by kind of neuron on day 365")
    PageCheck.holds(text, "In each channel")
    PageCheck.holds(text, ">37</td>")
  }

  @Test("beyond the lesion is the first distance that is not within half the lesion's length")
  func beyond() throws {
    let (html, record) = try page()
    let arm = record.arms[1]
    let last = try #require(arm.regrowth?.visits.last)
    let lesion = try #require(arm.series.values("lesion_length")?.last)
    let index = last.distances.firstIndex { $0 >= lesion / 2 } ?? last.distances.count - 1
    #expect(index == 6 || index == 7, "the sample's lesion ends within the list")
    let text = try PageCheck.section("regrowth", of: html)
    PageCheck.holds(text, "axon ends lie beyond the lesion (\(Int(last.distances[index])) mm past its end)")
  }

  @Test("new connections that carry drive are given with their parts, largest first, and the sum of all")
  func useful() throws {
    let (html, record) = try page()
    let text = try PageCheck.section("regrowth", of: html)
    let last = try #require(record.arms[1].regrowth?.contributions.last)
    #expect(abs(last.new - 0.8 * 0.107) < 1e-12)
    PageCheck.holds(text, "New connections carry 8.6\u{202F}% of the intact motor drive")
    PageCheck.holds(
      text, "(4.8\u{202F}% relayed, 2.8\u{202F}% detoured, 1.0\u{202F}% regenerated), of 34\u{202F}% in all.")
    PageCheck.holds(text, "class=\"carrier-relayed\" style=\"width:")
    #expect(PageCheck.count("class=\"stack\"", in: text) == 16, "a column a visit of each arm")
  }

  @Test("axons that crossed and carry nothing are called useless")
  func useless() throws {
    var sample = SampleRegrowth(vigour: [nil, 0.8])
    sample.isUseful = false
    let (html, _) = try page(sample)
    let text = try PageCheck.section("regrowth", of: html)
    let sentence = try #require(
      text.firstMatch(of: #/<b>([0-9\u{202F}]+) axon ends crossed; none made a usable connection/#))
    #expect(sentence.output.1 != "0")
    PageCheck.holds(text, "less than 0.1\u{202F}% of the intact drive")
    PageCheck.holds(text, "No new path leads from the brain past the lesion to a target.")
    PageCheck.lacks(text, "New connections carry")
  }

  @Test("a cord in which nothing grew says so, without pictures of axons")
  func nothing() throws {
    let (html, _) = try page(SampleRegrowth(vigour: [0, 0]), assets: FakeAssets.all)
    let text = try PageCheck.section("regrowth", of: html)
    PageCheck.holds(text, "axons that were cut, none has sprouted.")
    PageCheck.holds(text, "No axon had grown by the last visit")
    PageCheck.lacks(text, "class=\"axon-map\"")
    PageCheck.lacks(html, "id=\"library-three\"")
    PageCheck.lacks(text, "crossed")
    #expect(TagBalance.faults(in: html) == [])
  }

  @Test("hazards of misdirected axons stand in the hazards, with or without a treatment")
  func hazards() throws {
    let (html, record) = try page()
    let text = try PageCheck.section("hazards", of: html)
    let last = try #require(record.arms[1].regrowth?.visits.last)
    #expect(abs(last.allodyniaRisk - 0.0488) < 1e-12)
    PageCheck.holds(text, ">4.9\u{202F}%</td>")
    PageCheck.holds(text, ">6.7\u{202F}%</td>")
    PageCheck.holds(text, "Allodynia from misdirected axons")
    PageCheck.lacks(html, "<section id=\"graft\"")
  }

  @Test("projections need no library: both views of each arm, with a text for those who do not see them")
  func projections() throws {
    let (html, record) = try page()
    let text = try PageCheck.section("regrowth", of: html)
    PageCheck.holds(text, "three.js was not found")
    PageCheck.lacks(html, "<script")
    #expect(PageCheck.count("class=\"axon-map\"", in: text) == 2)
    #expect(PageCheck.count("class=\"solid-cord\"", in: text) == 4)
    #expect(PageCheck.count("class=\"solid-lesion\"", in: text) == 4)
    let axons = try #require(record.arms[1].regrowth?.axons)
    PageCheck.holds(text, "day 365, a sample of \(axons.count) lines: ")
    let spinal = axons.filter { $0.neuron == .propriospinal }
    PageCheck.holds(
      text, "\(spinal.count) propriospinal (\(spinal.filter { $0.state == .growing }.count) growing, ")
  }

  @Test("with three.js the page carries lines, bodies and toggles, and points nowhere outside")
  func space() throws {
    let (html, _) = try page(assets: FakeAssets.all)
    PageCheck.holds(html, "id=\"library-three\"")
    PageCheck.holds(html, "three.js (MIT)")
    for id in ["axon-index", "axons-0", "axons-1", "axons-1-cord", "axons-1-lesion"] {
      PageCheck.holds(html, "id=\"\(id)\"")
    }
    PageCheck.holds(html, "data-type=\"3\"")
    PageCheck.holds(html, "data-solid=\"lesion\"")
    PageCheck.lacks(html, "data-solid=\"graft\"")
    for match in html.matches(of: #/(?:src|href)="([^"]*)"/#) {
      let target = match.output.1
      #expect(target.hasPrefix("#") || target.hasPrefix("data:"), "points to \(target.prefix(60))")
    }
    // Names of XML languages look like addresses; nothing is loaded from them.
    let addresses = Set(html.matches(of: #/https?:\/\/[^"'<\s]*/#).map { String($0.output) })
    #expect(addresses.isSubset(of: ["http://www.w3.org/2000/svg"]), "\(addresses)")
    let ids = html.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    #expect(TagBalance.faults(in: html) == [])
  }

  @Test("names full of markup stay text everywhere")
  func hostileNames() throws {
    let hostile = "</script><script>alert(1)</script><img src=x onerror='alert(2)'>\u{202E}"
    var sample = SampleRegrowth(vigour: [0.8, 0.8])
    sample.node = hostile
    let (html, _) = try page(sample, arms: [hostile, "plain"], assets: FakeAssets.all)
    PageCheck.lacks(html, "<script>alert")
    PageCheck.lacks(html, "<img")
    PageCheck.lacks(html, "\u{202E}")
    PageCheck.holds(try PageCheck.section("regrowth", of: html), "&lt;script&gt;alert(1)")
    #expect(TagBalance.faults(in: html) == [])
  }

  @Test("numbers that are none, lists that are short and lines that are broken leave the page whole")
  func broken() throws {
    let scratch = try ScratchDirectory()
    let run = try SampleRun.human(arms: ["one"]).make(in: scratch.path)
    let good = SampleRegrowth(vigour: [0.8]).added(to: run)
    var record = try #require(good.arms[0].regrowth)
    record.visits[7].populations[0].sprouted = .nan
    record.visits[7].populations[1].beyond = [1]
    record.visits[7].populations[2].neuron = "<b>unheard of"
    record.visits[7].distances = []
    record.contributions[7].shares = ["spared": .nan, "relayed": -1, "other": 5]
    record.axons[0].points = [1, 2]
    record.axons[1].points = [1, 2, .nan, .infinity, 0, 0]
    record.axons[2].points = []
    record.axons[3].points = [1e30, 1e30, 1e30, -1e30, 0, 0]
    let arm = run.arms[0]
    let broken = run.replacing(
      ArmRecord(
        name: arm.name, slug: arm.slug, injury: arm.injury, epicentre: arm.epicentre, series: arm.series,
        visits: arm.visits, volumes: [:], published: [], regrowth: record))
    let html = try RunReport(record: broken, directory: scratch.path, assets: FakeAssets.all).html()
    #expect(TagBalance.faults(in: html) == [])
    PageCheck.lacks(html, "<b>unheard")
    // Without volumes the axons are drawn all the same.
    try FileManager.default.removeItem(atPath: "\(scratch.path)/cord.nii.gz")
    let bare = try RunReport(record: broken, directory: scratch.path, assets: .none).html()
    PageCheck.holds(bare, "class=\"axon-map\"")
    PageCheck.lacks(bare, "class=\"solid-cord\"")
  }

  @Test("results of versions without growing axons decode, and new ones come back the same")
  func decoding() throws {
    let (_, record) = try page()
    let data = try JSONEncoder().encode(record.arms[1])
    #expect(try JSONDecoder().decode(ArmRecord.self, from: data) == record.arms[1])
    var object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(object.removeValue(forKey: "regrowth") != nil)
    let old = try JSONDecoder().decode(ArmRecord.self, from: JSONSerialization.data(withJSONObject: object))
    #expect(old.regrowth == nil)
    #expect(old.visits == record.arms[1].visits)
  }

  /// Writes sample pages to be looked at to the directory MYELON_REPORT_SAMPLES.
  @Test(
    "sample pages with regrown axons are written where the environment asks for them",
    .enabled(if: PageSamples.isAskedFor, PageSamples.hint))
  func samples() throws {
    let environment = ProcessInfo.processInfo.environment
    let root = try #require(PageSamples.folder)
    let assets = ReportAssets.locate(
      environmentValue: environment["MYELON_ASSETS"], executablePath: nil, workingDirectory: ".")
    for isHuman in [true, false] {
      let name = isHuman ? "regrowth-human" : "regrowth-rat"
      let directory = "\(root)/\(name)"
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
      let run = try SampleTreatment().make(in: directory, isHuman: isHuman)
      let record = SampleRegrowth(vigour: [0.15, 0.9, 0.4, 0.5, 0.6, 0.85]).added(to: run)
      try RunReport(record: record, directory: directory, assets: assets).write(to: "\(root)/\(name).html")
    }
  }
}

extension RunRecord {
  /// The run with one arm only.
  func replacing(_ arm: ArmRecord) -> RunRecord {
    RunRecord(
      version: version, scenario: scenario, scenarioPath: scenarioPath, parameters: parameters, grid: grid,
      segments: segments, anatomySource: anatomySource, arms: [arm], timings: timings, steps: steps)
  }
}
