/// Forty people, and what statsmodels 0.15.0 (OLS; OrderedModel, its optimum polished with scipy 1.17.1) says of them.
enum EfficacyReferences {
  static let isTreated = (0..<40).map { $0 % 2 == 0 }
  static let baseline: [Double] = [
    39.9, 50.5, 47.4, 47.2, 56.2, 27.9, 33.7, 26.8, 38.9, 50.0, 39.8, 45.0, 20.9, 41.5, 30.9, 57.8, 48.9,
    49.5, 39.4, 46.1, 46.6, 36.6, 35.0, 38.9, 33.9, 34.1, 37.2, 32.7, 47.7, 24.0, 48.2, 33.7, 34.5, 26.5,
    38.6, 37.5, 41.9, 34.7, 40.9, 58.2,
  ]
  static let outcome: [Double] = [
    43.4, 39.9, 51.9, 40.3, 55.9, 31.2, 34.2, 15.2, 38.1, 46.3, 38.6, 42.1, 33.5, 33.8, 42.0, 58.2, 53.7,
    49.6, 47.2, 53.8, 46.7, 33.6, 41.1, 29.8, 27.4, 26.6, 41.3, 33.7, 37.2, 13.5, 44.8, 30.5, 36.9, 30.6,
    47.4, 35.6, 46.0, 25.7, 34.6, 50.2,
  ]
  static let categories: [Double] = [
    0, 3, 2, 3, 1, 2, 3, 2, 3, 2, 1, 3, 0, 1, 0, 0, 3, 3, 2, 3, 3, 1, 3, 0, 0, 0, 0, 0, 3, 3, 0, 2, 3, 1, 2,
    1, 3, 0, 3, 1,
  ]
  /// Difference at equal baseline, its error, 95 % interval, p-value.
  static let covariance: [Double] = [
    6.027702431277675, 1.7991625851236004, 2.382252761536267, 9.673152101019081, 0.001868538823866861,
  ]
  /// Log odds ratio at equal baseline and its error.
  static let ordinal: [Double] = [0.2561900056315322, 0.5823809653334229]
  /// Log odds ratio without baseline.
  static let ordinalPlain = 0.31478932968273854
}
