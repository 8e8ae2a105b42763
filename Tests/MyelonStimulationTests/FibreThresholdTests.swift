import MyelonFields
import Testing

@testable import MyelonStimulation

@Suite("Fibre thresholds against the reference runs")
struct FibreThresholdTests {
  @Test(
    "All thresholds of the two grids agree to 0.3 % at the same step", .enabled(if: FibreReference.isPresent),
    arguments: ["thresholds_mrg_discrete_dt5us.csv", "thresholds_mrg_interpolation_dt5us.csv", "thresholds_mrg_discrete_dt1us.csv"])
  func grids(_ name: String) throws {
    var worst = 0.0
    var steps = 0
    var runs = 0
    let rows = try FibreReference.rows(name)
    let clock = ContinuousClock()
    let time = try clock.measure {
    for row in rows {
      let fibre = try NerveFibre.make(
        try FibreReference.model(row["model"] ?? ""), diameter: row.number("diameter_um"),
        nodeCount: Int(row.number("n_nodes")))
      let one = FibreReference.pointSource(fibre, distance: row.number("distance_mm"))
      let search = ThresholdSearch(scheme: .parity(timeStep: row.number("dt_us")), criterion: .arrival(share: 0.9), endsEarly: false)
      let found = try search.threshold(of: one, waveform: .monophasic(width: row.number("pw_us")))
      let amplitude = try #require(found.amplitude)
      let error = amplitude / row.number("threshold_mA") - 1
      steps += found.steps; runs += found.runs
      worst = max(worst, abs(error))
      #expect(abs(error) < 0.003, "\(row): \(amplitude)")
    }
    }
    print(name, rows.count, "worst", worst, "time", time, "runs", Double(runs)/Double(rows.count), "steps", Double(steps)/Double(rows.count))
  }
}
