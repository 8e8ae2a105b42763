/// A step length, its method and the gate table that belongs to them.
struct CableStepping {
  /// ms.
  let step: Double
  /// Whether backward Euler is used; otherwise the second-order method.
  let isParity: Bool
  let table: GateTable

  /// Share of a step that one implicit stage covers: 1, or the L-stable 1 - 1/sqrt 2.
  var stageShare: Double { isParity ? 1 : Self.gamma }
  /// Alexander 1977, doi:10.1137/0714068: both stages have this diagonal.
  static let gamma = 1 - 0.5.squareRoot()
  /// The second stage starts from x + (first - x) times this.
  static let extrapolation = (1 - gamma) / gamma

  init(_ scheme: CableScheme, _ membrane: AxonMembrane, temperature: Double) {
    step = scheme.timeStep / 1000
    isParity = scheme.isParity
    table = GateTable(membrane, temperature: temperature, step: step)
  }

  /// Backward Euler with the long step that leads to rest.
  static func settling(_ membrane: AxonMembrane, temperature: Double) -> CableStepping {
    CableStepping(.parity(timeStep: settlingStep), membrane, temperature: temperature)
  }

  /// Steps of 5 ms over 200 ms lead to rest, as in the reference runs.
  static let settlingStep = 5000.0
  static let settlingSteps = 40
}
