import Testing

@testable import MyelonAnatomy

/// The tables in the source against the facts they were taken from.
@Suite(.enabled(if: PAM50Data.factsArePresent, "needs the tables in ../shared/facts"))
struct HumanTableTests {
  @Test("Segments have the measured ends, areas and diameters")
  func segments() throws {
    let anatomy = CordAnatomy.human()
    let rows = try PAM50Data.rows("segments.csv")
    #expect(rows.count == 30)
    for row in rows {
      let segment = try anatomy.segment(named: row[0])
      let found = [
        segment.length, segment.rostral, segment.caudal, segment.area, segment.anteroposterior,
        segment.lateral,
      ]
      let expected = try (1...6).map { try #require(Double(row[$0])) }
      for (a, b) in zip(found, expected) { #expect(abs(a - b) < 1e-9, "\(row[0])") }
      // The grey map of the template ends inside S2, so the facts' means dilute the last segments.
      if segment.index < 25 {
        #expect(abs(segment.greyFraction - (Double(row[7]) ?? -1)) < 0.0015, "\(row[0])")
      }
    }
  }

  @Test("Tracts and horns have the measured areas, places and spreads from C1 to L5")
  func tracts() throws {
    let anatomy = CordAnatomy.human()
    var checked = 0
    for row in try PAM50Data.rows("tracts.csv") where row[2] == "left" {
      let index = try anatomy.segment(named: row[0]).index
      // From S1 on the atlas covers slices in part; the facts average over all slices, the tables do not.
      guard index < 25, let region = region(named: row[1]) else { continue }
      let shape = anatomy.shapes[index][region]
      let area = try #require(Double(row[3]))
      let lateral = try #require(Double(row[4]))
      // The facts leave out slices in which a tract is all but absent, the tables count them.
      let allowed = area < 0.0015 ? 0.5 * area : 0.0003
      #expect(abs(shape.areaFraction - area) <= allowed, "\(row[0]) \(row[1])")
      // Centroids are of the pooled slices here and a mean of the slices' centroids there.
      if shape.isPresent {
        #expect(abs(shape.centroidLateral - lateral) < 0.025, "\(row[0]) \(row[1])")
      }
      checked += 1
    }
    #expect(checked > 400)
  }

  private func region(named name: String) -> Int? {
    if let tract = Tract.allCases.first(where: { $0.name == name }) { return RegionKey.index(tract) }
    return GreyRegion.allCases.first { $0.name == name }.map { RegionKey.index($0) }
  }
}
