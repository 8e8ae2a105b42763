import MyelonAnatomy
import MyelonQuantities

extension StimulationParameters {
  /// Layers too thin for cells.
  static func layers(_ species: Species) -> [Parameter] {
    let isRat = species == .rat
    return [
      Parameter(
        "dura_thickness", "d_d", isRat ? 0.08 : 0.307, "mm", isRat ? 0.04...0.15 : 0.1...0.55,
        "mean thickness of the dura over levels",
        isRat
          ? .assumed(because: "0.05-0.1 mm in sections of rodents (recalled); no table was at hand")
          : .measured(
            source: "Spine J 2011;11:1121", note: "0.307 (SD 0.122) mm, 323 sites of 19 cadavers; seen")),
      Parameter(
        "dura_thickness_variation", "δ_d", isRat ? 0 : 0.2, "-", 0...0.4,
        "how much thicker than the mean the dura is at the vertebra T9/T10, and how much thinner at L2/L3",
        .assumed(
          because:
            "the source of the mean says where it is thickest and thinnest, but the amount was not seen")),
      Parameter(
        "encapsulation_thickness", "d_en", isRat ? 0.05 : 0.3, "mm", isRat ? 0...0.2 : 0...1,
        "thickness of the tissue that encapsulates an electrode",
        .assumed(because: "0.3 mm is usual in models of people (recalled); scaled to the rat")),
    ]
  }

  /// Cerebrospinal fluid and epidural fat.
  static func canal(_ species: Species) -> [Parameter] {
    species == .human ? humanFluid + humanFat : ratFluid + ratFat
  }

  private static var humanFluid: [Parameter] {
    let template =
      "dorsal depth in the PAM50 template (measured there); range Holsheimer et al. 1994 AJNR 15:951, "
    return [
      Parameter(
        "csf_dorsal_cervical", "c_C5", 2.15, "mm", 1.5...4,
        "depth of fluid dorsal to the cord beside the vertebra C5, supine",
        .measured(source: template + "C4-C6", note: "26 subjects, supine; seen")),
      Parameter(
        "csf_dorsal_midthoracic", "c_T5", 4.8, "mm", 4...8.5,
        "depth of fluid dorsal to the cord between the vertebrae T5 and T6, supine",
        .measured(source: template + "T5-T6", note: "26 subjects, supine; seen")),
      Parameter(
        "csf_dorsal_T11", "c_T11", 3.8, "mm", 2...6,
        "depth of fluid dorsal to the cord beside the vertebra T11, supine",
        .measured(source: template + "T11", note: "26 subjects, supine; seen")),
      Parameter(
        "csf_dorsal_T12", "c_T12", 2.95, "mm", 1.5...4.5,
        "depth of fluid dorsal to the cord beside the vertebra T12, supine",
        .measured(source: template + "T12", note: "26 subjects, supine; seen")),
      Parameter(
        "prone_shift_T11", "s_T11", 2.2, "mm", 0...3, "ventral shift of the cord beside T11 on lying prone",
        .measured(source: "Holsheimer et al. 1994 AJNR 15:951", note: "seen")),
      Parameter(
        "prone_shift_T12", "s_T12", 3.4, "mm", 0...4.5, "ventral shift of the cord beside T12 on lying prone",
        .measured(source: "Holsheimer et al. 1994 AJNR 15:951", note: "seen")),
      Parameter(
        "csf_least", "c_0", 0.3, "mm", 0.1...1, "least depth of fluid between cord and dura",
        .assumed(because: "arachnoid and pia keep the cord off the dura; no figure was found")),
    ]
  }

  private static var humanFat: [Parameter] {
    [
      Parameter(
        "epidural_dorsal", "e_d", 2.5, "mm", 1...5,
        "dorsal thickness of epidural fat beside a lamina, T8 and below",
        .measured(source: "literature on spinal cord stimulation", note: "1-5 mm, recalled")),
      Parameter(
        "epidural_dorsal_rostral", "e_r", 1.5, "mm", 0.5...3,
        "dorsal thickness of epidural fat beside a lamina in the neck and upper chest",
        .assumed(because: "dorsal fat is scant in the neck (textbook)")),
      Parameter(
        "epidural_interlaminar", "e_i", 1.5, "mm", 0...3, "extra dorsal fat between laminae",
        .assumed(because: "fat is thickest at interlaminar levels (recalled); the amount was not found")),
      Parameter(
        "epidural_lateral", "e_l", 2, "mm", 0.5...4, "lateral thickness of epidural fat",
        .assumed(because: "lumbar canals are 22-25 mm wide around a sac of 16-20 mm (textbook)")),
      Parameter(
        "epidural_ventral", "e_v", 1, "mm", 0.2...3, "ventral thickness of epidural fat and veins",
        .assumed(because: "the sac lies close behind the bodies above L4 (textbook)")),
    ]
  }

  private static var ratFluid: [Parameter] {
    let sections = Evidence.assumed(
      because: "the cord nearly fills the rat's canal: 0.1-0.4 mm in published sections and models (recalled)"
    )
    return [
      Parameter(
        "csf_dorsal_rat", "c_d", 0.25, "mm", 0.1...0.5, "depth of fluid dorsal to the rat's cord", sections),
      Parameter(
        "csf_ventral_rat", "c_v", 0.25, "mm", 0.1...0.6, "depth of fluid ventral to the rat's cord", sections),
      Parameter(
        "csf_lateral_rat", "c_l", 0.3, "mm", 0.1...0.6, "depth of fluid lateral to the rat's cord", sections),
      Parameter(
        "csf_least", "c_0", 0.05, "mm", 0.02...0.2, "least depth of fluid between cord and dura", sections),
    ]
  }

  private static var ratFat: [Parameter] {
    let fat = Evidence.assumed(
      because: "a thin layer of fat lets an electrode of 0.1-0.3 mm slide under the laminae of a rat")
    return [
      Parameter(
        "epidural_dorsal", "e_d", 0.3, "mm", 0.1...0.6,
        "dorsal thickness of epidural fat beside a lamina, T8 and below",
        fat),
      Parameter(
        "epidural_dorsal_rostral", "e_r", 0.2, "mm", 0.05...0.5,
        "dorsal thickness of epidural fat beside a lamina in the neck and upper chest", fat),
      Parameter("epidural_interlaminar", "e_i", 0.15, "mm", 0...0.5, "extra dorsal fat between laminae", fat),
      Parameter("epidural_lateral", "e_l", 0.3, "mm", 0.1...0.6, "lateral thickness of epidural fat", fat),
      Parameter(
        "epidural_ventral", "e_v", 0.15, "mm", 0.05...0.4, "ventral thickness of epidural fat and veins", fat),
    ]
  }
}
