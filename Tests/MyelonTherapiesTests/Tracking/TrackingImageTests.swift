import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import MyelonTherapies
import Testing

@Suite("Images of labelled cells")
struct TrackingImageTests {
  /// Water content times exp(-TE R2*) of intact tissue, from the table.
  private func baseline(_ tracked: TrackedCord, grey: Bool) -> Double {
    let table = tracked.parameters
    let water = table[grey ? "image_water_grey" : "image_water_white"]
    let rate = table[grey ? "image_relaxation_grey" : "image_relaxation_white"]
    return water * exp(-table["image_echo_time"] / 1000 * rate)
  }

  @Test("Without iron the image is that of intact tissue and of fluid around it")
  func intact() throws {
    let tracked = try TrackedCord()
    let image = tracked.image()
    for grey in [true, false] {
      let voxel = try tracked.voxel(grey: grey)
      #expect(abs(Double(image.t2star[voxel]) - baseline(tracked, grey: grey)) < 1e-6)
    }
    let outside = try #require(tracked.cord.cordFraction.firstIndex(of: 0))
    let fluid = exp(
      -tracked.parameters["image_echo_time"] / 1000 * tracked.parameters["image_relaxation_fluid"])
    #expect(abs(Double(image.t2star[outside]) - fluid) < 1e-6)
    #expect(image.reporter.allSatisfy { $0 == 0 })
  }

  @Test("The signal falls exponentially with iron, by relaxivity, echo time and concentration")
  func exponential() throws {
    let tracked = try TrackedCord()
    let voxel = try tracked.voxel(grey: false)
    // One mM in a voxel of V mm3 is 55,845 V pg.
    let volume = tracked.cord.grid.voxelVolume
    for millimolar in [0.1, 0.5, 1, 2] {
      let image = tracked.image(iron: tracked.only(Float(millimolar * 55_845 * volume), at: voxel))
      let rate = tracked.parameters["iron_relaxivity"] * millimolar
      let expected =
        baseline(tracked, grey: false) * exp(-tracked.parameters["image_echo_time"] / 1000 * rate)
      #expect(abs(Double(image.t2star[voxel]) / expected - 1) < 1e-5)
    }
  }

  @Test(
    "Oedema and cavities brighten, blood and haemosiderin darken, and iron of dead cells does as that of living"
  )
  func tissue() throws {
    let tracked = try TrackedCord()
    let voxel = try tracked.voxel(grey: false)
    let intact = tracked.image().t2star[voxel]
    tracked.state.mutableValues(.oedema)[voxel] = 1
    #expect(tracked.image().t2star[voxel] > intact)
    tracked.state.mutableValues(.oedema)[voxel] = 0
    tracked.state.mutableValues(.cavity)[voxel] = 0.5
    #expect(tracked.image().t2star[voxel] > intact)
    tracked.state.mutableValues(.cavity)[voxel] = 0
    tracked.state.mutableValues(.haemorrhage)[voxel] = 0.5
    let bloody = tracked.image().t2star[voxel]
    #expect(bloody < intact)
    for _ in 0..<40 { tracked.tracking.advance(hours: 6, state: tracked.state) }
    tracked.state.mutableValues(.haemorrhage)[voxel] = 0
    let stained = tracked.image().t2star[voxel]
    #expect(stained < intact, "haemosiderin stays when blood has gone")

    let other = try tracked.voxel(grey: true)
    let living = tracked.image(iron: tracked.only(5000, at: other)).t2star[other]
    tracked.tracking.recordDeath(voxel: other, ironPicograms: 5000)
    #expect(tracked.image().t2star[other] == living)
  }

  @Test("The reporter image keeps the number of cells, also at the edge, and spreads as wide as said")
  func reporter() throws {
    let tracked = try TrackedCord(replacing: [("reporter_resolution", 1.2)])
    let grid = tracked.cord.grid
    for voxel in [0, try tracked.voxel(grey: true), tracked.count - 1] {
      let image = tracked.image(reporter: tracked.only(1000, at: voxel))
      let cells = image.reporter.reduce(0) { $0 + Double($1) } * grid.voxelVolume
      #expect(abs(cells - 1000) < 0.01)
      #expect(image.reporter.allSatisfy { $0 >= 0 })
    }
    let sharp = try TrackedCord(replacing: [("reporter_resolution", 0)])
    let voxel = try sharp.voxel(grey: true)
    let image = sharp.image(reporter: sharp.only(1000, at: voxel))
    #expect(image.reporter.filter { $0 > 0 }.count == 1)
    // Half a width aside along x the signal is half as high; 0.6 mm is one and a half voxels of 0.4 mm, so compare
    // one and two voxels with the Gaussian.
    let spread = tracked.image(reporter: tracked.only(1000, at: voxel)).reporter
    for (steps, share) in [(1, exp2(-pow(0.4 / 0.6, 2))), (2, exp2(-pow(0.8 / 0.6, 2)))] {
      #expect(abs(Double(spread[voxel + steps] / spread[voxel]) - share) < 1e-3)
    }
  }

  @Test("Noise is reproducible, differs between exposures, and has the Rician mean in a void")
  func noise() throws {
    let tracked = try TrackedCord()
    let first = TrackingNoise(seed: 7, exposure: 1)
    let void = [Float](repeating: 1e9, count: tracked.count)
    let one = tracked.image(iron: void, noise: first).t2star
    #expect(one == tracked.image(iron: void, noise: first).t2star)
    #expect(one != tracked.image(iron: void, noise: TrackingNoise(seed: 7, exposure: 2)).t2star)
    // Without signal a Rician magnitude is Rayleigh: mean sigma sqrt(pi / 2), deviation sigma sqrt(2 - pi / 2).
    let sigma = baseline(tracked, grey: false) / tracked.parameters["image_signal_to_noise"]
    let mean = one.reduce(0) { $0 + Double($1) } / Double(one.count)
    let error = sigma * (2 - Double.pi / 2).squareRoot() / Double(one.count).squareRoot()
    #expect(abs(mean - sigma * (Double.pi / 2).squareRoot()) < 4 * error)
  }
}
