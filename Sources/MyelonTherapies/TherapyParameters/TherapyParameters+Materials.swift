import MyelonQuantities

extension TherapyParameters {
  /// Scaffolds and release.
  static let materials: [Parameter] = [
    Parameter(
      "extracellular_fraction", "α", 0.2, "fraction", 0.15...0.3,
      "share of tissue that is extracellular space, in which a released factor is diluted",
      .measured(
        source: "Sykova & Nicholson 2008 Physiol Rev 88:1277, doi:10.1152/physrev.00027.2007",
        note: "intact grey matter")),
    Parameter(
      "depot_radius", "ρ_D", 0.3, "mm", 0.05...1, "radius of a depot injected at a point",
      .assumed(because: "0.1 mm3 of gel or microspheres, a tenth of a usual injection, is a ball of 0.3 mm")),
    Parameter(
      "scaffold_protection", "π_V", 0.1, "fraction", 0...0.3,
      "share of non-ischaemic secondary death that a fully adhesive scaffold prevents at its border",
      .assumed(
        because: "smaller lesions around scaffolds are reported, but no study isolates the effect; kept small"
      )),
    Parameter(
      "channel_guidance_reach", "λ_w", 130, "um", 20...200,
      "distance from the wall of a channel within which axons and the cells that lead them grow",
      .fitted(
        to:
          "fewer axons a channel of 660 than of 450 um: Krych et al 2009 Acta Biomater, PMC2731813 "
          + "(align_channel_450_1mo, align_channel_660_1mo)")),
    Parameter(
      "wall_diffusivity", "b_w", 0.2, "-", 0.02...0.5,
      "diffusivity of proteins in the wall between channels over free diffusion",
      .measured(
        source: "Weber, Lopez & Anseth 2009; Zustiak & Leach 2011",
        note: "PEG-diacrylate gels of 5-20 nm mesh, recalled (hydrogel_Drel_PEG)")),
    Parameter(
      "ChABC_half_life_Pv", "τ_Pv", 1.5, "d", 0.3...4,
      "half-life of activity of chondroitinase from Proteus vulgaris at 37 C",
      .measured(
        source: "Tester 2007 J Neurosci Res; Lee 2010; Hettiaratchi 2020",
        note: "reports conflict, recalled (ChABC_thalf_37_Pv)")),
    Parameter(
      "ChABC_half_life_Bt", "τ_Bt", 0.0875, "d", 0.08...0.1,
      "half-life of activity of chondroitinase from Bacteroides thetaiotaomicron at 37 C",
      .measured(source: "Polymers 2022 14:1770", note: "127 min, seen in the source (ChABC_thalf_37_Bt)")),
    Parameter(
      "ChABC_half_life_trehalose", "τ_tre", 21, "d", 14...28,
      "half-life of activity of chondroitinase kept in trehalose",
      .measured(
        source: "Lee, McKeon & Bellamkonda 2010 PNAS 107:3340",
        note: "active for 4 weeks in vitro, recalled (ChABC_thalf_trehalose)")),
  ]
}
