/// What a stimulator recruits in and around the circuits of one motor task, by class of fibre.
///
/// Afferents and motor axons are those of the segments that hold the task's motor pools, each segment weighted by what it
/// holds of them; long fibres are those that pass the electrodes.
public struct CircuitRecruitment: Sendable, Hashable, Codable {
  /// Firing by amplitude of every class that was asked for; an absent class never fires.
  public let curves: [FibreClass: RecruitmentCurve]

  /// Joins curves.
  public init(curves: [FibreClass: RecruitmentCurve]) { self.curves = curves }

  /// Share of a class that fires with every pulse of an amplitude, mA.
  public func share(of fibre: FibreClass, at amplitude: Double) -> Double {
    curves[fibre]?.share(at: amplitude) ?? 0
  }
}
