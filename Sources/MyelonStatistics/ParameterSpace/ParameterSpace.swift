/// Named uncertain numbers, independent of each other before any data.
public struct ParameterSpace: Sendable, Hashable, Codable {
  /// Names, in the order of all vectors.
  public let names: [String]
  /// The distribution of each.
  public let marginals: [Marginal]

  /// Number of parameters.
  public var count: Int { names.count }

  /// Makes a space.
  ///
  /// - Parameter parameters: name and distribution of each parameter; names differ.
  /// - Throws: `StatisticsError` if there is none, a name stands twice or a distribution is impossible.
  public init(_ parameters: [(name: String, marginal: Marginal)]) throws(StatisticsError) {
    guard !parameters.isEmpty else { throw .tooFew(what: "parameters", required: 1, found: 0) }
    let distinct = Set(parameters.map(\.name)).count
    try StatisticsError.requireLength(distinct, parameters.count, "different names of parameters")
    for parameter in parameters { try parameter.marginal.validate(name: parameter.name) }
    names = parameters.map(\.name)
    marginals = parameters.map(\.marginal)
  }

  /// The values at probabilities: a point of the unit cube mapped through the quantile functions.
  public func values(atProbabilities point: [Double]) -> [Double] {
    precondition(point.count == count, "\(count) parameters, \(point.count) probabilities")
    return zip(marginals, point).map { $0.quantile($1) }
  }

  /// The values at normal scores.
  public func values(atScores scores: [Double]) -> [Double] {
    precondition(scores.count == count, "\(count) parameters, \(scores.count) scores")
    return zip(marginals, scores).map { $0.value(atScore: $1) }
  }

  /// The normal scores of values.
  public func scores(of values: [Double]) -> [Double] {
    precondition(values.count == count, "\(count) parameters, \(values.count) values")
    return zip(marginals, values).map { $0.score(of: $1) }
  }
}

extension ParameterSpace {
  private enum CodingKeys: String, CodingKey {
    case names, marginals
  }

  /// Reads a space and checks it like a new one.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let names = try container.decode([String].self, forKey: .names)
    let marginals = try container.decode([Marginal].self, forKey: .marginals)
    try StatisticsError.requireLength(marginals.count, names.count, "stored distributions")
    try self.init(zip(names, marginals).map { (name: $0, marginal: $1) })
  }
}
