/// The arms people are allocated to, with their ratio.
public struct AllocationArms: Sendable, Hashable, Codable {
  /// Names of the arms.
  public var names: [String]
  /// People of each arm in a smallest block; `[1, 2]` gives the second arm two thirds.
  public var ratio: [Int]

  /// Control and treated in equal parts.
  public static let equal = AllocationArms(names: ["control", "treated"], ratio: [1, 1])

  /// Describes arms.
  ///
  /// - Parameters:
  ///   - names: names of the arms.
  ///   - ratio: people of each arm in a smallest block.
  public init(names: [String], ratio: [Int]) {
    self.names = names
    self.ratio = ratio
  }

  /// Share of each arm.
  var shares: [Double] {
    let sum = Double(ratio.reduce(0, +))
    return ratio.map { Double($0) / sum }
  }

  /// What is wrong with the arms; nothing if they can be used.
  func findings() -> [EfficacyError] {
    var findings = EfficacyError.count(names.count, 2...20, "arms, names")
    if ratio.count != names.count {
      findings.append(.wrongLength(cell: "arms, ratio", required: names.count, found: ratio.count))
    }
    for (arm, part) in ratio.enumerated() {
      findings += EfficacyError.count(part, 1...100, "arms, ratio, arm \(arm + 1)")
    }
    if Set(names).count != names.count {
      findings.append(.incompatible(cell: "arms, names", because: "must differ"))
    }
    return findings
  }
}
