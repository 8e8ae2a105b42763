// The ranges are assumed, because no source states them: each is wide enough for every use known to the authors
// and narrow enough to catch a slipped unit or decimal point. The reason that a user reads stands with each.
extension ScenarioLimit {
  // MARK: - Subject

  /// Age of a person, years.
  public static let humanAge = ScenarioLimit(
    0...120, "0 to 120 years", "the longest human life so far is 122 years")
  /// Age of a rat, years.
  public static let ratAge = ScenarioLimit(0...4, "0 to 4 years", "laboratory rats live two to four years")
  /// Weight of a person, g.
  public static let humanWeight = ScenarioLimit(
    500...500_000, "0.5 to 500 kg", "from the smallest newborn to the heaviest adult")
  /// Weight of a rat, g.
  public static let ratWeight = ScenarioLimit(
    4...1500, "4 to 1500 g", "from a newborn pup to a very heavy adult")

  /// How much a blow does to a subject, of the typical one.
  public static let susceptibility = ScenarioLimit(
    0.2...5, "0.2 to 5", "littermates under one blow differ by far less than fivefold")

  /// Neurofilament or glial fibrillary protein in serum, pg/mL.
  public static let serumProtein = ScenarioLimit(
    0...1_000_000, excludesLowest: true, "more than 0, up to 1 ug/mL", "healthy people have about ten pg/mL")

  // MARK: - Injury

  /// Height of a weight drop, mm.
  public static let height = ScenarioLimit(
    0.5...300, "0.5 to 300 mm", "impactors are used at 6.25 to 75 mm; above 300 mm nothing is spared")
  /// Mass of the dropped weight, g.
  public static let mass = ScenarioLimit(1...100, "1 to 100 g", "impactor rods weigh 2 to 20 g")
  /// Peak force of a force-controlled impact, kdyn.
  public static let force = ScenarioLimit(
    10...1000, "10 to 1000 kdyn", "the device is used at 30 to 400 kdyn")
  /// Closing force of a clip, gram-force.
  public static let closingForce = ScenarioLimit(
    0.5...150, "0.5 to 150 gf", "aneurysm clips for the rat cord close with 2 to 90 gf")
  /// Time for which a clip stays closed, h.
  public static let clipDuration = ScenarioLimit(
    0...24, excludesLowest: true, "more than 0, up to 24 h", "clips stay for seconds to hours")
  /// Peak compression, fraction of the anteroposterior diameter.
  public static let peakCompression = ScenarioLimit(
    0...1, excludesLowest: true, "more than 0, up to 100 %", "a cord cannot be pressed to less than nothing")
  /// Residual compression, fraction of the anteroposterior diameter.
  public static let residualCompression = ScenarioLimit(
    0...1, "0 to 100 %", "a cord cannot be pressed to less than nothing")
  /// Time from injury to decompression, h.
  public static let decompression = ScenarioLimit(
    0...87_600, "0 to 3650 d",
    "the longest run is ten years; a cord never decompressed gets a time beyond the run")
  /// Width of the gap that a cut leaves, mm.
  public static let gap = ScenarioLimit(
    0...50, excludesLowest: true, "more than 0, up to 50 mm",
    "from a blade's width to a removed stretch of cord")
  /// Depth of a dorsal section, as a share of the anteroposterior diameter.
  public static let cutDepth = ScenarioLimit(
    0...1, excludesLowest: true, "more than 0, up to 100 %", "from the back's surface to the whole cord")
  /// Offset of the epicentre from the middle, in half-diameters.
  public static let offset = ScenarioLimit(-1...1, "-1 to 1", "beyond 1 lies outside the cord")
  /// Length over which the cord was struck, mm.
  public static let struckLength = ScenarioLimit(
    0.1...100, "0.1 to 100 mm", "from a point impactor to several crushed segments")
  /// Distance of the epicentre caudal to the middle of its segment, mm.
  public static let epicentreOffset = ScenarioLimit(
    -30...30, "-30 to 30 mm", "the longest segment is 26 mm long; beyond it another segment is meant")

  // MARK: - Run

  /// Simulated time, days.
  public static let days = ScenarioLimit(
    1...3650, "1 to 3650 d", "the first day needs a day; natural history is known for about ten years at most"
  )
  /// Edge of a voxel, mm.
  public static let voxel = ScenarioLimit(
    0.05...2, "0.05 to 2 mm",
    "below 0.05 mm a voxel holds single cells, which the fields do not describe; above 2 mm the grey matter is lost"
  )
  /// Largest edge of a voxel of a rat cord, mm.
  public static let ratVoxel = ScenarioLimit(
    0.05...0.5, "0.05 to 0.5 mm for a rat",
    "a rat cord is 2 to 4 mm across and its grey matter needs several voxels")
  /// Length of the simulated stretch of cord, mm.
  public static let window = ScenarioLimit(
    2...500, "2 to 500 mm, or auto", "the human cord is about 470 mm long")
  /// Relative error allowed in a time step.
  public static let timeStepTolerance = ScenarioLimit(
    1e-6...0.5, "0.000001 to 0.5",
    "single precision holds no smaller error; a larger one leaves the step to chance")
  /// Threads.
  public static let threads = ScenarioLimit(1...1024, "1 to 1024", "more than any one machine has")
}
