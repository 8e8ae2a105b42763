/// The dose selected at the end of a trial, with what the selection rests on.
public struct DoseSelection: Codable, Sendable, Hashable {
  /// Selected dose; nil if none is acceptable.
  public var dose: Int?
  /// Estimated rate of toxicity at each dose; nil where nobody was treated and the method does not extrapolate.
  public var toxicityEstimates: [Double?]
  /// Lowest eliminated dose; nil if none is.
  public var eliminatedFrom: Int?
  /// The reason as a sentence.
  public var reason: String

  /// Makes a selection.
  ///
  /// - Parameters:
  ///   - dose: selected dose.
  ///   - toxicityEstimates: estimated rate of toxicity at each dose.
  ///   - eliminatedFrom: lowest eliminated dose.
  ///   - reason: the reason as a sentence.
  public init(dose: Int?, toxicityEstimates: [Double?], eliminatedFrom: Int? = nil, reason: String) {
    self.dose = dose
    self.toxicityEstimates = toxicityEstimates
    self.eliminatedFrom = eliminatedFrom
    self.reason = reason
  }
}
