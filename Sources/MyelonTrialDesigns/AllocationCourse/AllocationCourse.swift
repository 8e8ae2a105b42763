import MyelonRandom

/// A procedure of allocation with the counts of the people so far.
struct AllocationCourse {
  private let procedure: AllocationProcedure
  private let seed: UInt64
  private var people = 0
  /// People in each stratum.
  private var filled: [Int: Int] = [:]
  /// Lists of the strata, drawn as far as needed.
  private var lists: [Int: [Int]] = [:]
  /// People by factor, level and arm.
  private var counts: [[[Int]]]

  /// Streams of people are kept apart from those of strata by their step; blocks are never this many.
  private static let personStep = UInt32.max

  init(_ procedure: AllocationProcedure, seed: UInt64) throws(EfficacyError) {
    self.procedure = procedure
    self.seed = seed
    let arms = procedure.arms.names.count
    counts = procedure.factors.map { factor in
      [[Int]](repeating: [Int](repeating: 0, count: arms), count: factor.levels.count)
    }
  }

  /// Takes in a person with an arm.
  mutating func record(_ levels: [String: String], arm: Int) throws(EfficacyError) {
    people += 1
    for (number, factor) in procedure.factors.enumerated() {
      counts[number][try factor.index(of: levels, person: people)][arm] += 1
    }
    if case .blocks(let blocks) = procedure {
      filled[try blocks.stratum(of: levels, person: people), default: 0] += 1
    }
  }

  /// Chooses the arm of the next person.
  mutating func choose(_ levels: [String: String]) throws(EfficacyError) -> AllocationChoice {
    var stream = RandomStream(
      seed: seed, entity: UInt32(truncatingIfNeeded: people), step: Self.personStep)
    let arms = procedure.arms
    switch procedure {
    case .simple:
      return Self.draw(arms.shares, &stream, reason: "drawn with fixed probabilities")
    case .blocks(let blocks):
      let stratum = try blocks.stratum(of: levels, person: people + 1)
      let position = filled[stratum] ?? 0
      if (lists[stratum]?.count ?? 0) <= position {
        lists[stratum] = blocks.list(2 * position + 64, stratum: stratum, seed: seed)
      }
      let arm = lists[stratum]?[position] ?? 0
      let names = blocks.factors.map { levels[$0.name] ?? "" }.joined(separator: ", ")
      return AllocationChoice(
        arm: arm, probabilities: arms.shares,
        reason: "place \(position + 1) in the list of the stratum \(names.isEmpty ? "of all people" : names)")
    case .minimisation(let minimisation):
      var rows: [[Int]] = []
      for (number, factor) in minimisation.factors.enumerated() {
        rows.append(counts[number][try factor.index(of: levels, person: people + 1)])
      }
      let imbalances = minimisation.imbalances(rows)
      let text = zip(arms.names, imbalances).map { "\($0) \(Wording.decimal($1, 2))" }
      return Self.draw(
        minimisation.probabilities(imbalances), &stream,
        reason: "imbalance if allocated to \(text.joined(separator: ", "))")
    }
  }

  private static func draw(
    _ probabilities: [Double], _ stream: inout RandomStream, reason: String
  ) -> AllocationChoice {
    var left = stream.uniform()
    var arm = probabilities.count - 1
    for (index, probability) in probabilities.enumerated() {
      left -= probability
      if left < 0 {
        arm = index
        break
      }
    }
    return AllocationChoice(arm: arm, probabilities: probabilities, reason: reason)
  }
}
