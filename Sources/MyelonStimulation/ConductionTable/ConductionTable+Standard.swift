extension ConductionTable {
  /// The table of the standard fibres at 37 C.
  public static let standard = ConductionTable(
    diameters: [1, 2, 5, 10, 15], internodes: [0.1, 0.2, 0.5, 1.15, 1.45], counts: [1, 2, 3, 5, 10],
    neededDensity: [[Double]](repeating: [0.01, 0.02, 0.03, 0.04, 0.05], count: 5),
    intactVelocity: [2, 8, 22, 56, 86], remyelinatedVelocity: [0.6, 0.6, 0.6, 0.6, 0.6])
}
