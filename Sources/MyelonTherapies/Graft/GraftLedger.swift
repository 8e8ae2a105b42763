/// The books of all transplants of an arm, in agents: exact integers at every step.
public struct GraftLedger: Sendable, Hashable, Codable {
  /// The books of one transplant.
  public struct Entry: Sendable, Hashable, Codable {
    /// Name of the transplant.
    public var name: String
    /// Cells that one agent stands for.
    public var cellsPerAgent: Int
    /// Agents placed in the cord, those that were dead on arrival included.
    public var placed = 0
    /// Agents born by division.
    public var born = 0
    /// Divisions that did not happen because the limit of agents was reached.
    public var suppressed = 0
    /// Living agents by fate, in the order of `GraftFate`.
    public var alive = [Int](repeating: 0, count: GraftFate.allCases.count)
    /// Dead agents by cause, in the order of `GraftCondition`; the first entry (alive) stays 0.
    public var dead = [Int](repeating: 0, count: GraftCondition.allCases.count)

    /// Living agents of all fates.
    public var totalAlive: Int { alive.reduce(0, +) }
    /// Dead agents of all causes.
    public var totalDead: Int { dead.reduce(0, +) }
    /// True when placed and born agents are exactly those that live or have died.
    public var balances: Bool { placed + born == totalAlive + totalDead }
    /// Living agents of a fate.
    public func alive(_ fate: GraftFate) -> Int { alive[Int(fate.rawValue)] }
    /// Dead agents of a cause.
    public func dead(_ cause: GraftCondition) -> Int { dead[Int(cause.rawValue)] }
  }

  /// One entry a transplant, in order of placing.
  public internal(set) var entries: [Entry] = []

  /// True when every entry balances.
  public var balances: Bool { entries.allSatisfy(\.balances) }

  /// The entry of a transplant, or nil when it was not placed.
  public subscript(_ name: String) -> Entry? { entries.first { $0.name == name } }
}
