/// Values at the nodes of a lattice in one section; columns run to the left, rows to the back.
struct SectionField: Sendable {
  let columns: Int
  let rows: Int
  /// Place of the first node, mm.
  let origin: SIMD2<Double>
  /// From node to node, mm.
  let step: SIMD2<Double>
  /// Row by row.
  var values: [Float]

  /// Value from which a point is inside.
  static let threshold = MaskVolume.threshold

  /// Bilinear value, 0 beyond the lattice.
  func value(at point: SIMD2<Double>) -> Float {
    let index = (point - origin) / step
    let lower = index.rounded(.down)
    guard lower.x >= 0, lower.y >= 0, lower.x < Double(columns - 1), lower.y < Double(rows - 1) else {
      return 0
    }
    let part = SIMD2<Float>(index - lower)
    let base = Int(lower.y) * columns + Int(lower.x)
    let low = values[base] + (values[base + 1] - values[base]) * part.x
    let high = values[base + columns] + (values[base + columns + 1] - values[base + columns]) * part.x
    return low + (high - low) * part.y
  }

  /// Calls `body` with the row and the two ends, mm, of every stretch inside, found by linear interpolation.
  func forEachStretch(_ body: (_ row: Int, _ low: Double, _ high: Double) -> Void) {
    values.withUnsafeBufferPointer { values in
      for row in 0..<rows {
        let line = UnsafeBufferPointer(rebasing: values[(row * columns)..<((row + 1) * columns)])
        Self.forEachStretch(of: line, start: origin.x, step: step.x) { body(row, $0, $1) }
      }
    }
  }

  /// Calls `body` with the two ends of every stretch of a line at which it is at least the threshold.
  static func forEachStretch(
    of line: UnsafeBufferPointer<Float>, start: Double, step: Double, _ body: (Double, Double) -> Void
  ) {
    var low: Double?
    for index in 0..<line.count {
      let isInside = line[index] >= threshold
      let place = start + Double(index) * step
      if isInside, low == nil {
        low = index == 0 ? place : place - step * fraction(line[index], line[index - 1])
      } else if !isInside, let beginning = low {
        body(beginning, place - step * (1 - fraction(line[index - 1], line[index])))
        low = nil
      }
    }
    if let beginning = low { body(beginning, start + Double(line.count - 1) * step) }
  }

  /// How far from an inside value the threshold lies on the way to an outside one, 0 to 1.
  @inline(__always) static func fraction(_ inside: Float, _ outside: Float) -> Double {
    Double((inside - threshold) / (inside - outside))
  }

  /// First and last point of a line inside, over all its stretches; nil if it has none.
  static func extent(
    of line: UnsafeBufferPointer<Float>, start: Double, step: Double
  ) -> ClosedRange<Double>? {
    var first: Double?
    var last = 0.0
    forEachStretch(of: line, start: start, step: step) { low, high in
      if first == nil { first = low }
      last = high
    }
    return first.map { $0...max($0, last) }
  }
}
