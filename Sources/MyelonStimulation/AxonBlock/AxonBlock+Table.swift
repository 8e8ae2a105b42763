import Foundation
import MyelonAnatomy
import MyelonQuantities

extension AxonBlock {
  /// The parameters from which the blocking share of bare axons follows.
  public static let parameters: [Parameter] = [
    Parameter(
      "bare_channel_density", "ρ_m", 0.007, "of a node", 0.001...0.1,
      "median density of nodal channels in bare axolemma, relative to a node of Ranvier",
      .fitted(
        to:
          "CV_demyelinated_block: 0.8 (0.5-1) of axons that are bare over one or more internodes block (Waxman, recalled); the mean "
          + "over the human tracts for 5 mm, weighted by axons; 0.6 in the rat, whose axons are thinner")),
    Parameter(
      "bare_channel_spread", "s_ρ", 0.8, "ln", 0.3...1.5,
      "spread of that density among axons, standard deviation of its logarithm",
      .assumed(
        because:
          "some segmentally demyelinated central axons conduct over more than 2.5 mm and others block (Felts, Baker & Smith 1997 "
          + "J Neurosci 17:7267); no distribution is known")),
    Parameter(
      "axon_diameter_spread", "s_d", 0.5, "ln", 0.3...0.8,
      "spread of axon diameters within a tract, standard deviation of their logarithm",
      .assumed(
        because:
          "tracts hold axons from under 1 to over 10 um about a small mean, skewed to the right; no fit by tract at hand"
      )),
  ]

  /// Blocking shares of a species' tracts from the conduction table.
  ///
  /// A bare axon blocks if its channel density is below the one that its stretch needs. Densities are log-normal with median
  /// ρ_m and spread s_ρ, axon diameters of a tract log-normal about the census's mean with spread s_d, hence
  /// `block(L) = Σ_D w_D Φ((ln ρ_c(D, L) - ln ρ_m) / s_ρ) min(1, L / internode(D))`: a stretch shorter than an internode is
  /// taken as the share of axons whose whole internode is bare.
  ///
  /// - Parameters:
  ///   - table: what bare stretches need.
  ///   - parameters: holds `AxonBlock.parameters`.
  ///   - species: whose tracts.
  public init(_ table: ConductionTable, parameters: ParameterTable, species: Species) {
    let census = AxonCensus.standard(species)
    let median = log(parameters["bare_channel_density"])
    let spread = parameters["bare_channel_spread"]
    let mixtures = Tract.allCases.map { tract in
      Self.diameters(
        mean: Double(census.meanDiameter(of: tract)), spread: parameters["axon_diameter_spread"],
        gRatio: parameters["fibre_g_ratio"])
    }
    let longest = Double(table.counts.last ?? 1) * (table.internodes.last ?? 1)
    self.init(spacing: 0.05, longest: longest) { tract, length in
      let fibres = mixtures[Int(tract.rawValue)]
      return fibres.reduce(0) { sum, diameter in
        let needed = table.neededDensity(diameter: diameter, length: length)
        // No density lets the stretch conduct from 1 on, none is needed at 0.
        let blocking = needed >= 1 ? 1 : needed > 0 ? Self.normal((log(needed) - median) / spread) : 0
        return sum + blocking * min(1, length / table.internode(diameter: diameter))
      } / Double(fibres.count)
    }
  }

  /// Outer diameters of a tract's fibres: nine quantiles of a log-normal distribution with a given mean axon diameter, um.
  static func diameters(mean: Double, spread: Double, gRatio: Double) -> [Double] {
    // A species without the tract still gets a value; nothing reads it.
    let median = max(mean, 0.1) * exp(-0.5 * spread * spread) / gRatio
    return normalQuantiles.map { median * exp(spread * $0) }
  }

  /// Standard normal quantiles at the middles of nine equal shares.
  private static let normalQuantiles = [
    -1.5932, -0.9674, -0.5895, -0.2822, 0, 0.2822, 0.5895, 0.9674, 1.5932,
  ]

  private static func normal(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }
}
