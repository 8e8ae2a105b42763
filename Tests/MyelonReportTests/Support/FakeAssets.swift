import Foundation
import MyelonReport
import MyelonTestSupport

/// Libraries that are none: text long enough to be taken for them.
enum FakeAssets {
  /// NiiVue and ECharts.
  static let both = made(["niivue/niivue.js", "echarts/echarts.js"])
  /// All three.
  static let all = made(["niivue/niivue.js", "echarts/echarts.js", "three/three.js"])

  private static func made(_ names: [String]) -> ReportAssets {
    guard let scratch = try? ScratchDirectory() else { return .none }
    for name in names {
      let url = URL(fileURLWithPath: scratch.path).appendingPathComponent(name)
      try? FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try? Data(repeating: UInt8(ascii: "/"), count: 120_000).write(to: url)
    }
    return ReportAssets(directories: [scratch.path])
  }
}
