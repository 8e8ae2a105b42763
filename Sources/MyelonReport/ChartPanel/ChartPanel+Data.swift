import Foundation

extension ChartPanel {
  /// What the script draws an interactive chart from; keys are read by `chartScript`.
  private struct Payload: Encodable {
    struct Line: Encodable {
      let arm: Int
      let name: String
      let dash: [Int]
      let dots: Bool
      let points: [[Double?]]
    }
    struct Window: Encodable {
      let from: Double
      let to: Double
      let low: Double?
      let high: Double?
      let letter: String
    }
    struct Mark: Encodable {
      let arm: Int
      let day: Double
      let mean: Double
      let spread: Double?
    }
    let id: String
    let title: String
    let unit: String
    let low: Double
    let high: Double
    let step: Double
    let lines: [Line]
    let windows: [Window]
    let marks: [Mark]
  }

  /// The panel as a value that encodes to JSON.
  ///
  /// - Parameter names: names of the arms, not escaped.
  /// - Returns: the value; its keys are read by the script.
  func payload(names: [String]) -> any Encodable {
    let ticks = valueTicks
    return Payload(
      id: id, title: title, unit: unit, low: ticks.first ?? 0, high: ticks.last ?? 1,
      step: ticks.count > 1 ? ticks[1] - ticks[0] : 1,
      lines: lines.map { line in
        Payload.Line(
          arm: line.arm, name: line.label.map(Markup.visible) ?? names[line.arm],
          dash: ReportContext.dashes(line.arm), dots: line.marksPoints,
          points: line.points.map { [Self.rounded($0.day), Self.rounded($0.value)] })
      },
      windows: windows.enumerated().map {
        Payload.Window(
          from: $1.days.lowerBound, to: $1.days.upperBound, low: $1.values?.lowerBound,
          high: $1.values?.upperBound, letter: Self.letter($0))
      },
      marks: marks.map { Payload.Mark(arm: $0.arm, day: $0.day, mean: $0.mean, spread: $0.spread) })
  }

  /// Five significant digits, nil when not finite: enough for a chart, and JSON holds no NaN.
  private static func rounded(_ value: Double) -> Double? {
    guard value.isFinite else { return nil }
    guard value != 0 else { return 0 }
    let power = pow(10, 4 - floor(log10(abs(value))))
    return power.isFinite && power > 0 ? (value * power).rounded() / power : value
  }
}
