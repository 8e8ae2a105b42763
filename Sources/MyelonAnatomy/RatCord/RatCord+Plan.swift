extension RatCord {
  /// One region in the plan of the rat cord.
  ///
  /// `share` is the area of one side over the whole white (tracts) or grey matter (horns); `lateral` and
  /// `dorsal` place the centroid in half-diameters; each has one value for the cervical, thoracic, lumbar and
  /// sacral cord. `aspect` is lateral over dorsal spread.
  typealias PlanRow = (
    key: Int, share: [Double], lateral: [Double], dorsal: [Double], aspect: Double, correlation: Double
  )

  /// Places of tracts and horns in the rat.
  ///
  /// Assumed because no atlas with coordinates was at hand; recalled from the drawings of Watson, Paxinos &
  /// Kayalioglu 2009 (The Spinal Cord) and Nami, Perone & Cohen-Adad 2022 (doi:10.3389/fnana.2022.960475), not
  /// measured: the main corticospinal tract in the ventral part of the dorsal columns (its share from 200 000
  /// fibres of about 1.2 um, Harding & Towe 1985 Exp Neurol 87:503, fewer caudally) with small lateral and ventral
  /// components; a large rubrospinal tract in the dorsolateral funiculus; spinocerebellar fibres at the lateral
  /// rim; reticulo- and vestibulospinal fibres ventral. Shares leave about 15 % of the white matter to
  /// propriospinal fibres, which are common in the rat (Chung, Langford & Coggeshall 1987 J Comp Neurol 263:68:
  /// 25 % of fibres in the dorsal and 44 % in the dorsolateral funiculus, mixed there with others).
  static let plan: [PlanRow] = dorsalPlan + lateralPlan + ventralPlan + greyPlan

  private static let dorsalPlan: [PlanRow] = [
    (
      RegionKey.index(.fasciculusGracilis), [0.035, 0.070, 0.085, 0.090], [0.08, 0.11, 0.14, 0.16],
      [0.72, 0.66, 0.70, 0.70], 0.40, 0
    ),
    (
      RegionKey.index(.fasciculusCuneatus), [0.065, 0.030, 0, 0], [0.24, 0.27, 0.27, 0.27],
      [0.66, 0.68, 0.68, 0.68], 0.60, 0.3
    ),
    (
      RegionKey.index(.dorsalCorticospinal), [0.040, 0.030, 0.020, 0.012], [0.08, 0.08, 0.08, 0.08],
      [0.26, 0.26, 0.34, 0.40], 0.70, 0
    ),
  ]

  private static let lateralPlan: [PlanRow] = [
    (
      RegionKey.index(.lateralCorticospinal), [0.006, 0.006, 0.005, 0.004], [0.58, 0.56, 0.66, 0.70],
      [0.26, 0.22, 0.24, 0.24], 1.0, 0
    ),
    (
      RegionKey.index(.rubrospinal), [0.045, 0.040, 0.032, 0.022], [0.74, 0.70, 0.78, 0.78],
      [0.38, 0.42, 0.36, 0.36], 1.3, -0.4
    ),
    (
      RegionKey.index(.ventralSpinocerebellar), [0.045, 0.055, 0.025, 0], [0.92, 0.90, 0.93, 0.93],
      [-0.08, -0.06, -0.06, -0.06], 0.25, 0
    ),
    (
      RegionKey.index(.lateralReticulospinal), [0.022, 0.022, 0.020, 0.016], [0.66, 0.60, 0.74, 0.78],
      [0.04, 0.02, 0.02, 0.02], 1.2, 0
    ),
    (
      RegionKey.index(.spinothalamic), [0.042, 0.042, 0.036, 0.030], [0.72, 0.68, 0.78, 0.80],
      [-0.42, -0.38, -0.42, -0.42], 1.0, 0.3
    ),
    (
      RegionKey.index(.spinoOlivary), [0.015, 0.015, 0.012, 0.008], [0.58, 0.56, 0.62, 0.62],
      [-0.72, -0.70, -0.74, -0.74], 1.2, 0.4
    ),
  ]

  private static let ventralPlan: [PlanRow] = [
    (
      RegionKey.index(.ventrolateralReticulospinal), [0.020, 0.020, 0.018, 0.014],
      [0.44, 0.42, 0.48, 0.48], [-0.76, -0.70, -0.82, -0.82], 1.1, 0.2
    ),
    (
      RegionKey.index(.lateralVestibulospinal), [0.025, 0.025, 0.022, 0.018], [0.28, 0.28, 0.30, 0.30],
      [-0.88, -0.84, -0.90, -0.90], 1.6, 0
    ),
    (
      RegionKey.index(.ventralReticulospinal), [0.022, 0.022, 0.018, 0.014], [0.27, 0.26, 0.30, 0.30],
      [-0.74, -0.68, -0.80, -0.80], 1.2, 0
    ),
    (
      RegionKey.index(.ventralCorticospinal), [0.006, 0.005, 0.003, 0.002], [0.05, 0.05, 0.05, 0.05],
      [-0.66, -0.62, -0.68, -0.68], 0.5, 0
    ),
    (
      RegionKey.index(.tectospinal), [0.008, 0.006, 0.003, 0.002], [0.10, 0.10, 0.10, 0.10],
      [-0.88, -0.86, -0.88, -0.88], 1.0, 0
    ),
    (
      RegionKey.index(.medialReticulospinal), [0.022, 0.022, 0.020, 0.016], [0.15, 0.15, 0.16, 0.16],
      [-0.62, -0.56, -0.64, -0.64], 0.8, 0
    ),
    (
      RegionKey.index(.medialLongitudinalFasciculus), [0.012, 0.010, 0.006, 0.003],
      [0.06, 0.06, 0.06, 0.06], [-0.48, -0.42, -0.50, -0.50], 0.6, 0
    ),
  ]

  private static let greyPlan: [PlanRow] = [
    (
      RegionKey.index(.ventralHorn), [0.20, 0.14, 0.20, 0.17], [0.42, 0.30, 0.46, 0.42],
      [-0.42, -0.34, -0.42, -0.40], 1.0, 0.1
    ),
    (
      RegionKey.index(.intermediateZone), [0.13, 0.20, 0.13, 0.15], [0.24, 0.20, 0.26, 0.28],
      [-0.02, 0.00, -0.02, 0.00], 1.2, 0.2
    ),
    (
      RegionKey.index(.dorsalHorn), [0.17, 0.16, 0.17, 0.18], [0.46, 0.45, 0.48, 0.48],
      [0.40, 0.44, 0.44, 0.44], 0.8, 0.2
    ),
  ]
}
