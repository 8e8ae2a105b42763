/// Gives bundles of ordered tracts the segments that their fibres serve.
///
/// Dorsal columns: legs and lower trunk medial, arms lateral (textbook). Spinothalamic: sacral fibres superficial, cervical
/// ones deep (textbook). Corticospinal: no layers of arm and leg in primates (Levi & Schwab 2022, J Neurosurg Spine 36:653;
/// Lemon & Morecraft 2023, Brain). Other tracts count as unordered, assumed because no layering is established for them.
///
/// At a level only fibres of that and more caudal segments are present in an ascending tract. Segments take
/// equal shares of a tract, assumed because no fibre counts by root were at hand.
struct SomatotopicMap {
  /// Last segment of the cord.
  private let last: Int
  /// Segment of the section.
  private let first: Int
  /// Most caudal segment of the cuneate fasciculus, T6 (textbook).
  private let cuneateEnd: Int

  init(species: Species, segment: Int, names: [String]) {
    last = names.count - 1
    first = segment
    cuneateEnd = names.firstIndex(of: "T6") ?? 0
  }

  /// Normalised target of each bundle, NaN for tracts without order.
  func values(_ bundles: [BundleCluster]) -> [Float] {
    var values = [Float](repeating: .nan, count: bundles.count)
    func assign(_ tracts: [Tract], from rostral: Int, to caudal: Int, by key: (BundleSample) -> Float) {
      let members = bundles.indices.filter { tracts.contains(bundles[$0].tract) }
        .sorted { (key(bundles[$0].centre), $0) < (key(bundles[$1].centre), $1) }
      let total = members.reduce(Float(0)) { $0 + bundles[$1].weight }
      var passed: Float = 0
      for index in members {
        let rank = (passed + 0.5 * bundles[index].weight) / total
        passed += bundles[index].weight
        // Rank 0 is the most caudal fibre; each segment takes an equal part of the ranks.
        let segment = Float(caudal) + 0.5 - rank * Float(caudal - rostral + 1)
        values[index] = min(max(segment / Float(max(1, last)), 0), 1)
      }
    }
    if first <= cuneateEnd {
      assign([.fasciculusGracilis], from: cuneateEnd + 1, to: last) { $0.u }
      assign([.fasciculusCuneatus], from: first, to: cuneateEnd) { $0.u }
    } else {
      assign([.fasciculusGracilis, .fasciculusCuneatus], from: first, to: last) { $0.u }
    }
    assign([.spinothalamic], from: first, to: last) { -$0.radius }
    return values
  }
}
