import MyelonAnatomy
import MyelonLesion
import Testing

/// A cord that was not hurt.
@Suite struct IntactCordTests {
  @Test(arguments: Species.allCases)
  func anIntactCordStaysBitForBitForAYear(species: Species) throws {
    let test = species == .rat ? try TestCord.rat() : try TestCord.human()
    let model = try test.model(.contusion(peakCompression: 0))
    let before = model.bits
    model.advance(days: 365)
    #expect(model.clock.seconds == 365 * 86_400)
    #expect(model.bits == before)
    let measures = LesionMeasures(model)
    #expect(measures == LesionMeasures(try test.model(.contusion(peakCompression: 0))))
    #expect(measures.lesionVolume == 0 && measures.neuronsLost == 0 && measures.sparedWhiteEpicentre == 1)
  }

  /// Many bundles share a coarse voxel; their mean must still be exactly one.
  @Test(arguments: [(Species.rat, 0.5), (.human, 1.5), (.human, 2), (.human, 2.5)])
  func anIntactCoarseCordStaysBitForBit(species: Species, spacing: Double) throws {
    let test =
      species == .rat ? try TestCord.rat(spacing: spacing) : try TestCord.human(spacing: spacing)
    let model = try test.model(.contusion(peakCompression: 0))
    for field in TissueField.allCases {
      #expect(model.state.values(field).allSatisfy { $0 == field.intactValue }, "\(field) at first")
    }
    let before = model.bits
    model.advance(days: 60)
    #expect(model.bits == before)
  }

  /// The tests above can fail: the least blow leaves a trace.
  @Test func aLightBlowIsSeen() throws {
    let test = try TestCord.rat()
    let model = try test.model(.contusion(peakCompression: 0.1))
    #expect(model.bits != (try test.model(.contusion(peakCompression: 0))).bits)
  }

  @Test func outsideTheCordNothingEverHappens() throws {
    let model = try TestCord.rat(spacing: 0.4).model(.moderateDrop)
    model.advance(days: 30)
    for field in TissueField.allCases {
      for (value, fraction) in zip(model.state.values(field), model.cord.cordFraction) where fraction == 0 {
        #expect(value == field.intactValue, "\(field)")
      }
    }
  }

  @Test(arguments: Species.allCases)
  func timeZeroIsReachedByNoSteps(species: Species) throws {
    let test = species == .rat ? try TestCord.rat(spacing: 0.5) : try TestCord.human(spacing: 2)
    let model = try test.model(species == .rat ? .moderateDrop : .humanBlow)
    let before = model.bits
    model.advance(to: 0)
    model.advance(to: -5)
    #expect(model.bits == before && model.clock.steps == 0)
  }
}
