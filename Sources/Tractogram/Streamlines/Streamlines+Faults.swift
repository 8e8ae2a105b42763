extension Streamlines {
  /// All contradictions that keep the lines from being written; empty when there are none.
  ///
  /// A track file marks the end of a line by a point that is not a number and its own end by an infinite one, so
  /// points must be finite. Lines without points are refused because readers drop them (nibabel does), which would
  /// shift the weights of all later lines.
  public var faults: [TractogramFault] {
    var found: [TractogramFault] = []
    if let line = lengths.firstIndex(where: { $0 < 1 }) {
      found.append(.emptyLine(line: line, points: lengths[line]))
    }
    // A sum of nonsense must neither overflow nor come out right by chance.
    let covered = lengths.reduce(0) { sum, length in
      let (next, isTooLarge) = sum.addingReportingOverflow(max(0, length))
      return isTooLarge ? .max : next
    }
    if covered != points.count {
      found.append(.count(part: "The points of all lines", required: covered, found: points.count))
    }
    if let point = points.firstIndex(where: { !($0.x + $0.y + $0.z).isFinite && !Self.isFinite($0) }) {
      found.append(.notFinite(part: "Points", position: point))
    }
    for (name, values) in weights.sorted(by: { $0.key < $1.key }) {
      if values.count != lengths.count {
        found.append(.count(part: "Weights '\(name)'", required: lengths.count, found: values.count))
      }
      if let position = values.firstIndex(where: { !$0.isFinite }) {
        found.append(.notFinite(part: "Weights '\(name)'", position: position))
      }
    }
    return found
  }

  private static func isFinite(_ point: SIMD3<Float>) -> Bool {
    point.x.isFinite && point.y.isFinite && point.z.isFinite
  }
}
