import MyelonAnatomy
import MyelonTestSupport
import Testing

@testable import MyelonLesion

/// What must hold after any step from any state.
@Suite struct ReactionPropertyTests {
  /// Time steps from a second to thirty days, h.
  static let steps: [Double] = [1.0 / 3600, 0.1, 3, 24, 168, 720]

  /// Fields that are shares of one and must stay so.
  static let shares: [TissueField] = [
    .neurons, .oligodendrocytes, .perfusion, .matrix, .tissue, .necrosis, .fibrosis, .cavity, .axons, .myelin,
    .remyelination, .degenerated,
  ]

  @Test(arguments: Species.allCases, steps)
  func sharesStayBetweenZeroAndOneAndNothingIsNegative(species: Species, hours: Double) throws {
    let test = species == .rat ? try TestCord.rat(reach: 1) : try TestCord.human(spacing: 1.5, reach: 4)
    let model = try test.model(.contusion(peakCompression: 0))
    var tissue = RandomTissue(random: SeededGenerator(seed: 77))
    _ = tissue.fill(model)
    for step in 0..<5 {
      let change = model.react(hours: hours)
      #expect(change.isFinite && change >= 0)
      for field in TissueField.allCases {
        let values = model.state.values(field)
        #expect(values.allSatisfy { $0 >= 0 && $0.isFinite }, "\(field), step \(step)")
      }
      for field in Self.shares {
        // A share built by adding rounded fluxes may pass one by roundings.
        #expect(model.largest(field) <= 1 + 4e-7, "\(field) \(model.largest(field)), step \(step)")
      }
      let parts = [TissueField.tissue, .necrosis, .fibrosis, .cavity].map { model.state.values($0) }
      #expect(Conservation.largestDefect(parts, total: 1) < 1e-6, "step \(step)")
      let bare = zip(model.state.values(.myelin), model.state.values(.remyelination)).map { $0 + $1 }
      #expect((bare.max() ?? 0) <= 1 + 4e-7, "step \(step)")
    }
  }

  @Test(arguments: Species.allCases)
  func volumesOfALivingCordAddUpToOneForAYear(species: Species) throws {
    let test = species == .rat ? try TestCord.rat(spacing: 0.4) : try TestCord.human(spacing: 2)
    let model = try test.model(species == .rat ? .moderateDrop : .humanBlow)
    for day in [1, 7, 28, 365] {
      model.advance(days: Double(day))
      let parts = [TissueField.tissue, .necrosis, .fibrosis, .cavity].map { model.state.values($0) }
      // A thousand steps of a few roundings each, in random directions.
      #expect(Conservation.largestDefect(parts, total: 1) < 5e-6)
      for field in Self.shares {
        let values = model.state.values(field)
        #expect(values.allSatisfy { $0 >= 0 && $0 <= 1 + 2e-6 }, "\(field) on day \(day)")
      }
    }
  }

  @Test func deadAxonsNeverComeBack() throws {
    let model = try TestCord.rat(spacing: 0.4).model(.moderateDrop)
    var before = Array(model.state.values(.axons))
    for day in [0.2, 1, 3, 10, 40] {
      model.advance(days: day)
      let now = Array(model.state.values(.axons))
      #expect(zip(before, now).allSatisfy { $1 <= $0 })
      before = now
    }
  }
}
