// As for the others: assumed, wide enough for every use known to the authors and narrow enough to catch a slip.
extension ScenarioLimit {
  /// Most growth cones; 0 leaves regrowth out.
  public static let growthCones = ScenarioLimit(
    0...1_000_000, "0 to 1000000", "a million growth cones are what memory and time of one run allow")
  /// Most agents that stand for grafted cells.
  public static let agents = ScenarioLimit(
    1...1_000_000, "1 to 1000000", "a million agents are what memory and time of one run allow")
  /// Cells of a dose.
  public static let cellDose = ScenarioLimit(
    1...1e10, "1 to 1e10 cells", "the largest trials gave some 1e9 cells by vein")
  /// Doses of vesicles.
  public static let vesicleDose = ScenarioLimit(
    0...1000, excludesLowest: true, "more than 0, up to 1000 doses",
    "one is the product's usual dose; protein may be given instead, such as 100 ug")
  /// Distance of an injection from the epicentre along the cord, mm.
  public static let axialSite = ScenarioLimit(
    -250...250, "-250 to 250 mm", "half the length of the human cord")
  /// Distance of an injection from the middle of the section, mm.
  public static let sectionSite = ScenarioLimit(-8...8, "-8 to 8 mm", "the human cord is at most 14 mm wide")
  /// Share of a site, relative to the others.
  public static let share = ScenarioLimit(
    0...1e6, excludesLowest: true, "more than 0, up to 1000000", "shares are relative to each other")
  /// Volume injected, mm3.
  public static let injectionVolume = ScenarioLimit(
    0...50_000, excludesLowest: true, "more than 0, up to 50 mL", "from a nanolitre to an infusion bag's rest"
  )
  /// A share of a whole.
  public static let fraction = ScenarioLimit(0...1, "0 to 1 (or 0 to 100 %)", "a share of a whole")
  /// A half-life or duration of treatment, d.
  public static let treatmentTime = ScenarioLimit(
    0...3650, excludesLowest: true, "more than 0, up to 3650 d", "the longest run is ten years")
  /// A lag, d.
  public static let lag = ScenarioLimit(0...3650, "0 to 3650 d", "the longest run is ten years")
  /// Days over which a drug is given; 0 for one dose.
  public static let drugDuration = ScenarioLimit(
    0...3650, "0 (one dose) to 3650 d", "the longest run is ten years")
  /// Hours between two doses of a drug.
  public static let drugInterval = ScenarioLimit(
    0...8760, excludesLowest: true, "more than 0 h, up to 365 d, or continuous",
    "a rarer dose is a course of its own")
  /// Doses of a repeated intervention.
  public static let times = ScenarioLimit(2...100, "2 to 100", "one dose needs no repetition")
  /// Volume of a scaffold, mm3.
  public static let scaffoldVolume = ScenarioLimit(
    0...50_000, excludesLowest: true, "more than 0, up to 50 mL", "no lesion is larger")
  /// Length of a block of scaffold, mm.
  public static let blockLength = ScenarioLimit(
    0...200, excludesLowest: true, "more than 0, up to 200 mm", "no longer stretch of cord is replaced")
  /// Diameter of a channel or thickness of its wall, um.
  public static let channel = ScenarioLimit(
    1...2000, "1 to 2000 um", "channels of 90 to 660 um were compared; a cell does not fit below some um")
  /// Elastic modulus, kPa.
  public static let stiffness = ScenarioLimit(
    0.001...10_000, "0.001 to 10000 kPa", "from the softest gel to a solid polymer; the cord has about 2 kPa")
  /// Amount of a factor, ng.
  public static let factorAmount = ScenarioLimit(
    0...1e9, excludesLowest: true, "more than 0, up to 1000 mg", "loads are ng to mg")
  /// Amount of an enzyme, U.
  public static let enzymeAmount = ScenarioLimit(
    0...1e4, excludesLowest: true, "more than 0, up to 10000 U", "doses are hundredths to tens of units")
  /// Rate of release, 1/d.
  public static let releaseRate = ScenarioLimit(
    0...1000, excludesLowest: true, "more than 0, up to 1000 1/d", "faster is a bolus")
  /// Constant of Higuchi's or a power law.
  public static let releaseConstant = ScenarioLimit(
    0...10, excludesLowest: true, "more than 0, up to 10", "above 1 everything leaves within a day")
  /// Exponent of a release law.
  public static let releaseExponent = ScenarioLimit(
    0...2, excludesLowest: true, "more than 0, up to 2", "0.43 to 1 for the usual shapes")
  /// Secretion of engineered cells, ng (mU) per million cells a day.
  public static let secretion = ScenarioLimit(
    0...1e6, "0 to 1000000 ng (mU) per million cells a day", "transduced cells make some ten ng")
  /// Level of half-maximal response of a sensor.
  public static let sensorHalf = ScenarioLimit(
    0...1e6, excludesLowest: true, "more than 0, up to 1000000", "in the unit of what is sensed")
  /// Exponent of a Hill function.
  public static let hillExponent = ScenarioLimit(
    0.1...20, "0.1 to 20", "steeper responses than 20 are switches and need finer steps than the model takes")
  /// Endotoxin of a lot, EU/mL.
  public static let endotoxin = ScenarioLimit(0...1e6, "0 to 1000000 EU/mL", "a concentration")
  /// Copy-number variants of a lot.
  public static let copyNumberVariants = ScenarioLimit(0...10_000, "0 to 10000", "a count")

  /// Dose of a drug in its unit.
  static func drugDose(_ unit: String) -> ScenarioLimit {
    ScenarioLimit(
      0...1e6, excludesLowest: true, "more than 0, up to 1000000 \(unit)", "doses are some \(unit)")
  }
}
