import Foundation

/// How the clearance of each substance acts over one step.
///
/// `du/dt = s - λ u` with constant source s has the exact solution `u(dt) = e u + g s` with `e = exp(-λ dt)` and
/// `g = (1 - e) / λ`, so a step may be much longer than the substance lives. The diffusion that follows acts
/// for the effective time g, which keeps the steady profile of source, decay and diffusion right for any step
/// (the same rule as in `DiffusionSolver`).
struct SubstanceFactors {
  /// Factor of the old value and gain of the source, h.
  struct Factor {
    var keep: Float
    var gain: Float

    init(clearance: Double, timeStep: Double) {
      let exponent = clearance * timeStep
      keep = Float(exp(-exponent))
      gain = Float(clearance > 0 ? -expm1(-exponent) / clearance : timeStep)
    }
  }

  var glutamate: Factor
  var oxidants: Factor
  var cytokine: Factor
  var interleukin10: Factor
  var vegf: Factor
  var oedema: Factor

  /// - Parameters:
  ///   - transports: diffusivity and clearance of every substance, in field order.
  ///   - timeStep: h.
  init(_ transports: [SubstanceClearance], timeStep: Double) {
    func factor(_ field: TissueField) -> Factor {
      Factor(clearance: transports[field.rawValue].clearance, timeStep: timeStep)
    }
    glutamate = factor(.glutamate)
    oxidants = factor(.oxidants)
    cytokine = factor(.proInflammatoryCytokine)
    interleukin10 = factor(.antiInflammatoryCytokine)
    vegf = factor(.vegf)
    oedema = factor(.oedema)
  }
}
