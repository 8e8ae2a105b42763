import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonStimulation
import Testing

/// Transection and hemisection.
@Suite struct CutTests {
  static let gaps = [1e-4, 0.01, 0.3, 1, 2]

  /// Epicentres: the middle of a slice, a border between two, and places between.
  private func epicentres(_ test: TestCord) -> [Double] {
    let grid = test.cord.grid
    let slice = test.cord.slice(atZ: test.epicentre)
    let middle = grid.origin.z + Double(slice) * grid.spacing.z
    return [0, 0.5, -0.5, 0.499_999, 0.123, -0.37].map { middle + $0 * grid.spacing.z }
  }

  @Test(arguments: [(Species.rat, 0.15), (.rat, 0.3), (.rat, 0.5), (.human, 1), (.human, 2)], gaps)
  func aTransectionCutsEveryAxonAtEverySpacingAndGap(cord: (Species, Double), gap: Double) throws {
    let test =
      cord.0 == .rat
      ? try TestCord.rat(spacing: cord.1, reach: 3) : try TestCord.human(spacing: cord.1, reach: 10)
    for epicentre in epicentres(test) {
      let model = try test.model(.transection(gap: gap), epicentre: epicentre)
      let conduction = Conduction(model, block: AxonBlock(constant: 0.8))
      let last = test.cord.grid.nz - 1
      for bundle in 0..<test.cord.bundles.count {
        #expect(conduction.uncut[bundle * (last + 1) + last] == 0, "gap \(gap), z \(epicentre)")
        #expect(conduction.share[bundle * (last + 1) + last] == 0)
      }
    }
  }

  @Test(arguments: [InjurySide.left, .right], gaps)
  func aHemisectionCutsEveryAxonOfItsSideAndNoOther(side: InjurySide, gap: Double) throws {
    let test = try TestCord.rat(spacing: 0.3, reach: 3)
    for epicentre in epicentres(test) {
      let model = try test.model(.hemisection(side: side, gap: gap), epicentre: epicentre)
      let conduction = Conduction(model, block: AxonBlock(constant: 0.8))
      let last = test.cord.grid.nz - 1
      for bundle in 0..<test.cord.bundles.count {
        let isCut = (test.cord.bundles.side[bundle] == .left) == (side == .left)
        #expect(conduction.uncut[bundle * (last + 1) + last] == (isCut ? 0 : 1))
      }
    }
  }

  @Test(arguments: [0.25, 0.5, 0.75])
  func aDorsalSectionCutsWhatLiesDorsalOfItsDepthOnBothSides(depth: Double) throws {
    let test = try TestCord.rat(spacing: 0.15, reach: 3)
    let model = try test.model(.dorsalSection(depth: depth, gap: 0.5))
    let conduction = Conduction(model, block: AxonBlock(constant: 0.8))
    let last = test.cord.grid.nz - 1
    let bundles = test.cord.bundles
    // A voxel is 0.15 mm of a cord about 2.3 mm deep: within an eighth of a half-diameter the cut is partial.
    let plane = Float(1 - 2 * depth)
    for bundle in 0..<bundles.count {
      let uncut = conduction.uncut[bundle * (last + 1) + last]
      if bundles.v[bundle] > plane + 0.2 { #expect(uncut < 0.02) }
      if bundles.v[bundle] < plane - 0.2 { #expect(uncut > 0.98) }
    }
    let right = bundles.indices(of: .propriospinal, .right).reduce(Float(0)) {
      $0 + conduction.uncut[$1 * (last + 1) + last]
    }
    let left = bundles.indices(of: .propriospinal, .left).reduce(Float(0)) {
      $0 + conduction.uncut[$1 * (last + 1) + last]
    }
    #expect(abs(right - left) < 1e-3 * right)
  }

  @Test(arguments: gaps)
  func theCellsThatACutKillFillItsGap(gap: Double) throws {
    for spacing in [0.15, 0.3, 0.5] {
      let test = try TestCord.rat(spacing: spacing, reach: 3)
      let model = try test.model(.transection(gap: gap))
      let frame = CordAnatomy.rat().crossSection(atZ: test.epicentre)
      let volume = model.total(.necrosis) * test.cord.grid.voxelVolume
      // Volume of the gap: area at the epicentre times its width; the area varies by per cents along the gap.
      #expect(abs(volume / (frame.area * gap) - 1) < 0.05, "\(volume) mm3 at \(spacing) mm")
    }
  }
}
