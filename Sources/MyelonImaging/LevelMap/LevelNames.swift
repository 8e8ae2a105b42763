import MyelonAnatomy

/// What a label of a kind names, and where that lies in the reference cord, mm.
struct LevelNames {
  let kind: LevelKind
  let anatomy: CordAnatomy

  /// The tip of the conus among disc labels.
  private static let conus = 60

  func isKnown(_ label: Int) -> Bool {
    switch kind {
    case .vertebrae: (1...VertebralLevels.borders.count).contains(label) || label == Self.conus
    case .segments: (1...anatomy.segments.count).contains(label)
    }
  }

  func name(_ label: Int) -> String {
    kind == .vertebrae ? VertebralLevels.name(label) : anatomy.segments[label - 1].name
  }

  /// Caudal end of a level.
  func caudalEnd(of label: Int) -> Double {
    switch kind {
    case .vertebrae: VertebralLevels.borders[min(label, VertebralLevels.borders.count - 1)]
    case .segments: anatomy.segments[label - 1].caudal
    }
  }

  /// Middle of a level.
  func middle(of label: Int) -> Double {
    switch kind {
    case .vertebrae:
      0.5 * (VertebralLevels.borders[min(label, VertebralLevels.borders.count) - 1] + caudalEnd(of: label))
    case .segments: anatomy.segments[label - 1].middle
    }
  }

  /// Place of a single label: the disc above a vertebra, or the middle of a segment.
  func point(_ label: Int) -> Double? {
    switch kind {
    case .vertebrae: label == Self.conus ? anatomy.length : VertebralLevels.borders[label - 1]
    case .segments: anatomy.segments[label - 1].middle
    }
  }

  func pointName(_ label: Int) -> String {
    switch kind {
    case .vertebrae:
      label == Self.conus
        ? "conus"
        : label == 1 ? "top of C1" : "disc \(VertebralLevels.name(label - 1))/\(VertebralLevels.name(label))"
    case .segments: "middle of \(anatomy.segments[label - 1].name)"
    }
  }
}
