/// Samples cord and lesion on a lattice across the cord.
struct SectionSampler {
  private let cordMask: MaskVolume
  private let lesionMask: MaskVolume?
  /// The cord's values in the section sampled last.
  private(set) var cord: SectionField
  /// The lesion's values there, nowhere above the cord's.
  private(set) var lesion: SectionField
  /// Plane sampled last.
  private(set) var axes: SectionAxes?
  private var line: [Float]

  /// Nodes across a diameter of the cord.
  ///
  /// Assumed because a voxel of 1 mm is then five nodes wide in a human cord, and halving the pitch changes no
  /// measure of the test cords by more than a hundredth of a voxel.
  static let nodesPerDiameter = 48.0
  /// Most nodes along one side of a lattice.
  static let largestSide = 401

  /// Makes a sampler.
  ///
  /// - Parameters:
  ///   - cord: the cord's mask.
  ///   - lesion: the lesion's mask; without it the lesion is nowhere.
  ///   - reach: farthest that the cord goes from its centreline to the side and to the front or back, mm.
  ///   - diameter: equivalent diameter of the cord, mm.
  init(cord: MaskVolume, lesion: MaskVolume?, reach: SIMD2<Double>, diameter: Double) {
    cordMask = cord
    lesionMask = lesion
    let finest = 2 * reach.max() / Double(Self.largestSide - 3)
    let pitch = max(diameter / Self.nodesPerDiameter, finest)
    // An odd number of nodes about the centreline, one beyond the reach on either side.
    let half = SIMD2(Int((reach.x / pitch).rounded(.up)) + 1, Int((reach.y / pitch).rounded(.up)) + 1)
    let field = SectionField(
      columns: 2 * half.x + 1, rows: 2 * half.y + 1, origin: -pitch * SIMD2<Double>(half),
      step: SIMD2(repeating: pitch),
      values: [Float](repeating: 0, count: (2 * half.x + 1) * (2 * half.y + 1)))
    self.cord = field
    self.lesion = field
    line = [Float](repeating: 0, count: 4 * max(field.columns, field.rows))
  }

  /// From node to node, mm.
  var pitch: Double { cord.step.x }

  /// Samples the plane.
  mutating func sample(_ axes: SectionAxes) {
    self.axes = axes
    Self.fill(&cord, with: cordMask, axes)
    guard let lesionMask else { return }
    Self.fill(&lesion, with: lesionMask, axes)
    cord.values.withUnsafeBufferPointer { limit in
      lesion.values.withUnsafeMutableBufferPointer { values in
        for index in 0..<values.count where values[index] > limit[index] { values[index] = limit[index] }
      }
    }
  }

  private static func fill(_ field: inout SectionField, with mask: MaskVolume, _ axes: SectionAxes) {
    let columns = field.columns
    let (origin, step) = (field.origin, field.step)
    field.values.withUnsafeMutableBufferPointer { values in
      for row in 0..<(values.count / columns) {
        let start = axes.point(left: origin.x, dorsal: origin.y + Double(row) * step.y)
        let line = UnsafeMutableBufferPointer(rebasing: values[(row * columns)..<((row + 1) * columns)])
        mask.sample(from: start, step: step.x * axes.left, into: line)
      }
    }
  }

  /// Where the cord, and the lesion in it, lie on a line of the plane sampled last.
  ///
  /// - Parameters:
  ///   - isDorsal: a line towards the back, or one to the left.
  ///   - offset: where it crosses the other axis, mm.
  /// - Returns: first and last point, mm, nil where there is none; and the lesion's highest value.
  mutating func extents(
    isDorsal: Bool, offset: Double
  ) -> (cord: ClosedRange<Double>?, lesion: ClosedRange<Double>?, peak: Float) {
    guard let axes else { return (nil, nil, 0) }
    let count = 4 * (isDorsal ? cord.rows : cord.columns) - 3
    let first = isDorsal ? cord.origin.y : cord.origin.x
    let step = pitch / 4
    let start = isDorsal ? axes.point(left: offset, dorsal: first) : axes.point(left: first, dorsal: offset)
    let direction = step * (isDorsal ? axes.dorsal : axes.left)
    return line.withUnsafeMutableBufferPointer { buffer in
      let line = UnsafeMutableBufferPointer(rebasing: buffer[..<count])
      func extent(_ mask: MaskVolume) -> ClosedRange<Double>? {
        mask.sample(from: start, step: direction, into: line)
        return SectionField.extent(of: UnsafeBufferPointer(line), start: first, step: step)
      }
      guard let cord = extent(cordMask) else { return (nil, nil, 0) }
      guard let lesionMask else { return (cord, nil, 0) }
      let lesion = extent(lesionMask)
      let peak = line.max() ?? 0
      guard let lesion, lesion.overlaps(cord) else { return (cord, nil, min(peak, 0.499)) }
      return (cord, lesion.clamped(to: cord), peak)
    }
  }
}
