import Foundation
import MyelonReport
import MyelonTestSupport
import Testing

@Suite("Report assets") struct AssetTests {
  @Test("libraries are found in a folder above the executable, and a cut file is not taken for one")
  func located() throws {
    let scratch = try ScratchDirectory()
    let vendor = "\(scratch.path)/Assets/vendor"
    let manager = FileManager.default
    for name in ["niivue", "echarts"] {
      try manager.createDirectory(atPath: "\(vendor)/\(name)", withIntermediateDirectories: true)
    }
    let library = Data(repeating: 32, count: 150_000)
    try library.write(to: URL(fileURLWithPath: "\(vendor)/niivue/niivue.js"))
    try Data("cut".utf8).write(to: URL(fileURLWithPath: "\(vendor)/echarts/echarts.js"))
    try manager.createDirectory(atPath: "\(scratch.path)/.build/debug", withIntermediateDirectories: true)
    let found = ReportAssets.locate(
      environmentValue: nil, executablePath: "\(scratch.path)/.build/debug/myelon")
    #expect(found.niivue == library)
    #expect(found.echarts == nil)
  }

  @Test("the environment's directory comes first")
  func environmentFirst() throws {
    let assets = ReportAssets.locate(environmentValue: "/some/where", executablePath: "/usr/bin/myelon")
    #expect(Array(assets.searched.prefix(2)) == ["/some/where", "/some/where/vendor"])
    #expect(assets.searched.contains("/usr/Assets/vendor"))
  }

  @Test("nothing found is no error")
  func nothing() {
    let assets = ReportAssets.locate(environmentValue: "", executablePath: nil)
    #expect(assets.niivue == nil)
    #expect(assets.echarts == nil)
    #expect(assets.searched.isEmpty)
  }
}
