/// Finds the valid name that a misspelt one was probably meant to be.
public enum NearestName {
  /// The candidate with the smallest edit distance to `name`, if one is near enough to be worth suggesting.
  ///
  /// Near enough means at most a third of the longer name's letters changed (at least one letter is always
  /// allowed); case differences cost nothing. Ties go to the earlier candidate.
  public static func of(_ name: String, in candidates: [String]) -> String? {
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let distance = editDistance(name.lowercased(), candidate.lowercased())
      let allowed = max(1, max(name.count, candidate.count) / 3)
      guard distance <= allowed, distance < (best?.distance ?? Int.max) else { continue }
      best = (candidate, distance)
    }
    return best?.name
  }

  /// Levenshtein distance: the fewest insertions, deletions and substitutions that turn one into the other.
  public static func editDistance(_ first: String, _ second: String) -> Int {
    let rows = Array(first)
    let columns = Array(second)
    var previous = Array(0...columns.count)
    for row in 0..<rows.count {
      var current = [row + 1]
      current.reserveCapacity(columns.count + 1)
      for column in 0..<columns.count {
        let substitution = previous[column] + (rows[row] == columns[column] ? 0 : 1)
        let insertion = current[column] + 1
        let deletion = previous[column + 1] + 1
        current.append(min(substitution, insertion, deletion))
      }
      previous = current
    }
    return previous[columns.count]
  }
}
