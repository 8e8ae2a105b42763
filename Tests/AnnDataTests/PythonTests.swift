import AnnData
import Foundation
import MyelonTestSupport
import Testing

extension AnnDataTests {
  /// Opens tables with anndata and scanpy where an interpreter that has them is named by MYELON_PYTHON.
  @Suite("Tables in Python")
  struct PythonTests {
    @Test(
      "anndata and scanpy open the table without a warning",
      .enabled(if: PythonScript.interpreter != nil, "set MYELON_PYTHON to a Python with anndata and scanpy"))
    func opens() throws {
      let scratch = try ScratchDirectory()
      let path = scratch.path + "/cells.h5ad"
      try SampleTable.make(rows: 200).write(to: path)
      let found = try PythonScript.run("check-h5ad", [path, "--scanpy"])
      #expect(found.status == 0, "\(found.text)")
      #expect(found.text.contains("200 observations"), "\(found.text)")
    }
  }
}
