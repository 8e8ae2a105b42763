import Testing

@testable import MyelonAnatomy

@Suite struct RatCordTests {
  @Test("The rat has 8 cervical, 13 thoracic, 6 lumbar and 4 sacral segments over 90 to 100 mm")
  func segments() throws {
    let rat = CordAnatomy.rat()
    let counts = CordRegion.allCases.map { region in rat.segments.count { $0.region == region } }
    #expect(counts == [8, 13, 6, 4])
    #expect((90...100).contains(rat.length))
    let t10 = try rat.segment(named: "T10")
    #expect(t10.lateral == 3.0 && t10.anteroposterior == 2.3 && (4...5).contains(t10.length))
    for (segment, next) in zip(rat.segments, rat.segments.dropFirst()) {
      #expect(segment.caudal == next.rostral && segment.index + 1 == next.index)
    }
  }

  @Test("Corticospinal fibres lie at the base of the dorsal columns, rubrospinal ones dorsolateral and large")
  func tracts() throws {
    let rat = CordAnatomy.rat()
    let section = rat.crossSection(atZ: try rat.position(ofSegment: "T8"))
    #expect(section.region(lateral: 0.06, dorsal: 0.3).tract == .dorsalCorticospinal)
    #expect(section.region(lateral: 0.06, dorsal: 0.8).tract == .fasciculusGracilis)
    #expect(section.region(lateral: -0.72, dorsal: 0.4).tract == .rubrospinal)
    let t8 = try rat.segment(named: "T8").index
    let human = CordAnatomy.human()
    let thoracic = try human.segment(named: "T8").index
    #expect(
      rat.areaFraction(of: .rubrospinal, inSegment: t8)
        > 1.5 * human.areaFraction(of: .rubrospinal, inSegment: thoracic))
    #expect(!rat.tracts.isEmpty && rat.tracts.contains(.dorsalCorticospinal))
    #expect(!human.tracts.contains(.dorsalCorticospinal))
  }
}
