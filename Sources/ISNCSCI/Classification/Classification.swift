/// The result of classifying an examination: eleven outputs and the subtotals.
///
/// JSON keys (stable): `standardRevision` ("2019"); `right` and `left`, each with `sensoryLevel`,
/// `motorLevel`, `sensoryZone`, `motorZone`; `neurologicalLevel`; `completeness`; `impairmentScale`; all of these
/// arrays of labels, of length one unless something was not testable, a star after a label that rests on starred
/// scores; `totals` with `right`, `left`, `upperExtremity`, `lowerExtremity`, `motor`, `lightTouch`, `pinPrick`
/// (numbers or "ND").
public struct Classification: Hashable, Sendable, Codable {
  /// The edition of the standard whose rules were applied.
  public let standardRevision: StandardRevision
  /// Right levels and zones.
  public let right: SideClassification
  /// Left levels and zones.
  public let left: SideClassification
  /// The neurological level of injury (NLI).
  public let neurologicalLevel: PossibleValues<SpinalLevel>
  /// Whether the injury is complete.
  public let completeness: PossibleValues<Completeness>
  /// The ASIA Impairment Scale.
  public let impairmentScale: PossibleValues<ImpairmentScale>
  /// All subtotals.
  public let totals: Totals

  /// Levels and zones of one side.
  ///
  /// - Parameter side: Right or left.
  public subscript(side: Side) -> SideClassification { side == .right ? right : left }
}

extension Classification: CustomStringConvertible {
  /// One line for lists and logs: "AIS B, level C5 (sensory R C5 L C6, motor R C6 L C6), UEMS 20, LEMS 0".
  public var description: String {
    "AIS \(impairmentScale), level \(neurologicalLevel) (sensory R \(right.sensoryLevel) L \(left.sensoryLevel), "
      + "motor R \(right.motorLevel) L \(left.motorLevel)), UEMS \(totals.upperExtremity), "
      + "LEMS \(totals.lowerExtremity)"
  }
}
