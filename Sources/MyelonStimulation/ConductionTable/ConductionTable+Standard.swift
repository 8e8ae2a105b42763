extension ConductionTable {
  /// The table of the standard fibres at 37 C, as `computed` gives it (rounded to four figures).
  ///
  /// Fibres to 4.4 um are thin fibres, from 5.7 um on double-cable fibres, whose nodes are stronger: between the two families the
  /// needed density is no smooth function of the diameter.
  public static let standard = ConductionTable(
    diameters: [1.2, 1.6, 2, 2.5, 3, 3.6, 4.4, 5.7, 8.7, 12.8],
    internodes: [0.04496, 0.1006, 0.1551, 0.2219, 0.2870, 0.3631, 0.4609, 0.5056, 0.9679, 1.361],
    counts: [1, 2, 3, 5, 8],
    neededDensity: [
      [0, 0, 0, 0, 0],
      [0, 5.573e-4, 2.714e-3, 3.960e-3, 4.573e-3],
      [0.01370, 0.01762, 0.01827, 0.01928, 0.01999],
      [0.07432, 0.09734, 0.1065, 0.1104, 0.1104],
      [0.2393, 0.2969, 0.3023, 0.3023, 0.3023],
      [1, 1, 1, 1, 1],
      [1, 1, 1, 1, 1],
      [0.1124, 0.1124, 0.1124, 0.1124, 0.1124],
      [0.8279, 0.8279, 0.8279, 0.8279, 0.8279],
      [1, 1, 1, 1, 1],
    ],
    intactVelocity: [2.411, 4.138, 5.798, 7.787, 9.855, 12.35, 15.71, 26.52, 46.46, 73.30],
    remyelinatedVelocity: [0.6183, 0.6164, 0.6006, 0.5755, 0.5735, 0.5904, 0.5942, 0.6071, 0.6303, 0.6523])
}
