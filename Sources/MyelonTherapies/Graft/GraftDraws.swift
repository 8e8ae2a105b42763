import Foundation

/// What the agents of a transplant draw against wherever they are.
struct GraftDraws {
  /// Choice of a fate in a step, as a threshold on a 32-bit word.
  let fate: UInt32
  /// Edge of the cube of random steps, mm.
  ///
  /// A uniform step of width s has variance s²/12, so s² = 24 D dt gives the variance 2 D dt along each axis; many such
  /// steps make a Gaussian.
  let stride: Float
  /// Sums of the shares of fates, in the order of `GraftFate` without the progenitor.
  let fates: SIMD4<Float>

  init(_ record: GraftTransplant, hours: Double) {
    let days = record.term(.differentiationTime)
    fate = GraftRates.threshold(days > 0 ? 1 - pow(0.5, hours / (24 * days)) : 0)
    let neuron = record.term(.fateNeuron)
    let astrocyte = neuron + record.term(.fateAstrocyte)
    let myelinating = astrocyte + record.term(.fateOligodendrocyte)
    fates = SIMD4(Float(neuron), Float(astrocyte), Float(myelinating), 1)
    stride = Float((24 * max(record.term(.migration), 0) * hours).squareRoot())
  }
}
