import MyelonAnatomy

/// What a pathologist or a radiologist would measure on the cord at one time.
public struct LesionMeasures: Sendable, Hashable, Codable {
  /// Volume of dead, fibrotic and fluid-filled tissue, mm3.
  public var lesionVolume = 0.0
  /// Fluid-filled volume, mm3: space without host tissue that neither scaffold nor graft fills.
  public var cavityVolume = 0.0
  /// Fibrotic volume, mm3.
  public var fibrosisVolume = 0.0
  /// Dead, not yet cleared volume, mm3.
  public var necrosisVolume = 0.0
  /// Length of cord in which more than a twentieth of the section is lesion, mm.
  public var lesionLength = 0.0
  /// Length of cord in which the mean oedema is above a tenth of the level that halves flow, mm.
  public var oedemaLength = 0.0
  /// Smallest share of the white matter of a section that is living and myelinated: the sparing at the epicentre.
  public var sparedWhiteEpicentre = 1.0
  /// Neurons lost in the window, in mm3 of intact grey matter.
  public var neuronsLost = 0.0
  /// Mean perfusion of the injured zone's worst section, fraction of normal.
  public var perfusionEpicentre = 1.0
  /// Pro-inflammatory macrophages, neutrophils and pro-repair macrophages summed over the window, mm3 of full density.
  public var inflammatoryMacrophages = 0.0
  /// See `inflammatoryMacrophages`.
  public var repairMacrophages = 0.0
  /// See `inflammatoryMacrophages`.
  public var neutrophils = 0.0
  /// Reactive astrocytes summed over the window, mm3 of intact density.
  public var reactiveAstrocytes = 0.0
  /// Proteoglycan summed over the window, mm3 of unit density.
  public var cspg = 0.0
  /// Myelin debris summed over the window, mm3 of intact white matter.
  public var myelinDebris = 0.0
  /// Extravasated blood summed over the window, mm3 of full density.
  public var haemorrhage = 0.0
  /// Uncut axons without myelin in the worst section, fraction of its axons.
  public var demyelinatedEpicentre = 0.0
  /// Uncut axons with new myelin in the worst section, fraction of its axons.
  public var remyelinatedEpicentre = 0.0
  /// Highest TNF / IL-1 in the cord, ng/mL.
  public var peakCytokine = 0.0
  /// Highest excess glutamate in the cord, µM.
  public var peakGlutamate = 0.0
}
