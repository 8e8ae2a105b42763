import Foundation

/// Wall time of the stages of a run.
struct StageTimings {
  /// Seconds by stage.
  private(set) var seconds: [String: Double] = [:]

  /// Runs a stage and notes its wall time.
  mutating func time<Result>(_ stage: String, _ body: () throws -> Result) rethrows -> Result {
    let start = Date()
    defer { seconds[stage, default: 0] += Date().timeIntervalSince(start) }
    return try body()
  }
}
