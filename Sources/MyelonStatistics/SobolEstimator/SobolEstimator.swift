/// Sums over the points of a Sobol design, each point counted any number of times.
struct SobolEstimator: Sendable {
  let points: Int
  let factors: Int
  let withSecondOrder: Bool
  /// Mean of all outputs, taken off before anything else.
  let centre: Double
  /// Centred outputs, run after run.
  private let outputs: [Double]
  private let width: Int

  init(outputs: ArraySlice<Double>, factors: Int, withSecondOrder: Bool) {
    width = withSecondOrder ? 2 * factors + 2 : factors + 2
    points = outputs.count / width
    self.factors = factors
    self.withSecondOrder = withSecondOrder
    let centre = outputs.reduce(0, +) / Double(outputs.count)
    self.centre = centre
    self.outputs = outputs.map { $0 - centre }
  }

  /// Mean and variance (n in the denominator) of A and B together, of centred outputs.
  func moments(counts: [Int]) -> (mean: Double, variance: Double) {
    var sum = 0.0
    var squares = 0.0
    var units = 0.0
    for point in 0..<points where counts[point] > 0 {
      let weight = Double(counts[point])
      let a = outputs[point &* width]
      let b = outputs[point &* width &+ width &- 1]
      sum += weight * (a + b)
      squares += weight * (a * a + b * b)
      units += 2 * weight
    }
    let mean = sum / units
    return (mean, max(0, squares / units - mean * mean))
  }

  /// First-order indices, total indices and pairs, in this order.
  func values(counts: [Int]) -> [Double] {
    let pairs = withSecondOrder ? factors * (factors - 1) / 2 : 0
    var sums = [Double](repeating: 0, count: 2 * factors + pairs)
    var units = 0.0
    sums.withUnsafeMutableBufferPointer { sums in
      outputs.withUnsafeBufferPointer { y in
        for point in 0..<points where counts[point] > 0 {
          let weight = Double(counts[point])
          units += weight
          add(y, point &* width, weight, to: sums)
        }
      }
    }
    let variance = moments(counts: counts).variance
    // A resample of points whose outputs are all the same tells nothing; so does SALib's.
    guard variance > 0 else { return [Double](repeating: 0, count: sums.count) }
    var values = sums.map { $0 / units / variance }
    var place = 2 * factors
    for i in 0..<factors where withSecondOrder {
      for j in stride(from: i + 1, to: factors, by: 1) {
        values[place] -= values[i] + values[j]
        place += 1
      }
    }
    return values
  }

  private func add(
    _ y: UnsafeBufferPointer<Double>, _ base: Int, _ weight: Double,
    to sums: UnsafeMutableBufferPointer<Double>
  ) {
    let a = y[base]
    let b = y[base &+ width &- 1]
    for i in 0..<factors {
      let mixed = y[base &+ 1 &+ i]
      sums[i] += weight * b * (mixed - a)
      sums[factors &+ i] += weight * 0.5 * (a - mixed) * (a - mixed)
    }
    guard withSecondOrder else { return }
    var place = 2 &* factors
    for i in 0..<factors {
      let swapped = y[base &+ 1 &+ factors &+ i]
      for j in stride(from: i &+ 1, to: factors, by: 1) {
        sums[place] += weight * (swapped * y[base &+ 1 &+ j] - a * b)
        place &+= 1
      }
    }
  }
}
