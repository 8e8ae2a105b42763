// Limits are those used in practice, one column a product of the release tables of
//   Keio iPSC-NS/PC for subacute injury (PMC8427225, table 1),
//   Kyoto iPSC-derived dopaminergic progenitors (Nat Commun 2020, table 1),
//   Miami Schwann cells (PMC10193489),
//   adipose stromal cells (2022, article 4664917).
// Where a kind has no table of its own, the nearest is taken and the source says so.
extension ReleaseCriteria {
  /// How a lot is given, as far as the limit of endotoxin depends on it.
  public struct Administration: Sendable, Hashable {
    /// Route.
    public var route: CellTransplant.Route
    /// Volume given, mm3 (= uL).
    public var volume: Double
    /// Body weight of the receiver, kg.
    public var bodyWeight: Double

    /// Describes an administration.
    ///
    /// - Parameters:
    ///   - route: route.
    ///   - volume: volume given, mm3.
    ///   - bodyWeight: weight of the receiver, kg.
    public init(route: CellTransplant.Route = .intraparenchymal, volume: Double = 5, bodyWeight: Double = 70)
    {
      self.route = route
      self.volume = volume
      self.bodyWeight = bodyWeight
    }
  }

  /// The release tests of a kind of product.
  ///
  /// - Parameters:
  ///   - kind: kind of product.
  ///   - administration: how it is given: the limit of endotoxin is the lower of the product's own and the
  ///     pharmacopoeia's for the route.
  /// - Returns: the tests with their limits; vesicles have only those for microbes.
  public static func standard(
    for kind: CellProduct.Kind, given administration: Administration = Administration()
  ) -> ReleaseCriteria {
    ReleaseCriteria(cellular(kind) + microbial(kind, administration))
  }

  private static let keio = "Keio iPSC-NS/PC, PMC8427225 table 1"
  private static let miami = "Miami Schwann cells, PMC10193489"
  private static let adipose = "adipose stromal cells, 2022, article 4664917"

  private static func cellular(_ kind: CellProduct.Kind) -> [Criterion] {
    switch kind {
    case .vesicles: return []
    case .schwann:
      return [
        Criterion(.viability, .atLeast, 0.8, source: miami),
        Criterion(.purity, .atLeast, 0.9, source: "CD271; \(miami)"),
      ]
    case .mesenchymal:
      return [
        Criterion(.viability, .atLeast, 0.8, source: adipose),
        Criterion(
          .purity, .atLeast, 0.95,
          source: "CD73, CD90 and CD105; Dominici et al 2006 Cytotherapy 8:315 (recalled)"),
      ]
    case .neural:
      return [
        Criterion(
          .viability, .atLeast, 0.7, source: "assumed: the usual lower limit of cell products (recalled)"),
        Criterion(.purity, .atLeast, 0.8, source: "assumed as SOX1 by microscopy in \(keio)"),
        Criterion(.normalKaryotype, .atLeast, 0.9, source: "assumed as in \(keio)"),
      ]
    case .inducedNeural: return genome(viability: 0.7, residual: nil, "assumed as in \(keio)")
    case .oligodendrocyteProgenitor:
      return genome(viability: 0.7, residual: 1e-4, "assumed as in \(keio)")
    case .pluripotentNeural: return genome(viability: 0.8, residual: 1e-4, keio)
    }
  }

  /// The tests of products with a reprogrammed or pluripotent history.
  private static func genome(viability: Double, residual: Double?, _ source: String) -> [Criterion] {
    let living =
      viability > 0.75
      ? "assumed as in \(miami): the Keio table sets none, Kyoto iPSC-DAP (Nat Commun 2020) more than 90 %"
      : "assumed: the usual lower limit of cell products (recalled)"
    let pluripotent = residual.map {
      [Criterion(.residualPluripotent, .atMost, $0, source: "OCT4 by flow cytometry; \(source)")]
    }
    return [
      Criterion(.viability, .atLeast, viability, source: living),
      Criterion(.purity, .atLeast, 0.9, source: "identity by flow cytometry; \(source)"),
    ] + (pluripotent ?? []) + [
      Criterion(.normalKaryotype, .atLeast, 0.9, source: source),
      Criterion(.copyNumberVariants, .atMost, 5, source: "new variants of 10 kb or more; \(source)"),
    ]
  }

  private static func microbial(_ kind: CellProduct.Kind, _ given: Administration) -> [Criterion] {
    [
      endotoxin(kind, given),
      Criterion(.sterility, .atLeast, 1, source: "all release tables: sterile"),
      Criterion(.mycoplasma, .atMost, 0, source: "all release tables: below detection"),
    ]
  }

  private static func endotoxin(_ kind: CellProduct.Kind, _ given: Administration) -> Criterion {
    let own: (limit: Double, source: String) =
      switch kind {
      case .mesenchymal, .vesicles: (70, adipose)
      case .schwann: (70, "assumed as \(adipose); Miami sets 0.2 EU/kg")
      default: (25, keio)
      }
    // Pharmacopoeia: 5 EU/kg parenterally, 0.2 EU/kg into the fluid (recalled; 0.2 agrees with the Miami table);
    // into the cord assumed as into the fluid.
    let perWeight = given.route == .intravenous ? 5.0 : 0.2
    let volume = given.volume / 1000
    let byRoute = volume > 0 ? perWeight * given.bodyWeight / volume : .infinity
    guard byRoute < own.limit else { return Criterion(.endotoxin, .atMost, own.limit, source: own.source) }
    return Criterion(
      .endotoxin, .atMost, byRoute,
      source: "pharmacopoeia: \(perWeight) EU/kg for the \(given.route.rawValue) route (recalled)")
  }
}
