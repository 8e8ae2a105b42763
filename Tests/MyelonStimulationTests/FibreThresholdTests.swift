import MyelonFields
import Testing

@testable import MyelonStimulation

@Suite("Fibre thresholds against the reference runs")
struct FibreThresholdTests {
  @Test(
    "All thresholds of the grids agree to 0.3 % at the same step", .enabled(if: FibreReference.isPresent),
    arguments: [
      "thresholds_mrg_discrete_dt5us.csv", "thresholds_mrg_interpolation_dt5us.csv",
      "thresholds_mrg_discrete_dt1us.csv",
    ])
  func grids(_ name: String) throws {
    for row in try FibreReference.rows(name) {
      let fibre = try NerveFibre.make(
        try FibreReference.model(row["model"] ?? ""), diameter: row.number("diameter_um"),
        nodeCount: Int(row.number("n_nodes")))
      let one = FibreReference.pointSource(fibre, distance: row.number("distance_mm"))
      let search = ThresholdSearch(
        scheme: .parity(timeStep: row.number("dt_us")), criterion: .arrival(share: 0.9))
      let found = try search.amplitude(of: one, waveform: .monophasic(width: row.number("pw_us")))
      let error = found / row.number("threshold_mA") - 1
      #expect(abs(error) < 0.003, "\(row): \(found)")
    }
  }
}
