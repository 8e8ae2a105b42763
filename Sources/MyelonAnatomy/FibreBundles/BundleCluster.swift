/// The samples that make one bundle, reduced to their middle.
struct BundleCluster {
  let tract: Tract
  /// The sample nearest to the mean position.
  let centre: BundleSample
  /// Area of the cluster.
  let weight: Float
  /// Area of the cluster over that of its tract.
  let share: Float

  /// Divides the samples of a tract into bundles of about `pitch * pitch` mm2, at least one.
  ///
  /// Samples fall into square cells; the fullest cells, as many as the area asks for, become bundles, and each
  /// sample joins the nearest.
  static func clusters(of samples: [BundleSample], tract: Tract, pitch: Float) -> [BundleCluster] {
    guard !samples.isEmpty else { return [] }
    let cells = BundleCells(samples, pitch: pitch)
    var members = [[BundleSample]](repeating: [], count: cells.centres.count)
    for sample in samples { members[cells.nearest(to: sample)].append(sample) }
    let total = samples.reduce(Float(0)) { $0 + $1.weight }
    return members.filter { !$0.isEmpty }.map { group in
      let weight = group.reduce(Float(0)) { $0 + $1.weight }
      return BundleCluster(tract: tract, centre: middle(of: group), weight: weight, share: weight / total)
    }
  }

  private static func middle(of samples: [BundleSample]) -> BundleSample {
    let count = Float(samples.count)
    let x = samples.reduce(Float(0)) { $0 + $1.lateral } / count
    let y = samples.reduce(Float(0)) { $0 + $1.dorsal } / count
    func distance(_ sample: BundleSample) -> Float {
      (sample.lateral - x) * (sample.lateral - x) + (sample.dorsal - y) * (sample.dorsal - y)
    }
    return samples.min { distance($0) < distance($1) } ?? samples[0]
  }
}
