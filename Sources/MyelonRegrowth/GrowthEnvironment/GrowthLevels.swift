import MyelonAnatomy
import MyelonLesion

/// Reads the levels and local numbers of a voxel from the cord's fields and the therapies' conditions.
struct GrowthLevels {
  private let numbers: GrowthNumbers
  private let cord: CordModel
  private let cspg, debris, myelin, remyelination, degenerated, antiNogo: UnsafeBufferPointer<Float>
  private let fibrosis, matrix, tissue, cavity, scaffold, graft, neurons,
    oligodendrocytes: UnsafeBufferPointer<Float>
  private let bdnf, nt3, gdnf: UnsafeBufferPointer<Float>
  private let conditions: GrowthConditions
  private let smoothedNeurons: [Float]

  init(
    state: TissueState, cord: CordModel, numbers: GrowthNumbers, conditions: GrowthConditions,
    smoothedNeurons: [Float]
  ) {
    self.numbers = numbers
    self.cord = cord
    self.conditions = conditions
    self.smoothedNeurons = smoothedNeurons
    cspg = state.values(.cspg)
    debris = state.values(.myelinDebris)
    myelin = state.values(.myelin)
    remyelination = state.values(.remyelination)
    degenerated = state.values(.degenerated)
    antiNogo = state.values(.antiNogo)
    matrix = state.values(.matrix)
    tissue = state.values(.tissue)
    cavity = state.values(.cavity)
    fibrosis = state.values(.fibrosis)
    scaffold = state.values(.scaffold)
    graft = state.values(.graft)
    neurons = state.values(.neurons)
    oligodendrocytes = state.values(.oligodendrocytes)
    bdnf = state.values(.bdnf)
    nt3 = state.values(.nt3)
    gdnf = state.values(.gdnf)
  }

  /// The eight levels of a voxel.
  ///
  /// - proteoglycan: `ν_S` times the scar's, plus that of intact tissue, `(ν_w w + ν_g g) tissue U`, plus what else inhibits in fibrous
  ///   tissue, `κ_F (F + fibrous fill of channels)`
  /// - myelin: `((w + μ_g g) (1 - (1 - ξ_Z) Z) (m + r) + debris) (1 - ψ_N a / (a + K_N))`
  /// - matrix: `E (1 - cavity) + (π_a / π_m) adhesion`
  /// - grafted cells as given; grafted neurons `n / (n + K_n)`, smoothed over ℓ_n
  /// - BDNF, NT-3, GDNF: `c / (c + K)`
  func levels(_ voxel: Int, undigested: Float) -> SIMD8<Float> {
    let greyShare = cord.greyFraction[voxel]
    let white = 1 - greyShare
    let natural = numbers.proteoglycanWhite * white + numbers.proteoglycanGrey * greyShare
    let fibrous = fibrosis[voxel] + Self.value(conditions.fibrousFill, voxel)
    let proteoglycan =
      numbers.proteoglycanScar * cspg[voxel] + natural * tissue[voxel] * undigested + numbers
      .fibrosisInhibition * fibrous
    let kept = 1 - (1 - numbers.degeneratedMyelin) * degenerated[voxel]
    let sheath = kept * (myelin[voxel] + remyelination[voxel])
    let masked = numbers.nogoShare * Self.saturation(antiNogo[voxel], numbers.antibodyHalf)
    let sheaths = (white + numbers.myelinGrey * greyShare) * max(0, sheath)
    let inhibitingMyelin = (sheaths + debris[voxel]) * (1 - masked)
    let laminin = matrix[voxel] * (1 - cavity[voxel])
    let adhesion = numbers.adhesion * Self.value(conditions.adhesion, voxel)
    return SIMD8(
      proteoglycan, inhibitingMyelin, laminin + adhesion, Self.value(conditions.graftSupport, voxel),
      Self.saturation(Self.value(smoothedNeurons, voxel), numbers.graftNeuronHalf),
      Self.saturation(bdnf[voxel], numbers.neurotrophinHalf),
      Self.saturation(nt3[voxel], numbers.neurotrophinHalf), Self.saturation(gdnf[voxel], numbers.gdnfHalf))
  }

  /// The local numbers of a voxel but for the direction of grey matter.
  ///
  /// - substrate: 1 less the cavity that neither scaffold nor graft fills
  /// - alignment: the larger of the therapies' and `ω_w w tissue`
  /// - target in the host: `g N (ε_c + (1 - ε_c) denervation) / (1 + S / K_c)`; in the graft: `n / (n + K_n)`
  /// - myelination: oligodendrocytes plus grafted myelin-forming cells, at most 1
  func local(_ voxel: Int, denervation: Float, proteoglycan: Float) -> SIMD8<Float> {
    let greyShare = cord.greyFraction[voxel]
    let implant = min(1, scaffold[voxel] + graft[voxel])
    let substrate = 1 - max(0, cavity[voxel] - implant)
    let fibres = numbers.whiteAlignment * (1 - greyShare) * tissue[voxel]
    let vacant = numbers.innervatedContact + (1 - numbers.innervatedContact) * denervation
    let host = greyShare * neurons[voxel] * vacant / (1 + proteoglycan / numbers.contactHalf)
    let grafted = Self.value(conditions.graftNeurons, voxel)
    let wrapping = oligodendrocytes[voxel] + Self.value(conditions.graftMyelin, voxel)
    return SIMD8(
      substrate, max(Self.value(conditions.alignment, voxel), fibres), host,
      Self.saturation(grafted, numbers.graftNeuronHalf), min(1, wrapping), 0, 0, implant)
  }

  @inline(__always)
  private static func saturation(_ level: Float, _ half: Float) -> Float { level / (level + half) }

  @inline(__always)
  private static func value(_ field: [Float], _ voxel: Int) -> Float { field.isEmpty ? 0 : field[voxel] }
}
