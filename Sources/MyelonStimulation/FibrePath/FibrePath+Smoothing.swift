import Foundation

extension FibrePath {
  /// The path with its corners rounded: sampled evenly and averaged along its length with a Gaussian weight.
  ///
  /// Corners of a polyline would raise false activating functions. Averaging shortens a path where it turns,
  /// which would sharpen a hairpin again, so it is done in four passes of half the deviation with even
  /// samples in between, as a curve shortens under its own curvature. A right angle ends up turning at most
  /// about `0.83 / deviation` radians a mm. Ends stay where they are: beyond them the path is mirrored
  /// through its end.
  ///
  /// - Parameters:
  ///   - deviation: standard deviation of the weight along the path, mm.
  ///   - step: distance between samples, mm.
  /// - Returns: the smoothed path.
  public func smoothed(deviation: Double, step: Double) -> FibrePath {
    precondition(
      deviation > 0 && step > 0, "A path is smoothed over positive lengths: \(deviation), \(step) mm")
    var path = self
    for _ in 0..<4 { path = path.averaged(deviation: 0.5 * deviation, step: step) }
    return path
  }

  /// One pass of averaging.
  private func averaged(deviation: Double, step: Double) -> FibrePath {
    let count = max(2, Int((length / step).rounded(.up)))
    let spacing = length / Double(count)
    let samples = (0...count).map { point(at: spacing * Double($0)) }
    let reach = max(1, Int((4 * deviation / spacing).rounded(.up)))
    let weights = (0...reach).map {
      Foundation.exp(-0.5 * Foundation.pow(Double($0) * spacing / deviation, 2))
    }
    let total = weights[0] + 2 * weights.dropFirst().reduce(0, +)
    func sample(_ index: Int) -> SIMD3<Double> {
      if index < 0 { return 2 * samples[0] - samples[min(-index, count)] }
      if index > count { return 2 * samples[count] - samples[max(0, 2 * count - index)] }
      return samples[index]
    }
    return FibrePath(
      (0...count).map { index in
        var sum = weights[0] * sample(index)
        for offset in 1...reach { sum += weights[offset] * (sample(index - offset) + sample(index + offset)) }
        return sum / total
      })
  }

  /// Largest turning of the path, radians a mm, between corners at least `span` mm apart.
  public func sharpestTurn(over span: Double) -> Double {
    guard length > 2 * span else { return 0 }
    var sharpest = 0.0
    var distance = span
    while distance <= length - span {
      let before = point(at: distance) - point(at: distance - span)
      let after = point(at: distance + span) - point(at: distance)
      let scale = ((before * before).sum() * (after * after).sum()).squareRoot()
      let cosine = min(1, max(-1, (before * after).sum() / scale))
      sharpest = max(sharpest, Foundation.acos(cosine) / span)
      distance += 0.5 * span
    }
    return sharpest
  }

  /// The part of the path between two distances along it, mm, held inside the path.
  ///
  /// For a threshold only the stretch near the electrode matters; a shorter path makes a smaller cable.
  public func part(from start: Double, to end: Double) -> FibrePath {
    let low = min(max(0, start), length)
    let high = max(min(length, end), low)
    precondition(high > low, "A part of a path needs a length: \(start) to \(end) mm of \(length) mm")
    let inner = zip(points, distances).filter { $0.1 > low && $0.1 < high }.map(\.0)
    return FibrePath([point(at: low)] + inner + [point(at: high)])
  }

  /// The path mirrored to the other side of the body.
  public var mirrored: FibrePath { FibrePath(points.map { SIMD3(-$0.x, $0.y, $0.z) }) }

  /// The path from its end to its beginning.
  public var reversed: FibrePath { FibrePath(points.reversed()) }
}
