import MyelonFields
import Testing

@testable import MyelonAnatomy

@Suite struct FibreBundleTests {
  static let windows: [(Species, Double, Double, Double)] = [
    (.human, 40, 100, 0.5), (.human, 40, 160, 1), (.human, 390, 440, 0.5), (.rat, 45, 60, 0.1),
    (.rat, 70, 90, 0.2),
  ]

  @Test(
    "The shares of each tract and side add up to 1, and every tract of the middle slice has bundles",
    arguments: windows)
  func shares(species: Species, start: Double, end: Double, spacing: Double) throws {
    let anatomy = CordAnatomy.standard(species)
    let model = try CordModel(anatomy: anatomy, from: start, to: end, spacing: spacing)
    let middle = anatomy.crossSection(atZ: model.position(ofSlice: model.grid.nz / 2))
    let present = Set(middle.whiteSamples(step: min(spacing, middle.lateral / 20) / 4).map(\.tract))
    for tract in Tract.allCases {
      for side in Side.allCases {
        let indices = model.bundles.indices(of: tract, side)
        #expect(indices.isEmpty == !present.contains(Int(tract.rawValue)))
        guard !indices.isEmpty else { continue }
        let sum = indices.reduce(Float(0)) { $0 + model.bundles.axonShare[$1] }
        #expect(abs(sum - 1) < 1e-5)
      }
    }
    #expect(model.bundles.meanDiameter.allSatisfy { $0 > 0.5 && $0 < 10 })
  }

  @Test(
    "A bundle always runs in white matter and in its own tract wherever the slice has a voxel of it",
    arguments: windows)
  func tracing(species: Species, start: Double, end: Double, spacing: Double) throws {
    let model = try CordModel(anatomy: .standard(species), from: start, to: end, spacing: spacing)
    let plane = model.grid.nx * model.grid.ny
    var inTract = 0
    var total = 0
    var faults = 0
    for slice in 0..<model.grid.nz {
      let present = Set(model.tractCode[(slice * plane)..<((slice + 1) * plane)])
      for bundle in 0..<model.bundles.count {
        let voxel = model.bundles.voxel(of: bundle, inSlice: slice)
        let code = RegionCode(model.bundles.tract[bundle], model.bundles.side[bundle]).rawValue
        let isIn = model.tractCode[voxel] == code
        let isSound =
          voxel / plane == slice && model.whiteFraction(voxel) > 0
          && model.tractCode[voxel] & 1 == model.bundles.side[bundle].rawValue
          && (isIn || !present.contains(code))
        faults += isSound ? 0 : 1
        inTract += isIn ? 1 : 0
        total += 1
      }
    }
    #expect(faults == 0)
    #expect(Double(inTract) > 0.9 * Double(total), "\(inTract) of \(total)")
  }

  @Test("Bundles seldom have to leave their normalised place by more than a tenth of the cord's width")
  func displacement() throws {
    let anatomy = CordAnatomy.human()
    let model = try CordModel(anatomy: anatomy, from: 40, to: 100, spacing: 0.5)
    var far = 0
    for slice in 0..<model.grid.nz {
      let section = anatomy.crossSection(atZ: model.position(ofSlice: slice))
      for bundle in 0..<model.bundles.count {
        let voxel = model.bundles.voxel(of: bundle, inSlice: slice)
        let centre = model.grid.centre(voxel % model.grid.nx, voxel / model.grid.nx % model.grid.ny, slice)
        let x = Double(model.bundles.u[bundle]) * section.lateral / 2 - centre.x
        let y = Double(model.bundles.v[bundle]) * section.anteroposterior / 2 - centre.y
        if (x * x + y * y).squareRoot() > 0.1 * section.lateral { far += 1 }
      }
    }
    #expect(Double(far) < 0.03 * Double(model.bundles.count * model.grid.nz), "\(far)")
  }

  @Test("Dorsal columns carry sacral fibres medially, spinothalamic tracts superficially, corticospinal all")
  func somatotopy() throws {
    let anatomy = CordAnatomy.human()
    let model = try CordModel(anatomy: anatomy, from: 55, to: 65, spacing: 0.5)
    let bundles = model.bundles
    let c5 = Float(try anatomy.segment(named: "C5").index) / 29
    let t6 = Float(try anatomy.segment(named: "T6").index) / 29
    let gracile = bundles.indices(of: .fasciculusGracilis, .left).sorted { bundles.u[$0] < bundles.u[$1] }
    let cuneate = bundles.indices(of: .fasciculusCuneatus, .left).sorted { bundles.u[$0] < bundles.u[$1] }
    for list in [gracile, cuneate] {
      #expect(zip(list, list.dropFirst()).allSatisfy { bundles.somatotopy[$0] >= bundles.somatotopy[$1] })
    }
    #expect(bundles.somatotopy[gracile[0]] > 0.9)
    #expect(gracile.allSatisfy { bundles.somatotopy[$0] > t6 })
    #expect(cuneate.allSatisfy { bundles.somatotopy[$0] <= t6 + 0.02 && bundles.somatotopy[$0] >= c5 - 0.02 })
    let outline = anatomy.crossSection(atZ: 60).outline
    let pain = bundles.indices(of: .spinothalamic, .right).sorted {
      outline.radius(lateral: Double(bundles.u[$0]), dorsal: Double(bundles.v[$0]))
        > outline.radius(lateral: Double(bundles.u[$1]), dorsal: Double(bundles.v[$1]))
    }
    #expect((bundles.somatotopy.indices.contains(pain[0])) && bundles.somatotopy[pain[0]] > 0.9)
    #expect(bundles.somatotopy[pain[pain.count - 1]] < 0.3)
    for tract in [Tract.lateralCorticospinal, .ventralCorticospinal] {
      #expect(bundles.indices(of: tract, .left).allSatisfy { bundles.carriesAllLevels($0) })
    }
  }

  @Test("The bundles that serve a segment add up to 1 and serve it")
  func parts() throws {
    let anatomy = CordAnatomy.human()
    let bundles = try CordModel(anatomy: anatomy, from: 320, to: 340, spacing: 0.5).bundles
    let columns = [Tract.fasciculusGracilis, .fasciculusCuneatus]
    for segment in anatomy.segments where segment.index >= 17 {
      for tracts in [columns, [.spinothalamic], [.lateralCorticospinal]] {
        let parts = bundles.parts(serving: segment.index, in: tracts, .left)
        #expect(abs(parts.reduce(Float(0)) { $0 + $1.weight } - 1) < 1e-5)
        for part in parts {
          guard let served = bundles.segment(servedBy: part.bundle) else { continue }
          #expect(abs(served - Float(segment.index)) < 2)
        }
      }
    }
    let all = bundles.parts(serving: 25, in: [.lateralCorticospinal], .right)
    #expect(all.count == bundles.indices(of: .lateralCorticospinal, .right).count)
    #expect(bundles.parts(serving: 25, in: [.dorsalCorticospinal], .right).isEmpty)
  }

  @Test("Finer bundles at the same voxels share the same tracts")
  func pitch() throws {
    let coarse = try CordModel(anatomy: .human(), from: 55, to: 60, spacing: 0.5, bundlePitch: 0.8).bundles
    let fine = try CordModel(anatomy: .human(), from: 55, to: 60, spacing: 0.5, bundlePitch: 0.3).bundles
    #expect(fine.count > 3 * coarse.count)
    #expect(Set(fine.tract) == Set(coarse.tract))
  }
}
