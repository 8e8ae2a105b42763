import MyelonAnatomy

extension LevelMap {
  /// Reads anchors from labels.
  ///
  /// Labels that fill the cord (at least half of the centreline between the first and the last of them) are levels,
  /// and the anchors are the borders between neighbours, where the label of the voxel under the centreline changes.
  /// Others are points, and the anchors are the points of the centreline nearest to them.
  ///
  /// - Parameters:
  ///   - labels: the labels.
  ///   - line: the cord's centreline.
  ///   - anatomy: the reference cord.
  /// - Returns: the map, and the labels that name nothing.
  /// - Throws: `ImagingError` when no label can be used or they contradict each other.
  static func reading(
    _ labels: LevelLabels, along line: CordCentreline, anatomy: CordAnatomy
  ) throws(ImagingError) -> (map: LevelMap, ignored: [Int], isOneLevel: Bool) {
    let names = LevelNames(kind: labels.kind, anatomy: anatomy)
    guard labels.kind == .segments || anatomy.species == .human else { throw .vertebraeOfAnimal }
    let found = labels.centres.keys.sorted()
    let known = found.filter { names.isKnown($0) }
    guard !known.isEmpty else { throw .unknownLabels(found: found, kind: labels.kind) }
    let ignored = found.filter { !names.isKnown($0) }
    let runs = runs(of: labels, along: line).filter { names.isKnown($0.label) }
    if let first = runs.first, let last = runs.last {
      let covered = runs.reduce(0) { $0 + $1.end - $1.start }
      if covered >= 0.5 * (last.end - first.start), covered > 3 * sampleStep(line) {
        let anchors = try borders(runs, names)
        return (try LevelMap(anchors: anchors), ignored, runs.count == 1)
      }
    }
    let anchors = try points(labels, known, along: line, names)
    return (try LevelMap(anchors: anchors), ignored, anchors.count == 1)
  }

  private typealias Run = (label: Int, start: Double, end: Double)

  private static func sampleStep(_ line: CordCentreline) -> Double { line.step / 8 }

  /// Stretches of the centreline with one label, without those without any.
  private static func runs(of labels: LevelLabels, along line: CordCentreline) -> [Run] {
    let step = sampleStep(line)
    var runs: [Run] = []
    var previous = 0
    for index in 0...Int(line.length / step) {
      let s = Double(index) * step
      let label = labels.label(at: line.point(at: s))
      if label != 0 {
        if label == previous {
          runs[runs.count - 1].end = s + 0.5 * step
        } else {
          runs.append((label, s - 0.5 * step, s + 0.5 * step))
        }
      }
      previous = label
    }
    return runs
  }

  /// Anchors where one level ends and the next begins.
  private static func borders(_ runs: [Run], _ names: LevelNames) throws(ImagingError) -> [Anchor] {
    for (one, next) in zip(runs, runs.dropFirst()) where next.label < one.label {
      throw .labelsOutOfOrder(
        first: one.label, firstPosition: 0.5 * (one.start + one.end), second: next.label,
        secondPosition: 0.5 * (next.start + next.end))
    }
    var anchors: [Anchor] = []
    for (one, next) in zip(runs, runs.dropFirst()) where next.label == one.label + 1 {
      let name = "\(names.name(one.label))|\(names.name(next.label))"
      anchors.append(
        Anchor(name: name, arc: 0.5 * (one.end + next.start), z: names.caudalEnd(of: one.label)))
    }
    if anchors.isEmpty, let run = runs.first {
      anchors.append(
        Anchor(
          name: "middle of \(names.name(run.label))", arc: 0.5 * (run.start + run.end),
          z: names.middle(of: run.label)))
    }
    return anchors
  }

  /// Farthest that a label may lie from the cord, mm.
  ///
  /// Assumed because the posterior tip of a disc lies within 15 mm of the cord's middle in adults, and the middle
  /// of a disc within 30 mm.
  static let largestDistance = 40.0

  /// Anchors at the points of the centreline nearest to single labels.
  private static func points(
    _ labels: LevelLabels, _ known: [Int], along line: CordCentreline, _ names: LevelNames
  ) throws(ImagingError) -> [Anchor] {
    var anchors: [(label: Int, anchor: Anchor)] = []
    var nearestDistance = Double.infinity
    for label in known {
      guard let centre = labels.centres[label], let z = names.point(label) else { continue }
      let found = line.nearest(to: centre)
      nearestDistance = min(nearestDistance, found.distance)
      guard found.distance <= largestDistance, !found.isBeyondEnd else { continue }
      anchors.append((label, Anchor(name: names.pointName(label), arc: found.s, z: z)))
    }
    guard !anchors.isEmpty else {
      throw .labelsAwayFromCord(distance: nearestDistance, largest: largestDistance)
    }
    anchors.sort { $0.anchor.z < $1.anchor.z }
    for (one, next) in zip(anchors, anchors.dropFirst()) where next.anchor.arc <= one.anchor.arc {
      throw .labelsOutOfOrder(
        first: one.label, firstPosition: one.anchor.arc, second: next.label, secondPosition: next.anchor.arc)
    }
    return anchors.map(\.anchor)
  }

  /// Anchors by the template's world coordinates, at ten points of the line.
  static func template(_ line: CordCentreline, anatomy: CordAnatomy) throws(ImagingError) -> LevelMap {
    let world = VertebralLevels.templateTop - anatomy.length...VertebralLevels.templateTop
    let ends = [line.points[0].z, line.points[line.points.count - 1].z]
    let found = min(ends[0], ends[1])...max(ends[0], ends[1])
    // The template's cord goes on into the brainstem, 3 mm above the rostral end of C1 and more.
    guard anatomy.species == .human, found.lowerBound > world.lowerBound - 10, found.upperBound < 0 else {
      throw .notInTemplate(found: found, template: world)
    }
    let anchors = (0...9).map { index in
      let s = line.length * Double(index) / 9
      return Anchor(name: "PAM50", arc: s, z: VertebralLevels.templateTop - line.point(at: s).z)
    }
    return try LevelMap(anchors: anchors)
  }
}
