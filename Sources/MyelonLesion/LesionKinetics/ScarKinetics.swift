/// Rates of scar and cavity; see `LesionParameters.scar` for meaning and sources.
@frozen
public struct ScarKinetics: Sendable, Hashable {
  /// Activation of astrocytes, 1/h.
  public var activation: Float
  /// Division of reactive astrocytes, 1/h.
  public var proliferation: Float
  /// Densest astrocytes over intact tissue.
  public var capacity: Float
  /// Return to rest, 1/h.
  public var rest: Float
  /// Proteoglycan synthesis, 1/h.
  public var synthesis: Float
  /// Chronic signal of pro-inflammatory macrophages.
  public var chronicSignal: Float
  /// Proteoglycan turnover, 1/h.
  public var turnover: Float
  /// Digestion by chondroitinase, 1/h per unit/mL.
  public var digestion: Float
  /// Falling apart of dead tissue, 1/h.
  public var dissolution: Float
  /// Fibrosis in torn tissue per macrophage, 1/h.
  public var fibrosis: Float
  /// Loss of matrix in dead tissue per macrophage, 1/h.
  public var matrixLoss: Float
  /// Clearance of dead tissue without matrix per macrophage, 1/h.
  public var clearance: Float
  /// Fibrosis that halves cavitation.
  public var fibrosisHold: Float
  /// Scaffold share that halves cavitation.
  public var scaffoldHold: Float

  init(_ scale: KineticScale) {
    activation = scale.rate("astrocyte_activation")
    proliferation = scale.rate("astrocyte_proliferation")
    capacity = scale.value("astrocyte_capacity")
    rest = scale.rate("astrocyte_rest")
    synthesis = scale.rate("CSPG_synthesis")
    chronicSignal = scale.value("CSPG_chronic")
    turnover = scale.rate("k_CSPG")
    digestion = scale.value("CSPG_digestion")
    dissolution = scale.rate("dissolution")
    fibrosis = scale.rate("fibrosis_rate")
    matrixLoss = scale.rate("matrix_digestion")
    clearance = scale.rate("necrosis_clearance")
    fibrosisHold = scale.value("fibrosis_hold")
    scaffoldHold = scale.value("scaffold_hold")
  }
}
