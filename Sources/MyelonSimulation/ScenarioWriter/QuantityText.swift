import MyelonQuantities

/// Numbers and quantities as text that reads back to the same bits.
enum QuantityText {
  /// A range as `0 to 21`.
  static func range(_ range: ClosedRange<Double>) -> String {
    "\(range.lowerBound.shortestText) to \(range.upperBound.shortestText)"
  }

  /// A quantity in the first of the preferred units in which it is exact; in the working unit otherwise.
  ///
  /// - Parameters:
  ///   - value: the value in the working unit of its dimension.
  ///   - dimension: what it measures.
  ///   - preferred: unit symbols to try, everyday unit first.
  /// - Returns: number and unit, such as `60 %`.
  static func text(
    _ value: Double, as dimension: MyelonQuantities.Unit.Dimension, preferring preferred: [String]
  ) -> String {
    let units = MyelonQuantities.Unit.all.filter { $0.dimension == dimension }
    for symbol in preferred {
      guard let unit = units.first(where: { $0.symbol == symbol }) else { continue }
      // Six decimals hold what people write; more would show the rounding of the conversion.
      let magnitude = (value / unit.factor * 1e6).rounded() / 1e6
      let text = "\(magnitude.shortestText) \(symbol)"
      if (try? Quantity(text, as: dimension))?.workingValue == value { return text }
    }
    let working = units.first { $0.factor == 1 }?.symbol ?? dimension.rawValue
    return "\(value.shortestText) \(working)"
  }
}
