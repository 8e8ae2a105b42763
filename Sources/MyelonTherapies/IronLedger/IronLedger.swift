/// Where the iron of dead labelled cells has gone, pg in all of the cord.
///
/// Together with the iron of living cells it accounts for all that was loaded:
/// `loaded = living + held + cleared`, when every death was recorded.
public struct IronLedger: Sendable, Hashable, Codable {
  /// Iron of all deaths recorded so far.
  public internal(set) var received: Double = 0
  /// Iron that macrophages hold now.
  public internal(set) var held: Double = 0
  /// Iron that has been cleared.
  public internal(set) var cleared: Double = 0

  /// A ledger without entries.
  public init() {}
}
