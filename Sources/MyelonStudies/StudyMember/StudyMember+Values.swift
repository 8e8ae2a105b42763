import MyelonQuantities

extension StudyMember {
  /// Most members of a study: as many as there are streams of random numbers.
  public static let limit = Int(UInt32.max)

  /// Members from parameter values given from outside.
  ///
  /// - Parameters:
  ///   - parameters: one dictionary a member, each with every name.
  ///   - names: names of the study's parameters, in order.
  ///   - seed: the study's seed.
  ///   - seeding: whether members share their random streams.
  ///   - firstIndex: number of the first member.
  ///   - weights: one weight a member, or nil.
  /// - Returns: members in the order given.
  /// - Throws: `StudyError.wrongValues` for a name that is unknown or missing, a value that is not finite, or weights
  ///   that do not fit.
  public static func members(
    _ parameters: [[String: Double]], names: [String], seed: UInt64, seeding: MemberSeeding = .own,
    firstIndex: Int = 0, weights: [Double]? = nil
  ) throws(StudyError) -> [StudyMember] {
    guard firstIndex >= 0, firstIndex + parameters.count <= limit else {
      throw .wrongValues(.tooManyMembers(count: firstIndex + parameters.count, allowed: limit))
    }
    if let weights { try require(weights, count: parameters.count) }
    let known = Set(names)
    var members: [StudyMember] = []
    for (position, given) in parameters.enumerated() {
      let index = firstIndex + position
      if let other = given.keys.filter({ !known.contains($0) }).min() {
        throw .wrongValues(.unknown(name: other, nearest: NearestName.of(other, in: names)))
      }
      var values: [Double] = []
      for name in names {
        guard let value = given[name] else { throw .wrongValues(.missing(name: name, member: index)) }
        guard value.isFinite else {
          throw .wrongValues(
            .outOfRange(
              name: name, value: value, unit: "",
              allowed: -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude))
        }
        values.append(value)
      }
      members.append(
        StudyMember(
          index: index, seed: seeding.seed(study: seed, index: index), values: values,
          weight: weights?[position]))
    }
    return members
  }

  private static func require(_ weights: [Double], count: Int) throws(StudyError) {
    guard weights.count == count else {
      throw .wrongValues(.wrongWeights(problem: "\(weights.count) weights for \(count) members"))
    }
    if let wrong = weights.first(where: { !($0.isFinite && $0 >= 0) }) {
      throw .wrongValues(.wrongWeights(problem: "one is \(wrong)"))
    }
  }
}
