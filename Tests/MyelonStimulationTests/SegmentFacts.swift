import Foundation

/// Rows of ../shared/facts/segments.csv, or nil where the folder is absent.
enum SegmentFacts {
  static let rows: [[String]]? = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
        "shared/facts/segments.csv")
    guard let text = try? String(contentsOf: path, encoding: .utf8) else { return nil }
    return text.split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: ",").map(String.init) }
  }()
}
