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
      [0, 1.582e-4, 2.267e-3, 3.555e-3, 4.332e-3],
      [0.01027, 0.01554, 0.01670, 0.01827, 0.01928],
      [0.03820, 0.07567, 0.09560, 0.1065, 0.1084],
      [0.09734, 0.2714, 0.2916, 0.2969, 0.2969],
      [1, 1, 1, 1, 1],
      [1, 1, 1, 1, 1],
      [0.01640, 0.1208, 0.1346, 0.1346, 0.1346],
      [1, 1, 1, 1, 1],
      [1, 1, 1, 1, 1],
    ],
    intactVelocity: [2.400, 4.121, 5.777, 7.760, 9.822, 12.31, 15.66, 26.40, 46.27, 73.00],
    remyelinatedVelocity: [0.6178, 0.6161, 0.6003, 0.5755, 0.5734, 0.5902, 0.5940, 0.6068, 0.6300, 0.6520])
}
