import MyelonAnatomy
import MyelonFields
import MyelonLesion
import Testing

/// What an image of the simulated lesion shows, on lesions whose measures are known.
@Suite struct ImageReadingTests {
  /// A cord in which tissue is lost where a condition holds, in mm from the middle of the window and half-diameters.
  private func reading(_ lost: (_ z: Double, _ u: Double, _ v: Double) -> Double) throws -> (
    ImageReading, CordModel
  ) {
    let test = try TestCord.human(spacing: 0.5)
    let model = try test.model(.contusion(peakCompression: 0.01))
    let cord = model.cord
    let grid = cord.grid
    let frame = SectionFrame(cord)
    let tissue = model.state.mutableValues(.tissue)
    let middle = grid.origin.z + grid.spacing.z * Double(grid.nz - 1) / 2
    for z in 0..<grid.nz {
      for y in 0..<grid.ny {
        for x in 0..<grid.nx {
          let u = (Double(x) - frame.centreX[z]) / frame.halfX[z]
          let v = (Double(y) - frame.centreY[z]) / frame.halfY[z]
          let place = grid.origin.z + grid.spacing.z * Double(z) - middle
          tissue[grid.index(x, y, z)] = Float(1 - lost(place, u, v))
        }
      }
    }
    return (ImageReading(model), cord)
  }

  @Test("An intact cord has no lesion and bridges of its whole diameter")
  func intact() throws {
    let (found, cord) = try reading { _, _, _ in 0 }
    #expect(found.length == 0 && found.axialDamageRatio == 0 && found.lateral == 0)
    let frame = SectionFrame(cord)
    let thinnest = (0..<cord.grid.nz).map { 2 * frame.halfY[$0] * cord.grid.spacing.y }.min() ?? 0
    #expect(abs(found.dorsalBridge - thinnest) < 0.4 && found.dorsalBridge == found.ventralBridge)
  }

  @Test("Length, share, place and bridges of a block are those of the block, within half a voxel")
  func block() throws {
    let (found, cord) = try reading { z, u, v in
      abs(z) < 4 && u > -0.2 && u < 0.6 && v > -0.3 && v < 0.5 ? 1 : 0
    }
    #expect(abs(found.length - 8) < 0.51)
    let grid = cord.grid
    let middle = grid.origin.z + grid.spacing.z * Double(grid.nz - 1) / 2
    #expect(abs(found.epicentre - middle) < 0.3)
    // The block's share of an ellipse: 0.8 x 0.8 of a square of side 2, over π / 4.
    #expect(abs(found.axialDamageRatio - 0.64 / .pi) < 0.03)
    #expect(abs(found.lateral - 0.2) < 0.06 && abs(found.depth - 0.1) < 0.06)
    let half = SectionFrame(cord).halfY[grid.nz / 2] * grid.spacing.y
    #expect(abs(found.dorsalBridge - 0.5 * half) < 0.4, "\(found.dorsalBridge)")
    #expect(abs(found.ventralBridge - 0.7 * half) < 0.4, "\(found.ventralBridge)")
  }

  @Test("A voxel that has lost a quarter of its tissue is none of the lesion, three quarters are all of it")
  func partial() throws {
    for (lost, mask) in [(0.25, 0.0), (0.5, 0.5), (0.75, 1), (1, 1)] {
      let (found, _) = try reading { z, _, _ in abs(z) < 4 ? lost : 0 }
      #expect(abs(found.axialDamageRatio - mask) < 1e-5 && abs(found.length - 8 * mask) < 0.6)
    }
  }
}
