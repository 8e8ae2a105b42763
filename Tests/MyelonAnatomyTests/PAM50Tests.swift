import Foundation
import MyelonFields
import Testing

@testable import MyelonAnatomy

@Suite(.enabled(if: PAM50Data.isPresent, "needs the PAM50 template in ../shared/data/pam50"))
struct PAM50Tests {
  @Test("The parametric cord overlaps the template: cord, grey matter and large tracts in every segment")
  func overlap() throws {
    let atlas = try PAM50Data.anatomy.get()
    let human = CordAnatomy.human()
    let parametric = try CordModel(anatomy: human, from: 0, to: atlas.coveredTo, spacing: 0.5)
    let template = try atlas.cordModel(on: parametric.grid)
    let overlap = try CordOverlap(parametric, template)
    #expect(overlap.rows.count == 27)
    print("Dice of the parametric cord with PAM50 at 0.5 mm; tracts of at least 2 % of the cord")
    for row in overlap.rows {
      let large = try #require(row.meanTract(above: 0.02))
      let tracts = Tract.allCases.filter { row.tractFraction[Int($0.rawValue)] >= 0.02 }.compactMap { tract in
        row.tract[Int(tract.rawValue)].map { "\(tract) " + String(format: "%.2f", $0) }
      }
      print(
        row.segment, String(format: "cord %.3f grey %.3f tracts %.3f:", row.cord, row.grey, large),
        tracts.joined(separator: ", "))
      #expect(row.cord > 0.93, "\(row.segment) cord \(row.cord)")
      #expect(row.grey > 0.84, "\(row.segment) grey \(row.grey)")
      // The atlas names half of S2 only.
      #expect(large > (row.segment == "S2" ? 0.6 : 0.7), "\(row.segment) tracts \(large)")
    }
  }

  @Test("A model read from the template has the measured areas and grey fractions")
  func areas() throws {
    let atlas = try PAM50Data.anatomy.get()
    let human = CordAnatomy.human()
    let model = try atlas.cordModel(from: 0, to: 440, spacing: 1)
    for row in CordReport(model: model, anatomy: human).rows where row.segment != "L5" {
      #expect(abs(row.area.model / row.area.table - 1) < 0.01, "\(row.segment) \(row.area)")
      #expect(abs(row.greyFraction.difference) < 0.005, "\(row.segment) \(row.greyFraction)")
    }
    #expect(model.bundles.count > 50)
    for tract in [Tract.fasciculusGracilis, .lateralCorticospinal, .spinothalamic] {
      for side in Side.allCases {
        let sum = model.bundles.indices(of: tract, side).reduce(Float(0)) { $0 + model.bundles.axonShare[$1] }
        #expect(abs(sum - 1) < 1e-5)
      }
    }
  }

  @Test("Levels lie where the tables put them")
  func levels() throws {
    let atlas = try PAM50Data.anatomy.get()
    for segment in CordAnatomy.human().segments {
      let extent = try #require(atlas.extent(ofSegment: segment.name))
      #expect(extent.rostral == segment.rostral && extent.caudal == segment.caudal, "\(segment.name)")
    }
    #expect(atlas.extent(ofSegment: "T13") == nil)
  }

  @Test("A window below the atlas and models on different voxels are refused")
  func refusals() throws {
    let atlas = try PAM50Data.anatomy.get()
    #expect(throws: AnatomyError.windowBeyondAtlas(start: 440, end: 470, coveredTo: atlas.coveredTo)) {
      try atlas.cordModel(from: 440, to: 470, spacing: 0.5)
    }
    let one = try atlas.cordModel(from: 60, to: 62, spacing: 0.5)
    let two = try atlas.cordModel(from: 60, to: 62, spacing: 1)
    #expect(throws: AnatomyError.self) { try CordOverlap(one, two) }
  }
}
