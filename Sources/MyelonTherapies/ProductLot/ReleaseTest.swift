/// A release test of a cell product.
public enum ReleaseTest: String, Sendable, Hashable, Codable, CaseIterable, CodingKeyRepresentable {
  /// Living share of the cells.
  case viability
  /// Share of the cells that carry the product's identity marker.
  case purity
  /// Share of residual pluripotent cells.
  case residualPluripotent = "residual_pluripotent"
  /// Endotoxin, EU/mL.
  case endotoxin
  /// Sterility: 1 for sterile, 0 for growth.
  case sterility
  /// Mycoplasma: 1 for found, 0 for not found.
  case mycoplasma
  /// Share of cells with a normal karyotype.
  case normalKaryotype = "normal_karyotype"
  /// New copy-number variants of 10 kb or more.
  case copyNumberVariants = "copy_number_variants"

  /// Name in scenario files, such as `residual-pluripotent`.
  public var key: String { rawValue.replacing("_", with: "-") }

  /// Unit of a result: `fraction`, `EU/mL`, or empty for a count or a yes and no.
  public var unit: String {
    switch self {
    case .viability, .purity, .residualPluripotent, .normalKaryotype: "fraction"
    case .endotoxin: "EU/mL"
    case .sterility, .mycoplasma, .copyNumberVariants: ""
    }
  }

  /// A result as people write it: per cent for fractions, words for yes and no.
  ///
  /// - Parameter value: the result, in `unit`.
  /// - Returns: for example `82 %`, `0.001 %`, `25 EU/mL`, `growth` or `5`.
  public func text(of value: Double) -> String {
    switch self {
    case .viability, .purity, .residualPluripotent, .normalKaryotype: "\(Self.short(value * 100)) %"
    case .endotoxin: "\(Self.short(value)) EU/mL"
    case .sterility: value >= 0.5 ? "sterile" : "growth"
    case .mycoplasma: value >= 0.5 ? "found" : "not-found"
    case .copyNumberVariants: Self.short(value)
    }
  }

  /// Six significant digits, so that 0.82 as per cent does not show its rounding.
  private static func short(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return value == 0 ? "0" : "\(value)" }
    var scale = 1.0
    while abs(value) * scale < 1e5, scale < 1e15 { scale *= 10 }
    let text = "\((value * scale).rounded() / scale)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
