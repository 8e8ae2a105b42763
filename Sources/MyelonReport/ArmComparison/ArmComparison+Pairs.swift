extension ArmComparison {
  /// One arm set against another.
  public struct Pair: Sendable, Hashable, Codable {
    /// Name of the arm.
    public let arm: String
    /// Name of the arm that it is set against.
    public let reference: String
    /// Day of the arm's last visit, and of the reference's.
    public let days: [Double]
    /// The differences, measure by measure.
    public let differences: [ArmDifference]
  }

  /// The comparisons that someone asks for by naming arms.
  ///
  /// - Parameter names: none for every treated arm against its untreated one (in a run without treatment, every arm
  ///   against the first); one for that arm against its untreated one; more for the others against the first.
  /// - Returns: at least one pair.
  /// - Throws: `ReportError.unknownArm` and `ReportError.nothingToCompare`.
  public func pairs(naming names: [String]) throws(ReportError) -> [Pair] {
    var chosen: [ArmOutcomes] = []
    for name in names {
      guard let arm = self[name] else { throw .unknownArm(name: name, known: arms.map(\.name)) }
      guard !chosen.contains(arm) else { throw .nothingToCompare(arms: names) }
      chosen.append(arm)
    }
    if chosen.count == 1, let arm = chosen.first {
      guard let reference = untreated(for: arm) else { throw .nothingToCompare(arms: names) }
      return [pair(arm, reference)]
    }
    if let first = chosen.first { return chosen.dropFirst().map { pair($0, first) } }
    let treated = arms.filter(\.isTreated)
    let found =
      treated.isEmpty
      ? arms.dropFirst().map { pair($0, arms[0]) }
      : treated.compactMap { arm in untreated(for: arm).map { pair(arm, $0) } }
    guard !found.isEmpty else { throw .nothingToCompare(arms: arms.map(\.name)) }
    return found
  }

  private func pair(_ arm: ArmOutcomes, _ reference: ArmOutcomes) -> Pair {
    Pair(
      arm: arm.name, reference: reference.name, days: [arm.day, reference.day],
      differences: differences(arm, from: reference))
  }
}
