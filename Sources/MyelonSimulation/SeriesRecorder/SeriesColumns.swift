import MyelonLesion

/// Names, units and meanings of the columns that every series has, and the numbers that fill them.
enum SeriesColumns {
  typealias Column = SeriesTable.Column

  /// Time and tissue; `values` gives the numbers in the same order, without the time.
  static let tissue: [Column] = [
    Column("day", "d", "time after injury"),
    Column("lesion_volume", "mm3", "dead, fibrotic and fluid-filled tissue"),
    Column("cavity_volume", "mm3", "fluid-filled tissue"),
    Column("fibrosis_volume", "mm3", "fibrotic tissue"),
    Column("necrosis_volume", "mm3", "dead tissue that is not cleared yet"),
    Column("lesion_length", "mm", "length of cord with more than 5 % of its section lesioned"),
    Column("oedema_length", "mm", "length of cord with swollen tissue"),
    Column("spared_white_matter", "%", "uncut, myelinated white matter of the worst section"),
    Column("neurons_lost", "mm3", "neurons lost, as volume of intact grey matter"),
    Column("perfusion_epicentre", "fraction", "mean perfusion of the worst section"),
    Column("pro_inflammatory_macrophages", "mm3", "macrophages and microglia (M1) summed, at full density"),
    Column("repair_macrophages", "mm3", "macrophages and microglia (M2) summed, at full density"),
    Column("neutrophils", "mm3", "neutrophils summed, at full density"),
    Column("reactive_astrocytes", "mm3", "reactive astrocytes summed, at intact density"),
    Column("cspg", "mm3", "chondroitin sulphate proteoglycans summed, at unit density"),
    Column("myelin_debris", "mm3", "myelin debris, as volume of intact white matter"),
    Column("haemorrhage", "mm3", "blood in the tissue"),
    Column("demyelinated", "fraction", "bare axons over all axons of the worst section"),
    Column("remyelinated", "fraction", "remyelinated axons over all axons of the worst section"),
    Column("peak_cytokine", "ng/mL", "highest TNF / IL-1 in the cord"),
    Column("peak_glutamate", "uM", "highest excess glutamate in the cord"),
  ]

  /// Numbers of the tissue columns after the time.
  static func values(_ m: LesionMeasures) -> [Double] {
    [
      m.lesionVolume, m.cavityVolume, m.fibrosisVolume, m.necrosisVolume, m.lesionLength, m.oedemaLength,
      100 * m.sparedWhiteEpicentre, m.neuronsLost, m.perfusionEpicentre, m.inflammatoryMacrophages,
      m.repairMacrophages, m.neutrophils, m.reactiveAstrocytes, m.cspg, m.myelinDebris, m.haemorrhage,
      m.demyelinatedEpicentre, m.remyelinatedEpicentre, m.peakCytokine, m.peakGlutamate,
    ]
  }
}
