import MyelonAnatomy
import MyelonQuantities
import MyelonTestSupport
import Testing

@testable import MyelonLesion

/// The vectorised reactions against a plain Double twin written from their documentation.
@Suite struct ReactionKernelTests {
  /// Time steps from a second to thirty days, h.
  static let steps: [Double] = [1.0 / 3600, 1.0 / 60, 0.5, 6, 48, 720]

  private func model(_ species: Species) throws -> LesionModel {
    let cord =
      species == .rat ? try TestCord.rat(spacing: 0.4, reach: 0.8) : try TestCord.human(spacing: 2, reach: 4)
    return try cord.model(.contusion(peakCompression: 0))
  }

  /// Largest difference of kernel and twin over the cord, in units of the larger of 1 and the twin's value.
  private func largestDifference(_ model: LesionModel, hours: Double, seed: UInt64) -> (Double, TissueField) {
    var tissue = RandomTissue(random: SeededGenerator(seed: seed))
    let before = tissue.fill(model)
    _ = model.react(hours: hours)
    var worst = (0.0, TissueField.neurons)
    for (index, voxel) in before.enumerated() {
      guard let voxel else { continue }
      let expected = model.twin(index).advanced(voxel, hours: hours)
      let found = model.voxel(index)
      for field in TissueField.allCases {
        let difference = abs(found[field] - expected[field]) / max(1, abs(expected[field]))
        if !(difference <= worst.0) { worst = (difference, field) }
      }
    }
    return worst
  }

  @Test(arguments: Species.allCases, steps)
  func theKernelEqualsItsTwin(species: Species, hours: Double) throws {
    let model = try model(species)
    for seed in 1...3 as ClosedRange<UInt64> {
      let (difference, field) = largestDifference(model, hours: hours, seed: seed)
      // A Float carries 6e-8; the longest chain here has about twenty roundings.
      #expect(difference < 2e-6, "\(field) at \(hours) h: \(difference)")
    }
  }

  /// The twin itself against the right-hand sides of the documentation, as the step goes to nothing.
  @Test(arguments: Species.allCases)
  func theTwinFollowsTheDocumentedEquations(species: Species) throws {
    let model = try model(species)
    var tissue = RandomTissue(random: SeededGenerator(seed: 8))
    let hours = 1e-6
    for index in model.cord.cordFraction.indices where model.cord.cordFraction[index] > 0 {
      let twin = model.twin(index)
      let voxel = tissue.voxel()
      let next = twin.advanced(voxel, hours: hours)
      let rate = twin.derivative(voxel)
      for field in TissueField.allCases {
        let found = (next[field] - voxel[field]) / hours
        // The step is first-order: its error is of the order of rate² dt, below 1e-5 of the rate here;
        // the difference quotient of numbers up to 500 loses 1e-13 / 1e-6 more.
        let scale = max(abs(rate[field]), 1e-2 * max(1, abs(voxel[field])))
        #expect(abs(found - rate[field]) < 2e-5 * scale, "\(field): \(found) against \(rate[field])")
      }
    }
  }

  /// No number in a voxel's kinetics is idle: each changes something in a random cord.
  @Test func everyKineticNumberActs() throws {
    let cord = try TestCord.rat(spacing: 0.4, reach: 0.8)
    func bits(_ change: (inout ParameterTableEditor) throws -> Void) throws -> [UInt32] {
      var editor = ParameterTableEditor(table: cord.table)
      try change(&editor)
      let model = try cord.model(.contusion(peakCompression: 0), table: editor.table)
      var tissue = RandomTissue(random: SeededGenerator(seed: 5))
      _ = tissue.fill(model)
      _ = model.react(hours: 2)
      return model.bits
    }
    let plain = try bits { _ in }
    let reactions =
      LesionParameters.death + LesionParameters.inflammation + LesionParameters.vessels
      + LesionParameters.scar + LesionParameters.myelin(for: .rat)
    // Die-back acts in the connection sweep.
    for parameter in reactions where !parameter.id.hasPrefix("dieback") {
      let changed = try bits { try $0.move(parameter.id) }
      #expect(changed != plain, "\(parameter.id) changes nothing")
    }
  }
}
