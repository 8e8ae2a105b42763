import MyelonQuantities

/// The numbers of tracking as its loops use them: 1/h, 1/s, s, mm, pg.
struct TrackingKinetics {
  /// Iron of a freshly labelled cell, pg: m_Fe.
  let load: Double
  /// 1/(s mM): r_Fe.
  let relaxivity: Double
  /// 1/h: lambda_Fe.
  let clearance: Double
  /// Width of the reporter's point spread at half maximum, mm: w_r.
  let reporterWidth: Double
  /// 1/h: f_s and lambda_s.
  let haemosiderinFormation: Double, haemosiderinClearance: Double
  /// 1/s: R_h, R_s, R_g, R_w, R_f.
  let blood: Float, haemosiderin: Float, grey: Float, white: Float, fluid: Float
  /// Fractions: W_g, W_w, W_e.
  let waterGrey: Float, waterWhite: Float, waterOedema: Float
  /// Echo time, s: TE.
  let echo: Float
  /// Noise of one channel, relative to the signal of pure water at echo time 0: sigma.
  let noise: Float
  /// kappa_d.
  let detection: Float

  /// Iron of one mM in one mm3 is 1 nmol, 55.845 ng (standard atomic weight of iron).
  static let picogramsPerMillimolarCubicMillimetre = 55_845.0

  init(_ table: ParameterTable) {
    load = table["iron_load"]
    relaxivity = table["iron_relaxivity"]
    clearance = table["iron_clearance"]
    reporterWidth = table["reporter_resolution"]
    haemosiderinFormation = table["haemosiderin_formation"]
    haemosiderinClearance = table["haemosiderin_clearance"]
    blood = Float(table["image_relaxation_blood"])
    haemosiderin = Float(table["image_relaxation_haemosiderin"])
    grey = Float(table["image_relaxation_grey"])
    white = Float(table["image_relaxation_white"])
    fluid = Float(table["image_relaxation_fluid"])
    waterGrey = Float(table["image_water_grey"])
    waterWhite = Float(table["image_water_white"])
    waterOedema = Float(table["image_water_oedema"])
    echo = Float(table["image_echo_time"] / 1000)
    noise = waterWhite * TrackingKinetics.decay(white, echo) / Float(table["image_signal_to_noise"])
    detection = Float(table["image_detection"])
  }
}
