/// An output of the classification, by name.
public enum Output: Hashable, Sendable, CaseIterable {
  case sensoryLevel(Side)
  case motorLevel(Side)
  case neurologicalLevel
  case completeness
  case impairmentScale
  case sensoryZone(Side)
  case motorZone(Side)

  /// The eleven outputs in worksheet order.
  public static let allCases: [Output] = [
    .sensoryLevel(.right), .sensoryLevel(.left), .motorLevel(.right), .motorLevel(.left),
    .neurologicalLevel, .completeness, .impairmentScale,
    .sensoryZone(.right), .sensoryZone(.left), .motorZone(.right), .motorZone(.left),
  ]

  /// What the output is called in a sentence: "Motor level right".
  public var name: String {
    switch self {
    case .sensoryLevel(let side): "Sensory level \(side)"
    case .motorLevel(let side): "Motor level \(side)"
    case .neurologicalLevel: "Neurological level of injury"
    case .completeness: "Completeness"
    case .impairmentScale: "ASIA Impairment Scale"
    case .sensoryZone(let side): "Sensory zone of partial preservation \(side)"
    case .motorZone(let side): "Motor zone of partial preservation \(side)"
    }
  }

  /// The stable key of the output in JSON and CSV: "motorLevelRight".
  public var key: String {
    switch self {
    case .sensoryLevel(let side): "sensoryLevel" + side.suffix
    case .motorLevel(let side): "motorLevel" + side.suffix
    case .neurologicalLevel: "neurologicalLevel"
    case .completeness: "completeness"
    case .impairmentScale: "impairmentScale"
    case .sensoryZone(let side): "sensoryZone" + side.suffix
    case .motorZone(let side): "motorZone" + side.suffix
    }
  }
}

extension Side {
  /// "Right" or "Left", for keys.
  var suffix: String { self == .right ? "Right" : "Left" }
}

extension Classification {
  /// The possible values of an output as printed: "C5,C6*".
  ///
  /// - Parameter output: Which output.
  public subscript(output: Output) -> String {
    switch output {
    case .sensoryLevel(let side): self[side].sensoryLevel.description
    case .motorLevel(let side): self[side].motorLevel.description
    case .neurologicalLevel: neurologicalLevel.description
    case .completeness: completeness.description
    case .impairmentScale: impairmentScale.description
    case .sensoryZone(let side): self[side].sensoryZone.description
    case .motorZone(let side): self[side].motorZone.description
    }
  }
}
