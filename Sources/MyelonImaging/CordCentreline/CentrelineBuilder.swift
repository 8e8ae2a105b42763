import Foundation

/// Finds the centreline of a cord's mask.
///
/// 1. The file axis along which the cord runs: the one nearest to the long axis of its voxels.
/// 2. Centroids of the voxels of each plane across that axis, smoothed robustly over one diameter.
/// 3. Twice: centroids of the sections across the line found, smoothed likewise. Planes of the file cut a tilted
///    cord obliquely and its ends in part; sections across the cord do not.
struct CentrelineBuilder {
  let cord: MaskVolume
  /// Diameter of the circle of the cord's mean area, mm.
  private(set) var diameter = 0.0
  /// Farthest that the cord goes from its centreline to the side and to the front or back, mm.
  private(set) var reach = SIMD2<Double>.zero

  /// Largest angle between cord and head-foot axis, degrees: beyond it left and back lose their meaning.
  static let largestAngle = 75.0
  /// Points a smoothing length.
  private static let pointsPerDiameter = 10.0
  /// About the most points of a line, ten times those of a human cord, so that a thread of a mask ends in time.
  private static let mostPoints = 5000.0

  init(_ cord: MaskVolume) {
    self.cord = cord
  }

  /// Finds the line.
  ///
  /// - Throws: `ImagingError` when the cord is too short or runs across the body.
  mutating func build() throws(ImagingError) -> CordCentreline {
    let direction = try longAxis()
    let planes = self.planes(along: direction)
    let extent = planes.spacing * Double(planes.centroids.count)
    diameter = (4 * cord.volume / max(extent, 1e-9) / .pi).squareRoot()
    guard planes.centroids.count >= 4, extent > diameter else {
      throw .cordTooShort(length: extent, diameter: diameter, slices: planes.centroids.count)
    }
    var line = try firstLine(planes)
    // Planes cut a tilted cord obliquely, so its length is that of the line.
    diameter = (4 * cord.volume / line.length / .pi).squareRoot()
    reach = reach(about: line)
    for _ in 0..<2 { line = try refined(line) }
    diameter = (4 * cord.volume / line.length / .pi).squareRoot()
    return line
  }

  /// Unit vector along the cord, towards the feet.
  private func longAxis() throws(ImagingError) -> SIMD3<Double> {
    var count = 0.0
    var mean = SIMD3<Double>.zero
    var squares = [SIMD3<Double>](repeating: .zero, count: 3)
    forEachVoxel { _, place in
      count += 1
      let change = place - mean
      mean += change / count
      let rest = place - mean
      for axis in 0..<3 { squares[axis] += change[axis] * rest }
    }
    // Power iteration: the cord is much longer than wide, so it converges at once; 100 rounds are plenty.
    var axis = SIMD3(0.1, 0.1, -1)
    for _ in 0..<100 {
      let next = SIMD3((squares[0] * axis).sum(), (squares[1] * axis).sum(), (squares[2] * axis).sum())
      guard next.length > 0 else { break }
      axis = next / next.length
    }
    if axis.z > 0 { axis = -axis }
    // Variance along the axis and across it. A mask that is no longer than wide has no long axis; taken as upright,
    // it is found too short.
    let along = SIMD3((squares[0] * axis).sum(), (squares[1] * axis).sum(), (squares[2] * axis).sum()).length
    let across = squares[0].x + squares[1].y + squares[2].z - along
    guard along > 2 * across else { return SIMD3(0, 0, -1) }
    let angle = acos(min(1, -axis.z / max(axis.length, 1e-12))) * 180 / .pi
    guard angle <= Self.largestAngle else { throw .cordAcross(angle: angle, largest: Self.largestAngle) }
    return axis
  }

  private func forEachVoxel(_ body: (SIMD3<Int>, SIMD3<Double>) -> Void) {
    for z in 0..<cord.size.z {
      for y in 0..<cord.size.y {
        for x in 0..<cord.size.x where cord.contains(SIMD3(x, y, z)) {
          let index = SIMD3(x, y, z)
          body(index, cord.affine.apply(SIMD3<Double>(index)))
        }
      }
    }
  }

  private typealias Planes = (centroids: [SIMD3<Double>], counts: [Double], spacing: Double)

  /// Centroid and number of voxels of each plane across the file axis nearest to a direction, rostral first.
  private func planes(along direction: SIMD3<Double>) -> Planes {
    // Rows of the inverse are the planes' normals.
    let normals = cord.inverse.rows
    let cosines = normals.map { ($0 * direction).sum() / $0.length }
    let axis = (0..<3).max { abs(cosines[$0]) < abs(cosines[$1]) } ?? 2
    var sums = [SIMD3<Double>](repeating: .zero, count: cord.size[axis])
    var counts = [Double](repeating: 0, count: cord.size[axis])
    forEachVoxel { index, place in
      sums[index[axis]] += place
      counts[index[axis]] += 1
    }
    let filled = counts.indices.filter { counts[$0] > 0 }
    let order = cosines[axis] > 0 ? filled : filled.reversed()
    return (order.map { sums[$0] / counts[$0] }, order.map { counts[$0] }, 1 / normals[axis].length)
  }

  /// The line through the planes' centroids; planes much smaller than usual, as at a cut end, do not count.
  private func firstLine(_ planes: Planes) throws(ImagingError) -> CordCentreline {
    let usual = planes.counts.sorted()[planes.counts.count / 2]
    // Thin slices are put together, so that the penalty stays within what doubles can solve.
    let size = max(1, Int(diameter / Self.pointsPerDiameter / planes.spacing))
    var centroids: [SIMD3<Double>] = []
    var weights: [Double] = []
    for first in stride(from: 0, to: planes.centroids.count, by: size) {
      let group = first..<min(first + size, planes.centroids.count)
      let count = group.reduce(0) { $0 + planes.counts[$1] }
      centroids.append(
        group.reduce(SIMD3<Double>.zero) { $0 + planes.counts[$1] * planes.centroids[$1] } / count)
      let share = count / Double(group.count) / usual
      weights.append(share < 0.6 ? 0 : min(1, share))
    }
    guard weights.count(where: { $0 > 0 }) >= 4 else {
      throw .cordTooShort(
        length: planes.spacing * Double(planes.counts.count), diameter: diameter, slices: weights.count)
    }
    let smoother = PenalisedSmoother(penalty: pow(diameter / (planes.spacing * Double(size)), 6))
    let smooth = smoother.smoothRobustly(centroids, weights: weights, floor: 0.25 * cord.voxelSizes.min())
    return curve(through: smooth)
  }

  /// A line through smoothed points.
  private func curve(through points: [SIMD3<Double>]) -> CordCentreline {
    let length = zip(points, points.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length }
    return CordCentreline(
      through: points, spacing: max(diameter / Self.pointsPerDiameter, length / Self.mostPoints))
  }

  /// Farthest distances of the cord's voxels from the line, with room for their corners.
  private func reach(about line: CordCentreline) -> SIMD2<Double> {
    var farthest = SIMD2<Double>.zero
    var nearestPoint = 0
    let planes = line.points.indices.map { line.axes(at: Double($0) * line.step) }
    forEachVoxel { _, place in
      // Voxels come in file order, so the nearest point is close to that of the voxel before.
      while true {
        let here = (line.points[nearestPoint] - place).length
        if nearestPoint > 0, (line.points[nearestPoint - 1] - place).length < here {
          nearestPoint -= 1
        } else if nearestPoint + 1 < planes.count, (line.points[nearestPoint + 1] - place).length < here {
          nearestPoint += 1
        } else {
          break
        }
      }
      let offset = planes[nearestPoint].offset(of: place)
      farthest = pointwiseMax(farthest, SIMD2(abs(offset.x), abs(offset.y)))
    }
    return farthest + cord.voxelSizes.length + 0.25 * diameter
  }

  /// The line through the centroids of the sections across a line, from the first to the last section that is
  /// at least a tenth of the usual one.
  private func refined(_ line: CordCentreline) throws(ImagingError) -> CordCentreline {
    var sampler = SectionSampler(cord: cord, lesion: nil, reach: reach, diameter: diameter)
    // The mask may go on half a slice and the obliquity of its end beyond the last centroid.
    let margin = Int(((cord.voxelSizes.max() + diameter) / line.step).rounded(.up))
    var places: [SIMD3<Double>] = []
    var areas: [Double] = []
    for number in -margin..<(line.points.count + margin) {
      let axes = line.axes(at: Double(number) * line.step)
      sampler.sample(axes)
      let geometry = sampler.cord.geometry()
      areas.append(geometry?.area ?? 0)
      places.append(geometry.map { axes.point(left: $0.centroid.x, dorsal: $0.centroid.y) } ?? axes.origin)
    }
    let filled = areas.filter { $0 > 0 }.sorted()
    guard !filled.isEmpty else { throw .cordTooShort(length: 0, diameter: diameter, slices: 0) }
    let usual = filled[filled.count / 2]
    guard let first = areas.firstIndex(where: { $0 > 0.1 * usual }),
      let last = areas.lastIndex(where: { $0 > 0.1 * usual }), last - first >= 4
    else { throw .cordTooShort(length: line.length, diameter: diameter, slices: filled.count) }
    let weights = areas[first...last].map { $0 < 0.6 * usual ? 0 : min(1, $0 / usual) }
    guard weights.count(where: { $0 > 0 }) >= 4 else {
      throw .cordTooShort(length: line.length, diameter: diameter, slices: weights.count)
    }
    let smoother = PenalisedSmoother(penalty: pow(diameter / line.step, 6))
    let smooth = smoother.smoothRobustly(
      Array(places[first...last]), weights: weights, floor: 0.25 * cord.voxelSizes.min())
    return trimmed(curve(through: smooth))
  }

  /// The line from where it enters the mask to where it leaves it, looked for within a diameter of its ends.
  private func trimmed(_ line: CordCentreline) -> CordCentreline {
    let step = line.step / 8
    let reach = min(diameter, 0.25 * line.length)
    /// Arc length at which the line leaves the mask, going outwards from within.
    func end(from inside: Double, by step: Double) -> Double {
      var s = inside
      var value = cord.value(at: line.point(at: s))
      while abs(s + step - inside) < 2 * reach {
        let next = cord.value(at: line.point(at: s + step))
        if value >= MaskVolume.threshold, next < MaskVolume.threshold {
          return s + step * SectionField.fraction(value, next)
        }
        s += step
        value = next
      }
      return s
    }
    let start = end(from: reach, by: -step)
    let last = end(from: line.length - reach, by: step)
    let count = max(4, Int(((last - start) / line.step).rounded()) + 1)
    let spacing = (last - start) / Double(count - 1)
    return CordCentreline(
      points: (0..<count).map { line.point(at: start + Double($0) * spacing) }, step: spacing)
  }
}
