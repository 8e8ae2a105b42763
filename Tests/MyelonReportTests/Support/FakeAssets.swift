import Foundation
import MyelonReport

/// Libraries that are none: text long enough to be taken for them.
enum FakeAssets {
  static let both: ReportAssets = {
    guard let scratch = try? ScratchDirectory() else { return .none }
    for name in ["niivue/niivue.js", "echarts/echarts.js"] {
      let url = URL(fileURLWithPath: scratch.path).appendingPathComponent(name)
      try? FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try? Data(repeating: UInt8(ascii: "/"), count: 120_000).write(to: url)
    }
    return ReportAssets(directories: [scratch.path])
  }()
}
