/// What a forecast is to tell besides the distributions of all outcomes.
public struct ForecastSettings: Sendable, Hashable, Codable {
  /// Margins by which arms are compared; nil for those of `ForecastMargin.standard` that the study has.
  public var margins: [ForecastMargin]?
  /// By what members are put into strata; nil for the usual ones that the study has, empty for none.
  public var biomarkers: [Biomarker]?
  /// Name of the arm that the others are set against; nil for the first untreated one.
  public var reference: String?
  /// Volume of clones above which a graft counts as a tumour, mm3.
  public var tumourVolume: Double
  /// Replicates of the bootstrap.
  public var replicates: Int
  /// Confidence of all Monte Carlo intervals.
  public var confidence: Double
  /// Whether a study may be used of which members have not ended.
  public var acceptsUnfinished: Bool

  /// Volume from which the model itself counts a clone as a tumour (parameter `tumour_volume`, V_t), mm3.
  public static let standardTumourVolume = 1.0

  /// Decides what to tell.
  ///
  /// - Parameters:
  ///   - margins: margins by which arms are compared, or nil for the usual ones.
  ///   - biomarkers: by what members are put into strata, or nil for the usual ones.
  ///   - reference: name of the arm that the others are set against, or nil.
  ///   - tumourVolume: volume above which clones count as a tumour, mm3, not negative.
  ///   - replicates: replicates of the bootstrap, 100 to 100,000; 2000 because percentiles of 2.5 and 97.5 % then rest on
  ///     50 replicates each.
  ///   - confidence: confidence of all Monte Carlo intervals, 0.5 to 0.9999.
  ///   - acceptsUnfinished: whether a study may be used of which members have not ended.
  /// - Throws: `ForecastError.wrongSetting` for a number outside its range.
  public init(
    margins: [ForecastMargin]? = nil, biomarkers: [Biomarker]? = nil, reference: String? = nil,
    tumourVolume: Double = Self.standardTumourVolume, replicates: Int = 2000, confidence: Double = 0.95,
    acceptsUnfinished: Bool = false
  ) throws(ForecastError) {
    self.margins = margins
    self.biomarkers = biomarkers
    self.reference = reference
    self.tumourVolume = tumourVolume
    self.replicates = replicates
    self.confidence = confidence
    self.acceptsUnfinished = acceptsUnfinished
    try check()
  }

  /// Makes sure that the numbers are in their ranges, also after they were changed.
  func check() throws(ForecastError) {
    guard tumourVolume >= 0, tumourVolume.isFinite else {
      throw .wrongSetting(
        name: "The volume of a tumour", found: "\(tumourVolume) mm3", allowed: "0 mm3 or more")
    }
    guard 100...100_000 ~= replicates else {
      throw .wrongSetting(
        name: "The number of replicates", found: "\(replicates)", allowed: "100 to 100000")
    }
    guard 0.5...0.9999 ~= confidence else {
      throw .wrongSetting(name: "The confidence", found: "\(confidence)", allowed: "0.5 to 0.9999")
    }
  }
}
