import Foundation

extension EfficacyEndpoint {
  /// The endpoint with a share of its effect.
  func scaled(by share: Double) -> EfficacyEndpoint {
    switch self {
    case .continuous(var endpoint):
      endpoint.difference *= share
      return .continuous(endpoint)
    case .ordinal(var endpoint):
      endpoint.oddsRatio = exp(share * log(endpoint.oddsRatio))
      return .ordinal(endpoint)
    case .responder(var endpoint):
      endpoint.treatedRate =
        endpoint.controlRate + share * (endpoint.treatedRate - endpoint.controlRate)
      return .responder(endpoint)
    case .repeated(var endpoint):
      endpoint.differences = endpoint.differences.map { $0 * share }
      return .repeated(endpoint)
    }
  }
}
