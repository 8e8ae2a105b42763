import MyelonFields
import Testing

@testable import MyelonAnatomy

/// One-slice models at the middle of every segment, where the tables hold.
@Suite struct VoxelisedAreaTests {
  static let cases = Species.allCases.flatMap { species in
    CordAnatomy.standard(species).segments.map { (species, $0.name) }
  }

  /// A slice with 200 voxels across, so that small tracts are resolved.
  private func slice(_ species: Species, _ name: String) throws -> (CordModel, CordAnatomy, SpinalSegment) {
    let anatomy = CordAnatomy.standard(species)
    let segment = try anatomy.segment(named: name)
    let spacing = segment.lateral / 200
    let model = try CordModel(
      anatomy: anatomy, from: segment.middle - spacing / 2, to: segment.middle + spacing / 2,
      spacing: spacing, bundlePitch: segment.lateral / 20)
    return (model, anatomy, segment)
  }

  @Test(
    "At the middle of a segment area, grey fraction and tract fractions are the table's", arguments: cases)
  func fractions(species: Species, name: String) throws {
    let (model, anatomy, segment) = try slice(species, name)
    let row = try #require(CordReport(model: model, anatomy: anatomy).rows.first)
    #expect(model.grid.nz == 1 && row.segment == name)
    #expect(abs(row.area.model / segment.area - 1) < 0.002, "area \(row.area)")
    #expect(abs(row.greyFraction.difference) < 0.0015, "grey \(row.greyFraction)")
    for tract in Tract.allCases {
      let fraction = row.tractFraction[Int(tract.rawValue)]
      // Dominance gives the thin propriospinal shell too little: it is about a voxel wide.
      let allowed = tract == .propriospinal ? 0.004 : max(0.001, 0.03 * fraction.table)
      #expect(abs(fraction.difference) < allowed, "\(tract.name) \(fraction)")
    }
  }

  @Test("Each horn has the table's area and place", arguments: cases)
  func horns(species: Species, name: String) throws {
    let (model, anatomy, segment) = try slice(species, name)
    let cord = model.cordFraction.reduce(0) { $0 + Double($1) }
    for grey in GreyRegion.allCases {
      let code = RegionCode(grey, .left).rawValue
      var area = 0.0
      var lateral = 0.0
      for y in 0..<model.grid.ny {
        for x in 0..<model.grid.nx where model.regionCode[model.grid.index(x, y, 0)] == code {
          let part = Double(model.cordFraction[model.grid.index(x, y, 0)])
          area += part
          lateral += part * model.grid.centre(x, y, 0).x / (segment.lateral / 2)
        }
      }
      let shape = anatomy.shapes[segment.index][RegionKey.index(grey)]
      #expect(abs(area / cord - shape.areaFraction) < 0.003, "\(grey)")
      // A region may lean on its neighbours; its middle stays within a tenth of the half-diameter.
      #expect(abs(lateral / area - shape.centroidLateral) < 0.1, "\(grey)")
    }
  }

  @Test("Volumes of cord and grey matter converge as voxels shrink")
  func convergence() throws {
    let anatomy = CordAnatomy.human()
    func volumes(_ spacing: Double) throws -> (cord: Double, grey: Double) {
      let model = try CordModel(anatomy: anatomy, from: 51, to: 83, spacing: spacing)
      var cord = 0.0
      var grey = 0.0
      for voxel in 0..<model.grid.count {
        cord += Double(model.cordFraction[voxel])
        grey += Double(model.cordFraction[voxel] * model.greyFraction[voxel])
      }
      return (cord * model.grid.voxelVolume, grey * model.grid.voxelVolume)
    }
    // The area integrated along the axis, to be met by the cord's volume.
    let exact = (0..<3200).reduce(0) { $0 + anatomy.areaCurve.value(at: 51.005 + 0.01 * Double($1)) * 0.01 }
    let fine = try volumes(0.125)
    #expect(abs(fine.cord / exact - 1) < 1e-4)
    for (spacing, allowed) in [(1.0, 0.004), (0.5, 0.002), (0.25, 0.001)] {
      let coarse = try volumes(spacing)
      #expect(abs(coarse.cord / exact - 1) < allowed, "\(spacing) mm: \(coarse.cord) against \(exact) mm3")
      #expect(abs(coarse.grey / fine.grey - 1) < 2 * allowed, "\(spacing) mm: \(coarse.grey), \(fine.grey)")
    }
  }
}
