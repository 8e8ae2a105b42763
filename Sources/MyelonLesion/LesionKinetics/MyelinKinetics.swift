/// Rates of myelin, progenitors and cut axons; see `LesionParameters.myelin` for meaning and sources.
@frozen
public struct MyelinKinetics: Sendable, Hashable {
  /// Myelin lost with its oligodendrocyte.
  public var lossWithOligodendrocyte: Float
  /// Stripping per pro-inflammatory macrophage, 1/h.
  public var stripping: Float
  /// Death of oligodendrocytes whose axons are gone, 1/h.
  public var orphanDeath: Float
  /// Division of progenitors, 1/h.
  public var progenitorDivision: Float
  /// Densest progenitors over intact tissue.
  public var progenitorCapacity: Float
  /// Start of differentiation, 1/h.
  public var differentiation: Float
  /// Return of progenitors to normal density, 1/h.
  public var progenitorReturn: Float
  /// Maturation of new oligodendrocytes, 1/h.
  public var maturation: Float
  /// Remyelination per new oligodendrocyte, 1/h.
  public var remyelination: Float
  /// Debris that halves differentiation.
  public var debrisHalf: Float
  /// Proteoglycan that halves differentiation.
  public var cspgHalf: Float
  /// Antibody against Nogo-A that halves what debris inhibits, ng/mL.
  public var antiNogoHalf: Float
  /// Clearance of debris per macrophage, 1/h.
  public var phagocytosis: Float
  /// Slow clearance of debris, 1/h.
  public var debrisFading: Float
  /// Degeneration of axon parts cut from their cell body, 1/h.
  public var wallerian: Float

  init(_ scale: KineticScale) {
    lossWithOligodendrocyte = scale.value("demyelination_by_loss")
    stripping = scale.rate("demyelination_macrophage")
    orphanDeath = scale.rate("kill_oligo_orphaned")
    progenitorDivision = scale.rate("OPC_proliferation")
    progenitorCapacity = scale.value("OPC_capacity")
    differentiation = scale.rate("OPC_differentiation")
    progenitorReturn = scale.rate("OPC_return")
    maturation = 1 / (scale.value("oligo_maturation") * Float(scale.slowing))
    remyelination = scale.rate("remyelination_rate")
    debrisHalf = scale.value("remyelination_debris_half")
    cspgHalf = scale.value("remyelination_CSPG_half")
    antiNogoHalf = scale.value("anti_Nogo_half")
    phagocytosis = scale.rate("phagocytosis")
    debrisFading = scale.value("k_myelin_debris")
    wallerian = scale.rate("wallerian_rate")
  }
}
