import MyelonQuantities

/// The fields of the injured cord, in memory order: first the twelve that diffuse, then the local ones.
///
/// Densities are relative to intact tissue of the same voxel (1 = intact); substances are the excess over their
/// basal level, so that an intact cord is all zeros there and stays exactly as it is.
public enum TissueField: Int, CaseIterable, Sendable {
  /// Excess extracellular glutamate, µM.
  case glutamate
  /// Oxidative load (reactive oxygen species and peroxidation products), relative to the half-toxic load.
  case oxidants
  /// TNF / IL-1, ng/mL.
  case proInflammatoryCytokine
  /// IL-10, ng/mL.
  case antiInflammatoryCytokine
  /// VEGF, ng/mL.
  case vegf
  /// Oedema fluid, relative.
  case oedema
  /// BDNF above basal, ng/mL.
  case bdnf
  /// NT-3 above basal, ng/mL.
  case nt3
  /// Chondroitinase activity, units/mL.
  case chondroitinase
  /// GDNF above basal, ng/mL.
  case gdnf
  /// Antibody against Nogo-A, ng/mL.
  case antiNogo
  /// Extracellular vesicles taken up, relative to the half-maximal level.
  case exosomes

  /// Neurons of the voxel's grey matter.
  case neurons
  /// Mature oligodendrocytes.
  case oligodendrocytes
  /// New oligodendrocytes on the way to maturity.
  case immatureOligodendrocytes
  /// Oligodendrocyte progenitors.
  case progenitors
  /// Resting astrocytes.
  case restingAstrocytes
  /// Reactive astrocytes.
  case reactiveAstrocytes
  /// Pro-inflammatory macrophages and microglia (M1).
  case inflammatoryMacrophages
  /// Pro-repair macrophages and microglia (M2).
  case repairMacrophages
  /// Neutrophils.
  case neutrophils
  /// Danger signals of dying cells.
  case damageSignal
  /// Attractants of monocytes.
  case monocyteSignal
  /// Vessels that carry blood.
  case perfusion
  /// Vessel sprouts.
  case vesselSprouts
  /// Basal, laminin-like matrix.
  case matrix
  /// Myelin debris, in units of the voxel's intact myelin.
  case myelinDebris
  /// Chondroitin sulphate proteoglycans.
  case cspg
  /// Living share of the voxel's tissue volume.
  case tissue
  /// Dead, not yet cleared share of the tissue volume.
  case necrosis
  /// Fibrotic share of the tissue volume.
  case fibrosis
  /// Fluid-filled share of the tissue volume; `tissue + necrosis + fibrosis + cavity` = 1.
  case cavity
  /// Axons that are not cut in this voxel.
  case axons
  /// Share of the uncut axons that keep their own myelin.
  case myelin
  /// Share of the uncut axons that are remyelinated.
  case remyelination
  /// Axons of this voxel that are joined to their cell body.
  case connected
  /// Axons of this voxel that have degenerated because they were cut elsewhere or here.
  case degenerated
  /// Extravasated blood.
  case haemorrhage
  /// Tissue torn by the blow; constant in time.
  case torn
  /// Perfusion kept under lasting compression; constant until decompression.
  case patency
  /// Share of non-ischaemic secondary death that therapies prevent; 0 without therapy.
  case protection
  /// Drive of macrophages to the pro-repair state by therapies, relative to saturating IL-10.
  case repairDrive
  /// Share of the voxel's volume that holds a scaffold; its pores count as scaffold.
  case scaffold
  /// Share of the voxel's volume that living grafted cells fill.
  case graft

  /// Number of diffusing fields; they come first.
  public static let substanceCount = 12
  /// True for a field that diffuses.
  public var isSubstance: Bool { rawValue < Self.substanceCount }
  /// True for a substance that tissue does not make in this model and only therapies bring.
  var isBrought: Bool { isSubstance && rawValue >= Self.bdnf.rawValue }
  /// The field's value in an intact cord.
  public var intactValue: Float {
    switch self {
    case .neurons, .oligodendrocytes, .progenitors, .restingAstrocytes, .perfusion, .matrix, .tissue, .axons,
      .myelin, .connected, .patency:
      1
    default: 0
    }
  }

  /// Name in scenario files, volume files and tables, for example `reactive_astrocytes`.
  public var name: String {
    switch self {
    case .inflammatoryMacrophages: "pro_inflammatory_macrophages"
    case .progenitors: "oligodendrocyte_progenitors"
    case .degenerated: "degenerated_axons"
    case .connected: "connected_axons"
    default: SnakeCase.of(self)
    }
  }

  /// The fields that most readers want as volumes.
  public static let usual: [TissueField] = [
    .tissue, .neurons, .axons, .myelin, .remyelination, .oligodendrocytes, .perfusion, .haemorrhage, .oedema,
    .neutrophils, .inflammatoryMacrophages, .repairMacrophages, .reactiveAstrocytes, .cspg, .myelinDebris,
    .necrosis, .fibrosis, .cavity,
  ]
}
