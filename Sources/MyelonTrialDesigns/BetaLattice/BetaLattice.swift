/// Pr(X > Y) of beta variables for all whole numbers of events up to a number of people, row by row.
///
/// For each (events of X, others of X) a table over Y is filled when first asked for, by steps of `BetaComparison`; in all about
/// N⁴ / 12 entries for N people.
final class BetaLattice {
  private let people: Int
  private let alpha: Double
  private let beta: Double
  /// Probabilities over (events of Y, others of Y) for one (events of X, others of X).
  private var tables: [[Double]?]

  init(people: Int, alpha: Double, beta: Double) {
    self.people = people
    self.alpha = alpha
    self.beta = beta
    let width = people + 1
    tables = [[Double]?](repeating: nil, count: width * width)
  }

  /// Pr(X > Y) after so many events and others of X and of Y.
  func probability(_ events: Int, _ others: Int, _ otherEvents: Int, _ otherOthers: Int) -> Double {
    let index = events * (people + 1) + others
    let left = people - events - others
    if let table = tables[index] { return table[Self.position(otherEvents, otherOthers, left)] }
    let table = filled(events, others, left)
    tables[index] = table
    return table[Self.position(otherEvents, otherOthers, left)]
  }

  private static func position(_ events: Int, _ others: Int, _ left: Int) -> Int {
    events * (left + 1) + others
  }

  private func filled(_ events: Int, _ others: Int, _ left: Int) -> [Double] {
    var start = BetaComparison(alpha: alpha, beta: beta)
    for _ in 0..<events { start.add(isFirst: true, isEvent: true) }
    for _ in 0..<others { start.add(isFirst: true, isEvent: false) }
    var table = [Double](repeating: 0, count: (left + 1) * (left + 1))
    for otherEvents in 0...left {
      var walker = start
      for otherOthers in 0...(left - otherEvents) {
        table[Self.position(otherEvents, otherOthers, left)] = walker.probability
        walker.add(isFirst: false, isEvent: false)
      }
      start.add(isFirst: false, isEvent: true)
    }
    return table
  }
}
