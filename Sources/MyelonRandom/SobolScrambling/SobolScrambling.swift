/// How the digits of Sobol's sequence are made random without losing their even spread.
public enum SobolScrambling: Sendable, Hashable, Codable {
  /// The sequence as published; its first point is the corner at zero.
  case none
  /// One random word a dimension is added to every coordinate digit by digit (Cranley & Patterson in base two).
  ///
  /// Each coordinate is uniform, differences between points are kept.
  case digitalShift(seed: UInt64)
  /// Owen's nested uniform scrambling: each digit is flipped at random, depending on all digits before it.
  ///
  /// The scrambled points keep the net's structure, each is uniform in the cube, and the variance of a mean over
  /// n = 2^m points of a smooth function falls as n^-3 up to logarithms (Owen 1997, "Scrambled net variance for
  /// integrals of smooth functions", Ann. Statist. 25:1541, doi:10.1214/aos/1031594731).
  case owen(seed: UInt64)
}
