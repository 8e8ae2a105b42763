import MyelonQuantities

/// How the bounds for early success are chosen.
///
/// Bounds are on the scale of the standardised statistic Z; at look k with share t_k of the information, success is Z >= b_k.
public enum EfficacyBoundary: Sendable, Hashable {
  /// O'Brien & Fleming 1979, doi:10.2307/2530245: b_k = c / √t_k.
  case obrienFleming
  /// Pocock 1977, doi:10.1093/biomet/64.2.191: b_k = c.
  case pocock
  /// Wang & Tsiatis 1987, doi:10.2307/2531959: b_k = c t_k^(Δ - 1/2); Δ = 0 is O'Brien-Fleming, Δ = 1/2 is Pocock.
  case wangTsiatis(Double)
  /// Error spending: the bounds use up what the function allows at each look.
  case spending(SpendingFunction)
  /// Bounds set by hand; the significance level follows from them.
  case given([Double])

  /// The exponent of Wang and Tsiatis' family that the boundary belongs to.
  var shape: Double? {
    switch self {
    case .obrienFleming: 0
    case .pocock: 0.5
    case .wangTsiatis(let shape): shape
    case .spending, .given: nil
    }
  }

  /// Name with parameter, for tables.
  public var label: String {
    switch self {
    case .obrienFleming: "O'Brien-Fleming"
    case .pocock: "Pocock"
    case .wangTsiatis(let shape): "Wang-Tsiatis, delta \(shape.shortestText)"
    case .spending(let function): function.label
    case .given: "given bounds"
    }
  }
}

extension EfficacyBoundary: Codable {
  /// Reads `obrienFleming`, `pocock`, `wangTsiatis: 0.25`, `spending: ...` or `given: [...]`.
  public init(from decoder: any Decoder) throws {
    let cell = "efficacy boundary"
    let choice = try NamedChoice.decode(decoder, cell: cell)
    switch choice.name {
    case "obrienFleming": self = .obrienFleming
    case "pocock": self = .pocock
    case "wangTsiatis": self = .wangTsiatis(try NamedChoice.value(Double.self, choice, cell: cell))
    case "spending": self = .spending(try NamedChoice.value(SpendingFunction.self, choice, cell: cell))
    case "given": self = .given(try NamedChoice.value([Double].self, choice, cell: cell))
    default:
      throw EfficacyError.unknownName(
        cell: cell, known: ["obrienFleming", "pocock", "wangTsiatis", "spending", "given"],
        found: choice.name)
    }
  }

  /// Writes what `init(from:)` reads.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .obrienFleming: try NamedChoice.encode("obrienFleming", encoder)
    case .pocock: try NamedChoice.encode("pocock", encoder)
    case .wangTsiatis(let shape): try NamedChoice.encode("wangTsiatis", shape, encoder)
    case .spending(let function): try NamedChoice.encode("spending", function, encoder)
    case .given(let bounds): try NamedChoice.encode("given", bounds, encoder)
    }
  }
}
