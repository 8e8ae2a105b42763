import MyelonAnatomy
import MyelonQuantities

extension StimulationParameters {
  private static let sacralRoots =
    "human S1-S5 roots, J Neurosurg: A-alpha 6-14, A-gamma 2-4, B below 2 um (seen)"

  /// Diameters of fibres in dorsal and ventral roots, myelin included: mean and standard deviation of a
  /// normal distribution cut to `FibrePopulation.diameterRange`.
  static func dorsalRootFibres(_ species: Species) -> [Parameter] {
    let isRat = species == .rat
    let modelled = Evidence.measured(
      source: "models of epidural stimulation",
      note: "people 12-20 um, rat about 9-13 um, recalled; cut at 16 um")
    let spread = Evidence.assumed(because: "no histogram was at hand; a tenth to a quarter of the mean")
    let textbook = Evidence.measured(source: "classes of peripheral nerve fibres", note: "textbook")
    let motor: Evidence =
      isRat
      ? .assumed(because: "scaled from people as group I afferents are") : .measured(source: sacralRoots)
    return [
      Parameter(
        "diameter_group_I", "D_I", isRat ? 10.5 : 13.5, "um", isRat ? 9...12 : 12...15,
        "mean diameter of group I afferents",
        modelled),
      Parameter(
        "diameter_group_I_sd", "s_I", isRat ? 1 : 1.5, "um", 0.5...2.5, "their standard deviation", spread),
      Parameter(
        "diameter_group_II", "D_II", isRat ? 6.5 : 8.5, "um", isRat ? 5...8 : 7...11,
        "mean diameter of group II and Aβ afferents", textbook),
      Parameter(
        "diameter_group_II_sd", "s_II", isRat ? 1 : 1.5, "um", 0.5...2.5, "their standard deviation", spread),
      Parameter(
        "diameter_A_delta", "D_Aδ", isRat ? 2.5 : 3, "um", 1.5...4.5, "mean diameter of Aδ afferents",
        textbook),
      Parameter("diameter_A_delta_sd", "s_Aδ", 0.7, "um", 0.3...1.2, "their standard deviation", spread),
      Parameter(
        "diameter_C", "D_C", isRat ? 0.6 : 0.8, "um", 0.3...1.2, "mean diameter of C afferents", textbook),
      Parameter("diameter_C_sd", "s_C", 0.2, "um", 0.1...0.4, "their standard deviation", spread),
      Parameter(
        "diameter_alpha_motor", "D_α", isRat ? 9 : 11.5, "um", isRat ? 7...11 : 9...13,
        "mean diameter of axons of alpha motoneurons", motor),
      Parameter(
        "diameter_alpha_motor_sd", "s_α", isRat ? 1.2 : 1.5, "um", 0.5...2.5, "their standard deviation",
        spread),
      Parameter(
        "diameter_gamma_motor", "D_γ", 3, "um", 2...4, "mean diameter of axons of gamma motoneurons", motor),
      Parameter("diameter_gamma_motor_sd", "s_γ", 0.5, "um", 0.2...1, "their standard deviation", spread),
    ]
  }

  /// Diameters of fibres in the cord.
  static func tractFibres(_ species: Species) -> [Parameter] {
    let isRat = species == .rat
    let graft =
      "axons from grafts at C5, rat, 3 months: 0.15-1.70 um, myelinated 24 % with a mean of 0.72 um (seen)"
    return [
      Parameter(
        "diameter_dorsal_column", "D_DC", isRat ? 4 : 8, "um", isRat ? 2.5...6 : 6...10,
        "mean diameter of the large superficial fibres of the dorsal columns",
        isRat
          ? .assumed(because: "about half of the human fibres, as in the roots")
          : .fitted(
            to:
              "68 fibres (0.5 %) of at least 10.7 um within 0.3 mm of the surface at T10-T11: Feirabend et al. "
              + "2002 Brain 125:1137 (seen); the class stands for the largest tenth"
          )),
      Parameter(
        "diameter_dorsal_column_sd", "s_DC", isRat ? 1 : 1.5, "um", 0.5...2, "their standard deviation",
        .assumed(because: "3.6 % of the class then reach 10.7 um in people")),
      Parameter(
        "diameter_corticospinal", "D_CS", isRat ? 1.5 : 4, "um", isRat ? 1.1...2.5 : 2...6,
        "mean diameter of the myelinated corticospinal fibres that are modelled",
        isRat
          ? .measured(
            source: "Harding & Towe 1985 Exp Neurol 87:503",
            note: "mean 1.2, 0.2-5 um with unmyelinated fibres; seen")
          : .measured(source: "human pyramids", note: "most below 2-4 um, under 2 % above 11 um; recalled")),
      Parameter(
        "diameter_corticospinal_sd", "s_CS", isRat ? 0.5 : 2.5, "um", 0.3...3.5, "their standard deviation",
        .assumed(because: "leaves 0.3 % above 11 um in people")),
      Parameter(
        "diameter_regenerated", "D_re", 0.7, "um", 0.3...1.2, "mean diameter of regenerated axons",
        .measured(source: graft)),
      Parameter(
        "diameter_regenerated_sd", "s_re", 0.3, "um", 0.1...0.5, "their standard deviation",
        .measured(source: graft)),
    ]
  }

  /// Numbers of fibres in a root of an enlargement, on one side.
  static func fibreCounts(_ species: Species) -> [Parameter] {
    let isRat = species == .rat
    let roots = Evidence.derived(
      from: isRat
        ? "about 12 000 neurons in a lumbar ganglion of the rat (recalled), shared out as in people"
        : "653 627 dorsal root fibres of one side (Ingbert 1903, recalled) over 31 roots, half as many again "
          + "in an enlargement; shares of classes assumed")
    return [
      Parameter(
        "count_group_I", "N_I", isRat ? 300 : 1000, "fibres", isRat ? 100...600 : 300...2500,
        "group I afferents of a dorsal root", roots),
      Parameter(
        "count_group_II", "N_II", isRat ? 1500 : 5000, "fibres", isRat ? 500...3000 : 2000...9000,
        "group II and Aβ afferents of a dorsal root", roots),
      Parameter(
        "count_A_delta", "N_Aδ", isRat ? 2000 : 6000, "fibres", isRat ? 800...4000 : 2000...12000,
        "Aδ afferents of a dorsal root", roots),
      Parameter(
        "count_C", "N_C", isRat ? 8000 : 19000, "fibres", isRat ? 4000...12000 : 8000...30000,
        "C afferents of a dorsal root", roots),
      Parameter(
        "count_outside_enlargements", "n_o", 0.4, "fraction", 0.2...0.8,
        "fibres of a root outside the enlargements over one of an enlargement",
        .assumed(because: "roots of thoracic segments are visibly thinner; no counts were at hand")),
      Parameter(
        "gamma_share", "n_γ", 0.45, "fraction", 0.25...0.6, "gamma over alpha motor axons of a ventral root",
        .measured(
          source: "Kawamura et al. 1977 J Neuropathol Exp Neurol 36:853", note: "L3 2625 / 5716; seen")),
    ]
  }
}
