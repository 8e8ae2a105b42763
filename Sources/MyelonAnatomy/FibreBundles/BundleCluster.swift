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
    let cells = fullestCells(samples, pitch: pitch)
    var members = [[BundleSample]](repeating: [], count: cells.count)
    for sample in samples {
      var nearest = 0
      var least = Float.infinity
      for (index, cell) in cells.enumerated() {
        let across = sample.lateral - cell.x
        let along = sample.dorsal - cell.y
        let distance = across * across + along * along
        if distance < least {
          least = distance
          nearest = index
        }
      }
      members[nearest].append(sample)
    }
    let total = samples.reduce(Float(0)) { $0 + $1.weight }
    return members.filter { !$0.isEmpty }.map { group in
      let weight = group.reduce(Float(0)) { $0 + $1.weight }
      return BundleCluster(tract: tract, centre: middle(of: group), weight: weight, share: weight / total)
    }
  }

  /// Centres of the cells with most area, in a fixed order.
  private static func fullestCells(
    _ samples: [BundleSample], pitch: Float
  ) -> [(x: Float, y: Float)] {
    var cells: [SIMD2<Int32>: (weight: Float, count: Float, x: Float, y: Float)] = [:]
    for sample in samples {
      let key = SIMD2(
        Int32((sample.lateral / pitch).rounded(.down)), Int32((sample.dorsal / pitch).rounded(.down)))
      let cell = cells[key] ?? (0, 0, 0, 0)
      cells[key] = (
        cell.weight + sample.weight, cell.count + 1, cell.x + sample.lateral, cell.y + sample.dorsal
      )
    }
    let fullest = cells.map(\.value.weight).max() ?? 0
    let area = cells.values.reduce(Float(0)) { $0 + $1.weight }
    let wanted = max(1, Int((area / max(fullest, 1e-20)).rounded()))
    let sorted = cells.sorted { first, second in
      if first.value.weight != second.value.weight { return first.value.weight > second.value.weight }
      if first.key.y != second.key.y { return first.key.y < second.key.y }
      return first.key.x < second.key.x
    }
    return sorted.prefix(wanted).map { ($0.value.x / $0.value.count, $0.value.y / $0.value.count) }
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
