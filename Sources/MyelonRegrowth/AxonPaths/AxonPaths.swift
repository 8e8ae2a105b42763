/// The ways that axons have taken: waypoints in chunks of eight, each chunk joined to the one before it.
///
/// An axon's path is a chunk and a number of waypoints; reading goes back from there. Waypoints are never overwritten,
/// so that a branch can keep reading its parent's path up to where it left it, whatever becomes of the parent.
struct AxonPaths {
  /// Waypoints of a chunk.
  static let chunkLength = 8

  /// Waypoints, mm from the window's corner.
  private(set) var points: [SIMD3<Float>] = []
  /// Chunk before each chunk of the same path, -1 for the first.
  private(set) var previous: [Int32] = []

  /// No paths.
  init() {}

  /// Paths as a checkpoint keeps them.
  init(points: [SIMD3<Float>], previous: [Int32]) {
    self.points = points
    self.previous = previous
  }

  /// Adds a waypoint to the path that ends in `chunk` with `count` waypoints; a path that was taken back never grows.
  ///
  /// - Parameters:
  ///   - point: the waypoint, mm from the window's corner.
  ///   - chunk: last chunk of the path, -1 for a new one.
  ///   - count: waypoints of the path so far.
  /// - Returns: the new last chunk.
  mutating func append(_ point: SIMD3<Float>, chunk: Int32, count: Int32) -> Int32 {
    let place = Int(count) % Self.chunkLength
    var last = chunk
    if place == 0 {
      last = Int32(previous.count)
      previous.append(chunk)
      points.append(contentsOf: repeatElement(.zero, count: Self.chunkLength))
    }
    points[Int(last) * Self.chunkLength + place] = point
    return last
  }

  /// The waypoints of a path from its start.
  ///
  /// - Parameters:
  ///   - chunk: its last chunk.
  ///   - count: its waypoints.
  /// - Returns: as many points, mm from the window's corner.
  func path(chunk: Int32, count: Int32) -> [SIMD3<Float>] {
    var result = [SIMD3<Float>](repeating: .zero, count: Int(count))
    var current = Int(chunk)
    var index = Int(count) - 1
    while index >= 0 {
      result[index] = points[current * Self.chunkLength + index % Self.chunkLength]
      if index % Self.chunkLength == 0 { current = Int(previous[current]) }
      index -= 1
    }
    return result
  }

  /// Bytes of memory.
  var memoryByteCount: Int { points.count * 16 + previous.count * 4 }
}
