import MyelonQuantities

extension LesionParameters {
  /// Diffusion and clearance of substances; one mm2/h is 278 um2/s.
  static var transport: [Parameter] {
    [
      Parameter(
        "D_glutamate", "D_G", 1.19, "mm2/h", 0.9...1.44, "effective diffusivity of glutamate in tissue",
        .measured(
          source: "Longsworth free D; Rusakov & Kullmann 1998; Nielsen et al 2004 Neuron",
          note: "330 um2/s, recalled")),
      Parameter(
        "k_glutamate", "λ_G", 1.2, "1/h", 0.5...4.8, "clearance of excess glutamate in injured tissue",
        .derived(
          from:
            "diffusive reach sqrt(D/λ) = 1 (0.5-1.5) mm, McAdoo et al 1999 Exp Neurol 159:538; agrees with "
            + "toxic levels for over an hour, Liu et al 1991, doi:10.1016/0006-8993(91)90984-4")),
      Parameter(
        "D_oxidants", "D_R", 0.036, "mm2/h", 0...0.2,
        "effective diffusivity of oxidants and peroxidation products",
        .assumed(
          because: "H2O2 lives seconds and travels 30 um; its diffusible aldehydes travel a little farther")),
      Parameter(
        "k_oxidants", "λ_R", 0.0289, "1/h", 0.0096...0.058, "clearance of oxidative load (half-life 24 h)",
        .measured(
          source: "thalf_lipid_perox_products; Carrico et al 2009 J Neurotrauma 26:1369", note: "recalled")),
      Parameter(
        "D_cytokine", "D_C", 0.108, "mm2/h", 0.036...0.216, "effective diffusivity of TNF / IL-1",
        .derived(from: "D_TNF 20 and D_cytokine17kDa 40 um2/s (Stokes-Einstein, tortuosity 1.8-2.1); mean 30")
      ),
      Parameter(
        "k_cytokine", "λ_C", 0.92, "1/h", 0.28...3.5, "clearance of TNF / IL-1 (half-life 0.75 h)",
        .derived(from: "thalf_TNF_tissue 0.5 h and thalf_IL1b_tissue 1 h; prior estimates")),
      Parameter(
        "D_IL10", "D_A", 0.09, "mm2/h", 0.054...0.144, "effective diffusivity of IL-10",
        .derived(from: "free diffusion about 100 um2/s over tortuosity 2.0 squared: 25 um2/s")),
      Parameter(
        "k_IL10", "λ_A", 0.46, "1/h", 0.15...1.4, "clearance of IL-10 (half-life 1.5 h)",
        .measured(
          source: "Hellenbrand 2019 J Neuroinflammation 16:93, doi:10.1186/s12974-019-1479-3",
          note: "qualitative")),
      Parameter(
        "D_VEGF", "D_V", 0.065, "mm2/h", 0.029...0.126, "effective diffusivity of VEGF165",
        .derived(from: "free 104 um2/s (Mac Gabhann & Popel), tortuosity 2.1 and matrix binding: 18 um2/s")),
      Parameter(
        "k_VEGF", "λ_V", 0.69, "1/h", 0.35...1.4, "clearance of VEGF (half-life 1 h)",
        .assumed(because: "range used in angiogenesis models (thalf_VEGF_tissue)")),
      Parameter(
        "D_oedema", "D_W", 3.4, "mm2/h", 1...7, "spread of oedema fluid along the cord",
        .fitted(
          to:
            "oedema reaching 30-40 mm at 48 h in the rat (lesion_length_48h_severe) and growing 0.9 mm/h in people "
            + "(human_lesion_expansion_rate); half of water's axial diffusivity, 1.9e-3 mm2/s")),
      Parameter(
        "k_oedema", "λ_W", 0.0096, "1/h", 0.004...0.03, "resorption of oedema (half-life 3 d)",
        .fitted(to: "oedema_peak at 2 (1-4) d, recalled")),
      Parameter(
        "D_neurotrophin", "D_B", 0.079, "mm2/h", 0.036...0.108, "effective diffusivity of BDNF and NT-3",
        .measured(source: "NGF analogue, Stroh et al 2003 Biophys J 85:581", note: "22 um2/s by analogy")),
      Parameter(
        "k_neurotrophin", "λ_T", 0.46, "1/h", 0.17...1.4, "clearance of BDNF and NT-3 (half-life 1.5 h)",
        .measured(source: "thalf_BDNF_tissue; Krewson & Saltzman 1996 Brain Res", note: "recalled")),
      Parameter(
        "D_ChABC", "D_E", 0.029, "mm2/h", 0.014...0.043, "effective diffusivity of chondroitinase ABC",
        .assumed(because: "113 kDa, Stokes-Einstein with tortuosity 2.3-2.8; no direct measurement known")),
      Parameter(
        "k_ChABC", "λ_E", 0.0144, "1/h", 0.004...0.06, "loss of chondroitinase activity at body temperature",
        .assumed(because: "half-life of about two days at 37 C, recalled; the release module refines it")),
      Parameter(
        "D_GDNF", "D_F", 0.072, "mm2/h", 0.029...0.108, "effective diffusivity of GDNF",
        .derived(from: "30 kDa dimer that binds heparan sulphate: 20 (8-30) um2/s by size (D_GDNF)")),
      Parameter(
        "k_GDNF", "λ_F", 0.46, "1/h", 0.17...1.4, "clearance of GDNF (half-life 1.5 h)",
        .assumed(because: "no direct figure; as BDNF, whose size and binding are alike")),
      Parameter(
        "D_antibody", "D_I", 0.0216, "mm2/h", 0.0144...0.0324, "effective diffusivity of an IgG antibody",
        .measured(
          source: "Wolak, Pizzo & Thorne 2015 J Control Release 197:78", note: "6 (4-9) um2/s, recalled")),
      Parameter(
        "k_antibody", "λ_I", 0.0193, "1/h", 0.0096...0.058, "clearance of an IgG antibody (half-life 1.5 d)",
        .assumed(because: "antibody kinetics of cerebrospinal fluid, class value (thalf_IgG_csf)")),
      Parameter(
        "D_exosome", "D_X", 0.00036, "mm2/h", 0.000036...0.0018,
        "effective diffusivity of 50-150 nm vesicles",
        .assumed(
          because: "extracellular clefts of 20-60 nm hinder them strongly: 0.1 (0.01-0.5) um2/s (D_exosome)")),
      Parameter(
        "k_exosome", "λ_X", 0.0289, "1/h", 0.0144...0.0578, "loss of vesicles' effect (half-life 24 h)",
        .measured(
          source: "Lankford et al 2018 PLoS ONE 13:e0190358, doi:10.1371/journal.pone.0190358",
          note: "found in the injured cord at 3 and 24 h; times recalled")),
      Parameter(
        "anisotropy_white", "a_z", 1.5, "-", 1.3...2, "diffusivity along over across fibres in white matter",
        .derived(
          from: "tortuosity 1.4 along, 1.7 across: Vorisek & Sykova 1997; Prokopova et al 1997 (recalled)")),
      Parameter(
        "scar_slowing", "b_S", 0.79, "-", 0.64...0.9, "diffusivity in dense glial scar over intact tissue",
        .derived(from: "tortuosity 1.8 against 1.6: Roitbak & Sykova 1999 Glia 28:40 (recalled)")),
      Parameter(
        "oedema_slowing", "b_W", 0.64, "-", 0.53...0.8, "diffusivity in swollen over intact tissue",
        .derived(from: "tortuosity 2.0 in cytotoxic oedema against 1.6: Sykova & Nicholson 2008 (recalled)")),
      Parameter(
        "scaffold_slowing", "b_V", 0.5, "-", 0.2...1, "diffusivity in a scaffold's pores over free diffusion",
        .assumed(because: "porous sponges and gels hinder proteins by a factor of one to three")),
    ]
  }
}
