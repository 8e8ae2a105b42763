import MyelonTrialDesigns

/// The dose-finding design of a protocol.
public enum DoseFindingChoice: Sendable, Hashable {
  /// 3+3 in one of its variants.
  case threePlusThree(ThreePlusThree)
  /// BOIN.
  case boin(BOIN)
  /// Keyboard and, with ends by width, mTPI-2.
  case keyboard(KeyboardDesign)
  /// mTPI.
  case toxicityInterval(ToxicityIntervalDesign)
  /// CRM and TITE-CRM.
  case reassessment(ContinualReassessment)
  /// TITE-BOIN.
  case timeToEventBOIN(TimeToEventBOIN)
  /// BOIN12.
  case boin12(BOIN12)
  /// An own table.
  case table(TableDesign)

  /// Words of the file for the designs.
  public static let words = [
    "three-plus-three", "boin", "keyboard", "mtpi-2", "mtpi", "crm", "tite-crm", "tite-boin", "boin12",
    "table",
  ]

  /// The design, with the calls that all designs share.
  public var design: any DoseFindingDesign {
    switch self {
    case .threePlusThree(let design): design
    case .boin(let design): design
    case .keyboard(let design): design
    case .toxicityInterval(let design): design
    case .reassessment(let design): design
    case .timeToEventBOIN(let design): design
    case .boin12(let design): design
    case .table(let design): design
    }
  }

  /// The frame of the trial.
  public var plan: EscalationPlan { design.plan }

  /// Rate of toxicity that is aimed at, or the highest acceptable one; nil for 3+3.
  public var target: Double? {
    switch self {
    case .threePlusThree: nil
    case .boin(let design): design.target
    case .keyboard(let design): design.target
    case .toxicityInterval(let design): design.target
    case .reassessment(let design): design.target
    case .timeToEventBOIN(let design): design.design.target
    case .boin12(let design): design.toxicityLimit
    case .table(let design): design.target
    }
  }

  /// Lowest acceptable rate of efficacy; nil for designs that do not look at it.
  public var efficacyLimit: Double? {
    if case .boin12(let design) = self { design.efficacyLimit } else { nil }
  }

  /// Whether patients under observation count in decisions.
  public var usesPendingPatients: Bool {
    switch self {
    case .timeToEventBOIN: true
    case .reassessment(let design): design.timeToEvent
    default: false
    }
  }

  /// Whether decisions depend on counts alone, so that characteristics are exact.
  public var isEnumerable: Bool {
    switch self {
    case .threePlusThree, .boin, .keyboard, .toxicityInterval, .table: true
    case .reassessment, .timeToEventBOIN, .boin12: false
    }
  }
}
