import MyelonFields
import MyelonStimulation
import Testing

/// From the electrode to the fibre: thresholds in a computed field against those in its closed form.
@Suite("Thresholds in computed fields") struct FieldToFibreTests {
  @Test(
    "A fibre beside a point has the threshold of the closed form within 2 %, with cells of a half and a quarter millimetre",
    arguments: [(distance: 1.0, cells: 80, diameter: 10.0), (2, 40, 10), (1, 80, 5.7), (2, 40, 16)])
  func pointSource(distance: Double, cells: Int, diameter: Double) throws {
    let fibre = try NerveFibre.make(.mrgInterpolated, diameter: diameter, length: 18)
    let grid = ConductorCase.cube(half: 10, cells: cells)
    for sigma in [SIMD3(0.2, 0.2, 0.2), SIMD3(0.083, 0.083, 0.6)] {
      let tissue = TissueConductivity(name: "medium", conductivity: sigma)
      let position = SIMD3(0.11, -0.07, 0.04)
      let lead = try VolumeConductor(
        try ConductivityField(grid: grid, uniform: tissue), executor: SlabExecutor(threads: 2)
      ).leadField(of: ConductorCase.point(position))
      let exact = PointSource(position: position, conductivity: sigma)
      let path = FibrePath([[0.11 + distance, -0.07, -9], [0.11 + distance, -0.07, 9]])
      let search = ThresholdSearch(executor: SlabExecutor(threads: 2))
      let found = try search.thresholds(
        of: [
          FibreCase(fibre: fibre, field: lead, path: path, share: -1),
          FibreCase(fibre: fibre, field: exact, path: path, share: -1),
        ], waveform: .monophasic(width: 100))
      let computed = try #require(found[0].amplitude)
      let expected = try #require(found[1].amplitude)
      #expect(abs(computed / expected - 1) < 0.02, "\(computed) mA against \(expected) mA")
    }
  }
}
