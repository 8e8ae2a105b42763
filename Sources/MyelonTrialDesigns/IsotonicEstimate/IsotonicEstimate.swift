/// Rates of toxicity that do not fall with dose, and the dose whose rate is nearest to a target.
///
/// Each treated dose counts (y + 0.05)/(n + 0.1), the posterior mean for the prior Beta(0.05, 0.05), weighted by the inverse of
/// its posterior variance; neighbours that fall are pooled (Barlow et al. 1972). Selection as in Liu & Yuan 2015,
/// doi:10.1111/rssc.12089, and the R package BOIN: 1e-10 times its number is added to each estimate, so that of equal
/// estimates below the target the highest dose is taken and of equal ones above it the lowest.
struct IsotonicEstimate {
  /// Estimates of the doses that were pooled, in order of dose.
  private(set) var values = SIMD16<Double>()
  /// Dose numbers, from 1, of those estimates.
  private(set) var doses = SIMD16<UInt8>()
  /// Number of estimates.
  private(set) var count = 0

  /// Pools the treated doses.
  ///
  /// - Parameters:
  ///   - tally: counts.
  ///   - limit: number of lowest doses that are looked at.
  init(_ tally: DoseTally, limit: Int) {
    var levels = SIMD16<Double>()
    var weights = SIMD16<Double>()
    var sizes = SIMD16<UInt8>()
    var blocks = 0
    for dose in 0..<limit where tally.treated[dose] > 0 {
      let n = Double(tally.treated[dose])
      let y = Double(tally.toxic[dose])
      let rate = (y + 0.05) / (n + 0.1)
      let variance = (y + 0.05) * (n - y + 0.05) / ((n + 0.1) * (n + 0.1) * (n + 1.1))
      doses[count] = UInt8(dose + 1)
      count += 1
      levels[blocks] = rate
      weights[blocks] = 1 / variance
      sizes[blocks] = 1
      blocks += 1
      while blocks > 1, levels[blocks - 1] < levels[blocks - 2] {
        let weight = weights[blocks - 2] + weights[blocks - 1]
        levels[blocks - 2] =
          (levels[blocks - 2] * weights[blocks - 2] + levels[blocks - 1] * weights[blocks - 1]) / weight
        weights[blocks - 2] = weight
        sizes[blocks - 2] += sizes[blocks - 1]
        blocks -= 1
      }
    }
    var place = 0
    for block in 0..<blocks {
      for _ in 0..<sizes[block] {
        values[place] = levels[block]
        place += 1
      }
    }
  }

  /// The dose whose estimate is nearest to the target.
  ///
  /// - Parameters:
  ///   - target: the target.
  ///   - bound: estimates must be below it.
  /// - Returns: the dose; nil if no estimate is allowed.
  func nearest(to target: Double, below bound: Double = .infinity) -> Int? {
    var best: Int?
    var smallest = Double.infinity
    for index in 0..<count {
      let value = values[index] + Double(index + 1) * 1e-10
      guard value < bound else { break }
      let distance = abs(value - target)
      if distance < smallest {
        smallest = distance
        best = Int(doses[index])
      }
    }
    return best
  }

  /// Estimates of each dose; nil where nobody was pooled.
  ///
  /// - Parameter total: number of doses of the design.
  /// - Returns: one value a dose.
  func perDose(_ total: Int) -> [Double?] {
    var result = [Double?](repeating: nil, count: total)
    for index in 0..<count { result[Int(doses[index]) - 1] = values[index] }
    return result
  }
}
