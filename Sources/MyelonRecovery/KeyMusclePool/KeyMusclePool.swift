/// Where the motoneurons of a key muscle lie.
///
/// Segments are the typical innervation of the muscle (facts as in the ISNCSCI worksheet's key muscles and
/// standard neurology); the weights are assumed: about half or more for the segment the muscle is a key for,
/// the rest shared by the neighbours.
struct KeyMusclePool: Sendable {
  /// Segment names with the share of the pool in each; shares sum to one.
  let segments: [(name: String, share: Double)]

  /// The ten key muscles of one side, C5 to T1 and L2 to S1, in worksheet order.
  static let all: [KeyMusclePool] = [
    KeyMusclePool(segments: [("C5", 0.6), ("C6", 0.4)]),
    KeyMusclePool(segments: [("C6", 0.6), ("C7", 0.4)]),
    KeyMusclePool(segments: [("C6", 0.2), ("C7", 0.5), ("C8", 0.3)]),
    KeyMusclePool(segments: [("C7", 0.2), ("C8", 0.5), ("T1", 0.3)]),
    KeyMusclePool(segments: [("C8", 0.4), ("T1", 0.6)]),
    KeyMusclePool(segments: [("L1", 0.2), ("L2", 0.5), ("L3", 0.3)]),
    KeyMusclePool(segments: [("L2", 0.2), ("L3", 0.5), ("L4", 0.3)]),
    KeyMusclePool(segments: [("L4", 0.6), ("L5", 0.4)]),
    KeyMusclePool(segments: [("L5", 0.6), ("S1", 0.4)]),
    KeyMusclePool(segments: [("S1", 0.6), ("S2", 0.4)]),
  ]
}
