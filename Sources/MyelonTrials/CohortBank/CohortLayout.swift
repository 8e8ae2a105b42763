import MyelonStudies

/// Where in a study's outcomes the numbers of arms and visits stand.
struct CohortLayout {
  /// Names of the numbers of a visit: those of the first arm, then those that only treated arms have.
  let measures: [String]
  /// Places in the outcomes, by arm, visit and measure; nil where an arm has no such number.
  let places: [Int?]

  /// Finds the numbers.
  ///
  /// - Parameters:
  ///   - outcomes: outcomes of the study.
  ///   - arms: names of arms in order.
  ///   - visits: days of the visits.
  ///   - path: path of the study, for messages.
  /// - Throws: `CohortError.notACohort` when an arm or visit is not there.
  init(_ outcomes: [StudyOutcome], arms: [String], visits: [Double], path: String) throws(CohortError) {
    struct Key: Hashable {
      let arm: String
      let day: Double
      let name: String
    }
    var found: [Key: Int] = [:]
    var first: [String] = []
    var others: [String] = []
    for (place, outcome) in outcomes.enumerated() {
      found[Key(arm: outcome.arm, day: outcome.day, name: outcome.name)] = place
      if outcome.arm == arms.first, outcome.day == visits.first { first.append(outcome.name) }
      if arms.dropFirst().contains(outcome.arm), outcome.day == visits.first { others.append(outcome.name) }
    }
    guard !first.isEmpty else {
      throw .notACohort(path: path, reason: "it has no arm '\(arms.first ?? "")' on day \(visits.first ?? 0)")
    }
    let own = Set(first)
    var added: Set<String> = []
    measures = first + others.filter { !own.contains($0) && added.insert($0).inserted }
    var places: [Int?] = []
    for arm in arms {
      for day in visits {
        for name in measures {
          let place = found[Key(arm: arm, day: day, name: name)]
          guard place != nil || !own.contains(name) else {
            throw .notACohort(path: path, reason: "it has no \(name) of arm '\(arm)' on day \(day)")
          }
          places.append(place)
        }
      }
    }
    self.places = places
  }
}
