import MyelonQuantities

/// The valid name that a misspelt one in a file was probably meant to be.
package enum SuggestedName {
  /// The nearest candidate, or one from which the name differs by two neighbouring letters swapped, the slip
  /// that edit distance counts as two.
  ///
  /// Names longer than 64 characters are not compared: no valid name is that long, and the cost grows with it.
  package static func of(_ name: String, in candidates: [String]) -> String? {
    guard name.count <= 64 else { return nil }
    return NearestName.of(name, in: candidates)
      ?? candidates.first { isSwap(Array(name.lowercased()), Array($0.lowercased())) }
  }

  private static func isSwap(_ first: [Character], _ second: [Character]) -> Bool {
    guard first.count == second.count else { return false }
    let differing = first.indices.filter { first[$0] != second[$0] }
    guard differing.count == 2, differing[0] + 1 == differing[1] else { return false }
    return first[differing[0]] == second[differing[1]] && first[differing[1]] == second[differing[0]]
  }
}
