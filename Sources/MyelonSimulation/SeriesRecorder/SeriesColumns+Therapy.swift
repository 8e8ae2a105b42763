import MyelonTherapies

extension SeriesColumns {
  /// Treatment, only in runs that have a treated arm.
  ///
  /// `values(_:)` gives the numbers in the same order.
  static let therapy: [Column] = [
    Column("graft_cells", "cells", "living grafted cells"),
    Column("graft_survival", "%", "living over placed grafted cells; above 100 where cells have divided"),
    Column("graft_neurons", "cells", "living grafted neurons"),
    Column("graft_astrocytes", "cells", "living grafted astrocytes"),
    Column("graft_oligodendrocytes", "cells", "living grafted cells that form myelin"),
    Column("graft_undifferentiated", "cells", "living grafted cells without a fate"),
    Column("graft_volume", "mm3", "volume of the living grafted cells"),
    Column("tumour_volume", "mm3", "volume of clones of undifferentiated cells"),
    Column("immune_response", "fraction", "strongest response of the host's adaptive immunity to a graft"),
    Column("scaffold_volume", "mm3", "scaffold that is left, with its pores"),
    Column("immunosuppression", "fraction", "share of the adaptive immune response that drugs prevent"),
    Column("infection_risk", "fraction", "probability of a severe infection caused by drugs so far"),
    Column("sprouting_risk", "fraction", "risk of allodynia or spasticity from aberrant sprouting"),
    Column("peak_BDNF", "ng/mL", "highest BDNF in the cord"),
    Column("peak_NT3", "ng/mL", "highest NT-3 in the cord"),
    Column("peak_chondroitinase", "U/mL", "highest activity of chondroitinase in the cord"),
  ]

  /// Numbers of the therapy columns.
  static func values(_ m: TherapyMeasures) -> [Double] {
    [
      m.graftCells, m.graftSurvival, m.graftNeurons, m.graftAstrocytes, m.graftOligodendrocytes,
      m.graftUndifferentiated, m.graftVolume, m.tumourVolume, m.immuneResponse, m.scaffoldVolume,
      m.immunosuppression, m.infectionRisk, m.sproutingRisk, m.peakBDNF, m.peakNT3, m.peakChondroitinase,
    ]
  }
}
