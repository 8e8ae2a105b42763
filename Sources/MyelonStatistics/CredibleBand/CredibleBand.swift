/// Bands that hold given shares of many curves.
public struct CredibleBand: Sendable, Hashable, Codable {
  /// Median at each place.
  public let median: [Double]
  /// Lower edge at each place.
  public let low: [Double]
  /// Upper edge at each place.
  public let high: [Double]
  /// Share of the curves inside: at each place for a pointwise band, at all places at once for a simultaneous one.
  public let probability: Double

  /// The band of equal tails at each place.
  ///
  /// - Parameters:
  ///   - curves: one curve a member, all of one length.
  ///   - weights: weights of the members; nil means all alike.
  ///   - probability: share inside at each place, in (0, 1).
  /// - Returns: the band.
  /// - Throws: `StatisticsError`.
  public static func pointwise(_ curves: [[Double]], weights: [Double]? = nil, probability: Double = 0.9)
    throws(StatisticsError) -> CredibleBand
  {
    try StatisticsError.requireProbability(probability, "A probability")
    let columns = try columns(of: curves)
    var samples: [WeightedSample] = []
    for column in columns { try samples.append(WeightedSample(column, weights: weights)) }
    return CredibleBand(
      median: samples.map { $0.quantile(0.5) }, low: samples.map { $0.quantile((1 - probability) / 2) },
      high: samples.map { $0.quantile((1 + probability) / 2) }, probability: probability)
  }

  /// A band that holds a share of whole curves.
  ///
  /// Besag, Green, Higdon & Mengersen 1995, "Bayesian computation and stochastic systems", Stat. Sci. 10:3, section 6.3:
  /// the curves are ranked at each place, a curve's worst rank says how far out it goes, and the band spans the order
  /// statistics that the wanted share of curves does not leave.
  ///
  /// - Parameters:
  ///   - curves: one curve a member, all of one length and weight.
  ///   - probability: share of the curves inside everywhere, in (0, 1).
  /// - Returns: the band; at least that share of the given curves stays inside.
  /// - Throws: `StatisticsError`.
  public static func simultaneous(_ curves: [[Double]], probability: Double = 0.9) throws(StatisticsError)
    -> CredibleBand
  {
    try StatisticsError.requireProbability(probability, "A probability")
    let columns = try columns(of: curves)
    let count = curves.count
    var worst = [Int](repeating: 0, count: count)
    var sorted: [[Double]] = []
    for column in columns {
      let order = column.indices.sorted { column[$0] < column[$1] }
      sorted.append(order.map { column[$0] })
      // Members of equal value share the most central of their ranks, so that ties push nobody out.
      var start = 0
      while start < count {
        var end = start
        while end + 1 < count, column[order[end + 1]] == column[order[start]] { end += 1 }
        for place in start...end {
          worst[order[place]] = max(worst[order[place]], max(start + 1, count - end))
        }
        start = end + 1
      }
    }
    // A rank r from below and one from above is n + 1 - r; the larger of the two counts.
    let needed = Int((probability * Double(count)).rounded(.up))
    let rank = max(worst.sorted()[needed - 1], (count + 2) / 2)
    return CredibleBand(
      median: sorted.map { Bootstrap.quantile($0, 0.5) }, low: sorted.map { $0[count - rank] },
      high: sorted.map { $0[rank - 1] }, probability: probability)
  }

  private static func columns(of curves: [[Double]]) throws(StatisticsError) -> [[Double]] {
    guard let length = curves.first?.count, length > 0 else {
      throw .tooFew(what: "curves of at least one place", required: 1, found: 0)
    }
    for curve in curves {
      try StatisticsError.requireLength(curve.count, length, "places of each curve")
      try StatisticsError.requireFinite(curve, "Curves")
    }
    return (0..<length).map { place in curves.map { $0[place] } }
  }
}
