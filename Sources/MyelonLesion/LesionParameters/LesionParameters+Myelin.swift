import MyelonAnatomy
import MyelonQuantities

extension LesionParameters {
  /// Demyelination, oligodendrocyte progenitors, remyelination, degeneration of cut axons and debris.
  static func myelin(for species: Species) -> [Parameter] {
    [debrisClearance(for: species)] + oligodendrocytes
  }

  /// The slow clearance of myelin debris, which takes years in people.
  private static func debrisClearance(for species: Species) -> Parameter {
    switch species {
    case .rat:
      Parameter(
        "k_myelin_debris", "λ_d", 0.00064, "1/h", 0.00032...0.00096,
        "slow clearance of myelin debris (half-life 45 d)",
        .measured(source: "George & Griffin 1994 Exp Neurol; Buss & Schwab 2003 Glia", note: "recalled"))
    case .human:
      Parameter(
        "k_myelin_debris", "λ_d", 0.000079, "1/h", 0.000029...0.00016,
        "slow clearance of myelin debris (half-life 365 d)",
        .measured(source: "Buss et al 2004 Brain; Buss 2005", note: "recalled; not slowed again by σ"))
    }
  }

  /// Oligodendrocytes, progenitors, remyelination and cut axons.
  private static var oligodendrocytes: [Parameter] {
    let clock = Evidence.fitted(
      to:
        "demyelination peaks at 1 d, bare axons are fewest at 7-14 d, remyelination from 14 d, incomplete at 450 d: Totoiu & Keirstead 2005, "
        + "doi:10.1002/cne.20517")
    return [
      Parameter(
        "demyelination_by_loss", "μ_O", 0.8, "-", 0.3...1, "myelin lost with its oligodendrocyte", clock),
      Parameter(
        "demyelination_macrophage", "μ_m", 0.00005, "1/h", 0...0.003,
        "stripping of myelin by pro-inflammatory macrophages", clock),
      Parameter(
        "OPC_proliferation", "p_P", 0.008, "1/h", 0.002...0.03,
        "division rate of progenitors at saturating signal", clock),
      Parameter(
        "OPC_capacity", "P_max", 2.5, "fold", 1.5...4, "densest progenitors over intact tissue", clock),
      Parameter(
        "OPC_differentiation", "d_P", 0.006, "1/h", 0.001...0.02,
        "start of differentiation where oligodendrocytes are missing", clock),
      Parameter(
        "OPC_return", "r_P", 0.001, "1/h", 0.0002...0.005, "return of progenitor density to normal", clock),
      Parameter(
        "oligo_maturation", "τ_Y", 144, "h", 72...288, "time from committed progenitor to myelinating cell",
        clock),
      Parameter(
        "remyelination_rate", "k_r", 0.02, "1/h", 0.005...0.06,
        "remyelination of bare axons at full density of new oligodendrocytes",
        .fitted(
          to: "remyelination_rate 0.05 (0.02-0.1) per day at the peak of new oligodendrocytes (Powers 2013)")),
      Parameter(
        "remyelination_debris_half", "K_dr", 0.5, "fraction of myelin", 0.1...2,
        "debris that halves differentiation",
        .assumed(
          because:
            "myelin debris blocks differentiation of progenitors (Kotter 2006); strength not measured in cord"
        )),
      Parameter(
        "remyelination_CSPG_half", "K_Sr", 1, "relative", 0.3...5, "proteoglycan that halves differentiation",
        .assumed(because: "CSPG slow progenitors (Lau 2012); strength not measured in cord")),
      Parameter(
        "phagocytosis", "k_φ", 0.004, "1/h", 0.0005...0.02, "clearance of debris per macrophage",
        .fitted(
          to: "debris in the lesion cleared over weeks while macrophages stay to 180 d: Beck et al 2010")),
      Parameter(
        "wallerian_rate", "k_Z", 0.012, "1/h", 0.005...0.03,
        "degeneration of axon parts cut from their cell body (half-life 2.4 d)",
        .measured(
          source: "distal fragments vanish over days in rodent tracts",
          note: "recalled; slower in people through σ")),
      Parameter(
        "anti_Nogo_half", "K_a", 1000, "ng/mL", 100...10000,
        "antibody against Nogo-A that halves what myelin debris inhibits",
        .assumed(because: "antibodies of nanomolar affinity (150 kDa) saturate at about a microgram per mL")),
      Parameter(
        "dieback_acute", "δ₀", 0.3, "mm", 0.2...0.5, "retraction of a cut axon within the first hours",
        .measured(
          source: "Kerschensteiner et al 2005 Nat Med 11:572", note: "recalled; dieback_sensory_acute")),
      Parameter(
        "dieback_macrophage", "δ₁", 0.5, "mm", 0.3...1, "later retraction of cut axons by macrophages",
        .measured(source: "Horn et al 2008 J Neurosci 28:9330", note: "recalled; dieback_sensory_macrophage")),
      Parameter(
        "dieback_CST", "δ_c", 1.5, "mm", 0.5...2.5, "later retraction of cut corticospinal axons",
        .measured(source: "corticospinal tracing: Hill; Seif 2007; Fishman", note: "recalled")),
      Parameter(
        "dieback_time", "τ_δ", 10, "d", 4...28, "time constant of the later retraction",
        .derived(from: "macrophage-linked retraction between 2 and 28 d: Horn et al 2008 (recalled)")),
    ]
  }
}
