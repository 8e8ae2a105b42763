import MyelonQuantities

extension PopulationParameters {
  /// How badly cords are struck, by region and year.
  static let severity: [Parameter] = [
    Parameter(
      "compression_slope_1995", "k", -4, "1", -4...8,
      "how fast injuries become rarer with peak compression, in 1995: density falls as exp(-k c), so that with -4 the severe ones are the commonest",
      .fitted(to: conversion)),
    Parameter(
      "compression_slope_2015", "k", 4, "1", -4...12, "the same in 2015",
      .fitted(to: conversion)),
    Parameter(
      "strain_spread_cervical", "s_ρC", 0.7, "half-diameters", 0.6...1,
      "radial spread of the strain in the cross-section, cervical injuries", wider),
    Parameter(
      "strain_spread_upper_thoracic", "s_ρT", 0.9, "half-diameters", 0.6...1,
      "radial spread of the strain, injuries of T1 to T9", wider),
    Parameter(
      "strain_spread_lower", "s_ρL", 0.75, "half-diameters", 0.6...1,
      "radial spread of the strain, injuries of T10 and below", wider),
  ]

  private static let conversion =
    "conversion of AIS A by region and era (NH04), with it NH01 and NH03; more conversions in later years are read as milder "
    + "injuries within a grade"
  private static let wider = Evidence.fitted(
    to:
      "NH04: nine of ten thoracic AIS A remain A. With the spread of a rod on a rat's cord (0.62) even the greatest "
      + "compression leaves a tenth of the rim, while displaced bone squeezes a cord over its whole width, and the "
      + "thoracic canal leaves it the least room")
}
