import Foundation
import Testing

/// `stimulate` as a user calls it.
@Suite(.serialized) struct StimulateTests {
  private let scratch: Scratch

  /// A rat with one wire and few fibres.
  private static let text = """
    myelon-stimulation: 1
    name: small
    subject: {species: rat}
    electrode: {array: rat-wires}
    montages: [{cathode: L2}]
    pulse: {kind: symmetric-biphasic, width: 200 us, rate: 40 Hz}
    amplitudes: {from: 10 uA, to: 600 uA}
    fibres: {roots: [L4, L5], sides: left, classes: [group-I], quantiles: 2}
    target: {root: L5, side: left}
    """

  init() throws {
    scratch = try Scratch()
    try scratch.write(Self.text, to: "small.yaml")
  }

  private func myelon(_ arguments: String...) throws -> Program.Result {
    try Program.run(["stimulate"] + arguments, in: scratch.path)
  }

  @Test func aStudyNamesItsReportAndIsNeverReplacedUnasked() throws {
    let found = try myelon("small.yaml", "--quick")
    #expect(found.status == 0 && found.output == "runs/small/report.html\n", "\(found.remarks)")
    #expect(found.remarks.contains(" %  left") && found.remarks.contains("predicts nobody's outcome"))
    #expect(scratch.text("runs/small/report.html").contains("</html>"))
    let first = scratch.text("runs/small/thresholds.csv")
    #expect(first.split(separator: "\n").count == 5)

    let again = try myelon("small.yaml", "--quick")
    #expect(again.status == 2 && again.output.isEmpty && again.remarks.contains("--overwrite"))
    let over = try myelon("small.yaml", "--quick", "--overwrite", "--json", "--threads", "1")
    #expect(over.status == 0, "\(over.remarks)")
    let summary = try #require(
      try JSONSerialization.jsonObject(with: Data(over.output.utf8)) as? [String: Any])
    #expect((summary["best"] as? [[String: Any]])?.first?["target"] as? String == "dorsal root L5, left")
    let solves = try #require(summary["solves"] as? [[String: Any]])
    #expect((solves.first?["relativeResidual"] as? Double ?? 1) < 1e-6)
    // One thread or two: the same thresholds.
    #expect(scratch.text("runs/small/thresholds.csv") == first)
  }

  @Test func whatIsWrongIsToldWithItsLineAndNothingIsWritten() throws {
    try scratch.write(Self.text.replacing("to: 600 uA", with: "to: 60 mA"), to: "unsafe.yaml")
    let before = scratch.names()
    let found = try myelon("unsafe.yaml")
    #expect(found.status == 2 && found.output.isEmpty && scratch.names() == before)
    #expect(found.remarks.contains("unsafe.yaml:7: amplitudes:") && found.remarks.contains("accept-unsafe"))
    #expect(try myelon("missing.yaml").status == 2)
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func controlCStopsCleanlyAndLeavesNothing(signal: Int32) throws {
    try scratch.write(
      Self.text.replacing("quantiles: 2", with: "quantiles: 20").replacing("sides: left, ", with: ""),
      to: "long.yaml")
    let program = try RunningProgram(
      Program.path, ["stimulate", "long.yaml", "--output", "out"], in: scratch.path)
    program.waitForProgress(lines: 1)
    program.send(signal)
    let stopped = program.wait()
    #expect(stopped.status == 1 && !stopped.wasKilled && stopped.output.isEmpty)
    #expect(stopped.remarks.contains("Stopped. Nothing was written."))
    #expect(!scratch.names().contains { $0.hasPrefix("out") })
  }
}
