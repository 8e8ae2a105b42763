import MyelonStatistics

/// What a trial of efficacy measures, with the effect it should find.
public enum EfficacyEndpoint: Sendable, Hashable {
  /// A continuous outcome at one visit.
  case continuous(ContinuousEndpoint)
  /// Ordered categories.
  case ordinal(OrdinalEndpoint)
  /// Reached or not.
  case responder(ResponderEndpoint)
  /// A continuous outcome at several visits.
  case repeated(RepeatedEndpoint)

  /// What is tested, for tables.
  public var label: String {
    switch self {
    case .continuous(let endpoint):
      switch endpoint.analysis {
      case .finalValue: "difference of means, t test"
      case .change: "difference of changes from baseline, t test"
      case .covariance: "difference of means by ANCOVA, t test"
      }
    case .ordinal: "log odds ratio of ordered categories, proportional odds"
    case .responder(let endpoint):
      endpoint.method == .exact
        ? "rates of responders, exact test" : "rates of responders, normal approximation"
    case .repeated: "contrast of visits by a mixed model for repeated measures"
    }
  }

  /// Mean of the standardised statistic: the effect over its standard error.
  ///
  /// - Parameter sizes: people analysed.
  /// - Returns: the drift, positive for a benefit.
  /// - Throws: `EfficacyError`.
  public func drift(_ sizes: GroupSizes) throws(EfficacyError) -> Double {
    switch self {
    case .continuous(let endpoint): endpoint.drift(sizes)
    case .ordinal(let endpoint): endpoint.drift(sizes)
    case .responder(let endpoint): endpoint.drift(sizes)
    case .repeated(let endpoint): try endpoint.drift(sizes)
    }
  }

  /// Probability of a significant result in a trial without interim looks.
  ///
  /// A two-sided test counts both sides.
  ///
  /// - Parameters:
  ///   - sizes: people analysed.
  ///   - test: level and sides.
  /// - Returns: the power.
  /// - Throws: `EfficacyError`, too few people for instance.
  public func power(_ sizes: GroupSizes, _ test: EfficacyTest) throws(EfficacyError) -> Double {
    switch self {
    case .continuous(let endpoint): try endpoint.power(sizes, test)
    case .ordinal(let endpoint): endpoint.power(sizes, test)
    case .responder(let endpoint): try endpoint.power(sizes, test)
    case .repeated(let endpoint): try endpoint.power(sizes, test)
    }
  }

  /// Whether power makes sense only for whole numbers of people and does not rise steadily with them.
  var isDiscrete: Bool {
    if case .responder(let endpoint) = self { endpoint.method == .exact } else { false }
  }

  /// The same endpoint with a normal approximation where the test is exact and discrete.
  var smooth: EfficacyEndpoint {
    guard case .responder(var endpoint) = self else { return self }
    endpoint.method = .normal
    return .responder(endpoint)
  }

  /// What is wrong with the endpoint; nothing if it can be used.
  func findings(isSingleArm: Bool) -> [EfficacyError] {
    switch self {
    case .continuous(let endpoint):
      guard isSingleArm, endpoint.analysis == .covariance else { return endpoint.findings() }
      return endpoint.findings() + [
        .incompatible(
          cell: "endpoint, analysis",
          because: "one arm has no other to be adjusted to; use change or finalValue")
      ]
    case .ordinal(let endpoint):
      guard isSingleArm else { return endpoint.findings() }
      return endpoint.findings() + [
        .incompatible(cell: "endpoint", because: "ordered categories need two arms; use responder")
      ]
    case .responder(let endpoint): return endpoint.findings()
    case .repeated(let endpoint):
      guard isSingleArm else { return endpoint.findings() }
      return endpoint.findings() + [
        .incompatible(cell: "endpoint", because: "repeated measures need two arms; use continuous")
      ]
    }
  }
}

extension EfficacyEndpoint: Codable {
  /// Reads `continuous: ...`, `ordinal: ...`, `responder: ...` or `repeated: ...`.
  public init(from decoder: any Decoder) throws {
    let cell = "endpoint"
    let choice = try NamedChoice.decode(decoder, cell: cell)
    switch choice.name {
    case "continuous":
      self = .continuous(try NamedChoice.value(ContinuousEndpoint.self, choice, cell: cell))
    case "ordinal": self = .ordinal(try NamedChoice.value(OrdinalEndpoint.self, choice, cell: cell))
    case "responder": self = .responder(try NamedChoice.value(ResponderEndpoint.self, choice, cell: cell))
    case "repeated": self = .repeated(try NamedChoice.value(RepeatedEndpoint.self, choice, cell: cell))
    default:
      throw EfficacyError.unknownName(
        cell: cell, known: ["continuous", "ordinal", "responder", "repeated"], found: choice.name)
    }
  }

  /// Writes what `init(from:)` reads.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .continuous(let endpoint): try NamedChoice.encode("continuous", endpoint, encoder)
    case .ordinal(let endpoint): try NamedChoice.encode("ordinal", endpoint, encoder)
    case .responder(let endpoint): try NamedChoice.encode("responder", endpoint, encoder)
    case .repeated(let endpoint): try NamedChoice.encode("repeated", endpoint, encoder)
    }
  }
}
