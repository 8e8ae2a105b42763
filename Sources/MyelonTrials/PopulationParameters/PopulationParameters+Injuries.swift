import MyelonQuantities

extension PopulationParameters {
  /// How cords are struck.
  static let injuries: [Parameter] = [
    Parameter(
      "compression_lowest", "c_0", 0.2, "fraction", 0.1...0.3, "least peak compression that is tried",
      .assumed(because: "less leaves no deficit in the model")),
    Parameter(
      "compression_highest", "c_1", 1, "fraction", 0.9...1, "greatest peak compression that is tried",
      .assumed(because: "a fracture-dislocation closes the canal")),
    Parameter(
      "residual_share_lowest", "r_0", 0.2, "fraction", 0...0.4, "least residual compression, of the peak",
      .assumed(because: "bone and disc mostly spring back partly")),
    Parameter(
      "residual_share_highest", "r_1", 0.6, "fraction", 0.4...0.9,
      "greatest residual compression, of the peak",
      .assumed(because: "canal compromise on the first image is some half of the cord's room")),
    Parameter(
      "decompression_median_1995", "h_d", 48, "h", 24...96, "median time to decompression, 1995",
      recalled("surgery within days before STASCIS")),
    Parameter(
      "decompression_median_2015", "h_d", 20, "h", 12...30, "median time to decompression, 2015",
      recalled("about half within 24 h in recent registries")),
    Parameter(
      "decompression_spread", "σ_d", 0.8, "-", 0.4...1.2, "log-scale deviation of the time to decompression",
      .assumed(because: "a tenth within 8 h and a tenth after two days with a median of 20 h")),
    Parameter(
      "laterality_deviation", "σ_x", 0.2, "half-diameters", 0.1...0.5, "deviation of the offset to a side",
      .assumed(
        because:
          "right and left motor scores mostly differ by less than half; who is struck farther to a side than 0.4 has no AIS A in the "
          + "model whatever the compression")),
    Parameter(
      "offset_reach", "z_o", 5, "mm", 2...8,
      "largest distance of the epicentre from the middle of its segment",
      .assumed(because: "half a cervical segment")),
    Parameter(
      "level_shift", "n_s", 1, "segments", 0...2,
      "segments from the neurological level to the epicentre",
      .assumed(because: "the neurological level is the last normal one, so the injury lies below it")),
  ]
}
