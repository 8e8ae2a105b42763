import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonStimulation
import MyelonTestSupport
import Testing

@testable import MyelonTherapies

/// Scaffolds placed in a lesion and in a gap.
@Suite("Scaffolds in the cord")
struct ScaffoldTests {
  private func implant(
    _ placement: ScaffoldImplant.Placement, adhesion: Double = 0.5, halfLife: Double? = 40
  ) -> ScaffoldImplant {
    ScaffoldImplant(
      name: "s", day: 7, form: .sponge, placement: placement, adhesion: adhesion, halfLife: halfLife)
  }

  private func lesion(day: Int = 7) throws -> (MaterialsTestCord, LesionModel) {
    let test = try MaterialsTestCord()
    let model = try test.model()
    model.advance(to: day * 86_400)
    return (test, model)
  }

  private func volumeDefect(_ model: LesionModel) -> Double {
    Conservation.largestDefect(
      [TissueField.tissue, .necrosis, .fibrosis, .cavity].map { Array(model.state.values($0)) }, total: 1)
  }

  @Test(
    "A scaffold fills dead and fluid space only, and as much of it as planned", arguments: [0.05, 0.8, 1e4])
  func filling(volume: Double) throws {
    let (test, model) = try lesion()
    let before = TissueField.allCases.map { Array(model.state.values($0)) }
    func was(_ field: TissueField, _ index: Int) -> Float { before[field.rawValue][index] }
    let scaffold = try Scaffold(implant(.lesion(volume: volume)), in: model, epicentre: test.epicentre)
    var space = 0.0
    for index in 0..<test.cord.grid.count {
      let dead = was(.cavity, index) + was(.necrosis, index)
      if dead > 0.05 { space += Double(dead * test.cord.cordFraction[index]) * test.cord.grid.voxelVolume }
    }
    #expect(abs(scaffold.volume - min(volume, space)) < 1e-4 * min(volume, space))
    for (voxel, share) in zip(scaffold.voxels, scaffold.share) {
      let index = Int(voxel)
      #expect(share <= was(.cavity, index) + was(.necrosis, index))
      #expect(share <= model.state.values(.cavity)[index] * 1.000_01)
    }
    for field in TissueField.allCases where field != .cavity && field != .necrosis {
      #expect(Array(model.state.values(field)) == before[field.rawValue], "\(field)")
    }
    #expect(volumeDefect(model) < 1e-5)
  }

  @Test("A small scaffold takes the voxels with most room")
  func emptiestFirst() throws {
    let (test, model) = try lesion()
    let space = test.cord.cordFraction.indices.map { index in
      test.cord.cordFraction[index] > 0
        ? model.state.values(.cavity)[index] + model.state.values(.necrosis)[index] : 0
    }
    let scaffold = try Scaffold(implant(.lesion(volume: 0.5)), in: model, epicentre: test.epicentre)
    let taken = Set(scaffold.voxels)
    let least = scaffold.voxels.map { space[Int($0)] }.min() ?? 0
    for index in space.indices where !taken.contains(Int32(index)) { #expect(space[index] <= least) }
  }

  @Test("A block replaces a length of cord and cuts every axon")
  func block() throws {
    let test = try MaterialsTestCord(spacing: 0.3)
    let model = try test.model(.contusion(peakCompression: 0.05))
    let scaffold = try Scaffold(
      implant(.block(length: 2, axial: 0.7)), in: model, epicentre: test.epicentre)
    #expect(volumeDefect(model) < 1e-5)
    let area = CordAnatomy.rat().crossSection(atZ: test.epicentre).area
    #expect(abs(scaffold.volume / (2 * area) - 1) < 0.05)
    let conduction = Conduction(model, block: AxonBlock(constant: 0.8))
    let last = test.cord.grid.nz - 1
    for bundle in 0..<test.cord.bundles.count { #expect(conduction.uncut[bundle * (last + 1) + last] == 0) }
    for (voxel, share) in zip(scaffold.voxels, scaffold.share) where share == 1 {
      #expect(model.state.values(.cavity)[Int(voxel)] == 1)
      #expect(model.state.values(.neurons)[Int(voxel)] == 0)
    }
    // Life goes on: no field turns negative or infinite.
    test.treat(model, days: 14, by: .init(scaffolds: [scaffold]))
    for field in TissueField.allCases {
      #expect(model.state.values(field).allSatisfy { $0.isFinite && $0 >= 0 }, "\(field)")
    }
    #expect(volumeDefect(model) < 1e-4)
  }

  @Test("The field shows what is left, matrix follows adhesion, protection stays at the border")
  func fields() throws {
    for adhesion in [0, 0.4, 1] {
      let (test, model) = try lesion()
      let scaffold = try Scaffold(
        implant(.lesion(volume: 1), adhesion: adhesion), in: model, epicentre: test.epicentre)
      scaffold.prepare(model, day: 47)
      let border = Set(scaffold.border)
      var index = 0
      for (voxel, share) in zip(scaffold.voxels, scaffold.share) {
        index = Int(voxel)
        let filled = model.state.values(.scaffold)[index]
        #expect(abs(filled - share / 2) < 1e-6)
        let matrix = model.state.values(.matrix)[index]
        #expect(matrix >= filled * Float(adhesion) - 1e-6)
        #expect(matrix <= 1 - filled * (1 - Float(adhesion)) + 1e-6)
        #expect(border.contains(voxel))
      }
      let largest = Float(0.5 * 0.1 * adhesion)
      for (index, value) in model.state.values(.protection).enumerated() {
        #expect(border.contains(Int32(index)) ? value <= largest + 1e-6 : value == 0)
      }
      #expect((model.state.values(.protection).max() ?? 0) > 0 || adhesion == 0)
      #expect(model.scaffoldTransport == scaffold.transport)
      #expect(border.count > scaffold.voxels.count)
    }
  }

  @Test("A scaffold that stays leaves less open cavity")
  func openCavity() throws {
    func cavity(filled: Bool) throws -> Double {
      let (test, model) = try lesion()
      let scaffolds =
        filled
        ? [try Scaffold(implant(.lesion(volume: 3), halfLife: nil), in: model, epicentre: test.epicentre)]
        : []
      test.treat(model, days: 42, by: .init(scaffolds: scaffolds))
      return LesionMeasures(model).cavityVolume
    }
    #expect(try cavity(filled: true) < 0.7 * cavity(filled: false))
  }

  @Test("A placement survives a checkpoint, and a damaged one is refused")
  func checkpoint() throws {
    let (test, model) = try lesion()
    let plan = implant(.lesion(volume: 1))
    let scaffold = try Scaffold(plan, in: model, epicentre: test.epicentre)
    let bytes = scaffold.checkpoint
    #expect(try Scaffold(plan, checkpoint: bytes, in: model) == scaffold)
    var moved = bytes
    moved[4] ^= 0xff
    moved[7] ^= 0x80
    for damaged in [[], Array(bytes.dropLast()), bytes + [0], moved] {
      #expect(throws: TherapyError.self) { try Scaffold(plan, checkpoint: damaged, in: model) }
    }
  }

  @Test("A lesion without room and a block outside the window are refused by name")
  func refusals() throws {
    let test = try MaterialsTestCord()
    let model = try test.model(.contusion(peakCompression: 0.001))
    #expect(throws: TherapyError.noSpace(scaffold: "s", day: 7)) {
      try Scaffold(implant(.lesion(volume: 1)), in: model, epicentre: test.epicentre)
    }
    #expect(throws: TherapyError.self) {
      try Scaffold(implant(.block(length: 3, axial: 4)), in: model, epicentre: test.epicentre)
    }
  }
}
