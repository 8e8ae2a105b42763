import AnnData
import Foundation
import Testing

extension AnnDataTests {
  /// Opens tables with anndata and scanpy where an interpreter that has them is named by MYELON_PYTHON.
  @Suite("Tables in Python")
  struct PythonTests {
    private static let interpreter = ProcessInfo.processInfo.environment["MYELON_PYTHON"]

    @Test(
      "anndata and scanpy open the table without a warning",
      .enabled(if: interpreter != nil, "set MYELON_PYTHON to a Python with anndata and scanpy"))
    func opens() throws {
      let scratch = try ScratchDirectory()
      let path = scratch.path + "/cells.h5ad"
      try SampleTable.make(rows: 200).write(to: path)
      let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("scripts/check-h5ad").path
      let process = Process()
      process.executableURL = URL(fileURLWithPath: try #require(Self.interpreter))
      process.arguments = [script, path, "--scanpy"]
      let output = Pipe()
      process.standardOutput = output
      process.standardError = output
      try process.run()
      let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "\(text)")
      #expect(text.contains("200 observations"), "\(text)")
    }
  }
}
