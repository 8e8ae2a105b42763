/// A monotone curve through anchor points, linear between them and flat beyond.
struct AnchorCurve: Sendable {
  private let anchors: [(x: Double, y: Double)]

  /// Anchors in ascending order of x.
  init(_ anchors: [(Double, Double)]) {
    self.anchors = anchors.map { (x: $0.0, y: $0.1) }
  }

  func value(_ x: Double) -> Double {
    guard let first = anchors.first, let last = anchors.last else { return 0 }
    if x <= first.x { return first.y }
    for (low, high) in zip(anchors, anchors.dropFirst()) where x <= high.x {
      return low.y + (high.y - low.y) * (x - low.x) / (high.x - low.x)
    }
    return last.y
  }
}
