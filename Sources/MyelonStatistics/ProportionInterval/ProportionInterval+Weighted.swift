extension ProportionInterval {
  /// Wilson's score interval for the weighted share of members that something is true of.
  ///
  /// The sample size in Wilson's formula is the effective one of Korn & Graubard 1998, "Confidence intervals for
  /// proportions with small expected number of positive counts estimated from survey data", Survey Methodology 24:193:
  /// the size at which simple sampling knows the share as well as the weighted sample does, n = p (1 - p) / v with
  /// v = Σ w² (h - p)², h being 1 for a hit and 0 else. It is cut at Kish's size 1 / Σ w², because a share that rests on
  /// few hits of small weight would otherwise look better known than any share of that sample can be; where nobody or
  /// everybody is hit, Kish's size it is. Weights all alike give Wilson's interval for counts.
  ///
  /// - Parameters:
  ///   - hits: whether it is true, one a member.
  ///   - weights: weights of the members; nil means all alike.
  ///   - confidence: coverage, in (0, 1).
  /// - Returns: the share with standard error and interval.
  /// - Throws: `StatisticsError`.
  public static func weighted(_ hits: [Bool], weights: [Double]? = nil, confidence: Double = 0.95)
    throws(StatisticsError) -> Estimate
  {
    guard !hits.isEmpty else { throw .tooFew(what: "members", required: 1, found: 0) }
    try StatisticsError.requireProbability(confidence, "A confidence")
    let shares = try WeightedSample.normalised(weights, count: hits.count)
    var sums = (hit: 0.0, missed: 0.0)
    var squares = (hit: 0.0, missed: 0.0)
    for (isHit, share) in zip(hits, shares) {
      if isHit {
        sums.hit += share
        squares.hit += share * share
      } else {
        sums.missed += share
        squares.missed += share * share
      }
    }
    let kish = 1 / (squares.hit + squares.missed)
    // From the smaller part, and 0 or 1 to the bit where there is but one.
    let p = sums.missed == 0 ? 1 : sums.hit < 0.5 ? sums.hit : 1 - sums.missed
    guard p > 0, p < 1 else { return wilson(share: p, size: kish, confidence: confidence) }
    let variance = squares.hit * (1 - p) * (1 - p) + squares.missed * p * p
    return wilson(share: p, size: min(kish, p * (1 - p) / variance), confidence: confidence)
  }
}
