/// A stretch of time in which something was seen in published experiments: shown behind a time course.
struct PublishedWindow {
  /// Column of the series that it belongs to.
  let column: String
  /// Identifier of the fact.
  let id: String
  /// First and last day, in the species of the experiments.
  let days: ClosedRange<Double>
  /// Lowest and highest value seen, in the column's unit; nil when only the time is known.
  let values: ClosedRange<Double>?
  /// What was seen, in a few words.
  let label: String
  /// Where it was seen in a rat (or mouse) or in people.
  let isHuman: Bool
  /// The paper, and whether the numbers were read there or recalled by an expert.
  let source: String

  private init(
    _ column: String, _ id: String, _ days: ClosedRange<Double>, _ label: String, _ source: String,
    values: ClosedRange<Double>? = nil, isHuman: Bool = false
  ) {
    self.column = column
    self.id = id
    self.days = days
    self.label = label
    self.source = source
    self.values = values
    self.isHuman = isHuman
  }

  /// The windows that belong to a column for a species.
  ///
  /// Those of rats are shown for people stretched by the model's own slow-down of cellular clocks; those of
  /// people are shown only for people.
  ///
  /// - Parameters:
  ///   - column: column of the series.
  ///   - isHuman: whether the run is of a person.
  ///   - timeScaling: slow-down of cellular clocks against the rat.
  /// - Returns: the windows in order of time, with their days as they are to be drawn.
  static func windows(of column: String, isHuman: Bool, timeScaling: Double) -> [PublishedWindow] {
    table.filter { $0.column == column && (isHuman || !$0.isHuman) }.map { window in
      guard isHuman, !window.isHuman else { return window }
      let days = window.days.lowerBound * timeScaling...window.days.upperBound * timeScaling
      return PublishedWindow(
        window.column, window.id, days, window.label, window.source, values: window.values)
    }.sorted { $0.days.lowerBound < $1.days.lowerBound }
  }

  private static let beck = "Beck et al 2010 Brain 133:433 (recalled)"
  private static let loy = "Loy et al 2002 Exp Neurol 173:63, doi:10.1006/exnr.2001.7827"
  private static let totoiu = "Totoiu & Keirstead 2005 J Comp Neurol 486:373, doi:10.1002/cne.20517"
  private static let hellenbrand =
    "Hellenbrand et al 2021 J Neuroinflammation 18:284, doi:10.1186/s12974-021-02337-2"
  private static let jones = "Jones, Margolis & Tuszynski 2003 Exp Neurol 182:399"
  private static let recalledCyst = "rat contusion literature, no single paper (recalled)"

  private static let table: [PublishedWindow] = [
    PublishedWindow("neutrophils", "neutrophil_peak", 0.5...1, "peak", hellenbrand),
    PublishedWindow("pro_inflammatory_macrophages", "macrophage_peak1", 5...10, "first peak", beck),
    PublishedWindow("pro_inflammatory_macrophages", "macrophage_peak2", 42...60, "second peak", beck),
    PublishedWindow(
      "repair_macrophages", "M2_peak", 3...7, "peak", "Kigerl et al 2009 J Neurosci 29:13435 (recalled)"),
    PublishedWindow(
      "peak_cytokine", "TNF_peak", 1.0 / 24...6.0 / 24, "TNF peak", hellenbrand + " (recalled)"),
    PublishedWindow("cspg", "CSPG_peak", 7...14, "peak", jones),
    PublishedWindow("cspg", "CSPG_duration", 28...60, "still raised", jones),
    PublishedWindow(
      "reactive_astrocytes", "glial_border_mature", 14...28, "border compact",
      "Wanner et al 2013 J Neurosci (mouse; recalled)"),
    PublishedWindow("perfusion_epicentre", "vessel_loss", 1...2, "vessels lost", loy),
    PublishedWindow("perfusion_epicentre", "revascularisation_start", 3...4, "regrowth begins", loy),
    PublishedWindow("perfusion_epicentre", "revascularisation_peak", 7...10, "vessel peak", loy),
    PublishedWindow(
      "oedema_length", "edema_peak", 1...4, "peak", "contusion and MRI literature, no single paper (recalled)"
    ),
    PublishedWindow(
      "oedema_length", "human_lesion_length_acute", 1...3, "T2 lesion, AIS A cervical",
      "Aarabi et al 2011, 2017 (people; recalled)", values: 20...80, isHuman: true),
    PublishedWindow("demyelinated", "demyelination_first_peak", 0.75...1.25, "first peak", totoiu),
    PublishedWindow("demyelinated", "demyelination_nadir", 7...14, "fewest", totoiu),
    PublishedWindow("remyelinated", "remyelination_start", 13...15, "begins", totoiu),
    PublishedWindow(
      "fibrosis_volume", "fibrosis_window", 3...9, "pericytes enter",
      "Dias et al 2021 Nat Commun 12:5501, doi:10.1038/s41467-021-25585-5 (mouse)"),
    PublishedWindow("cavity_volume", "cyst_onset", 7...14, "first cavities", recalledCyst),
    PublishedWindow("cavity_volume", "cyst_mature", 28...56, "mature", recalledCyst),
    PublishedWindow(
      "lesion_length", "human_cyst_length_chronic", 330...3650, "chronic cyst on MRI",
      "MRI cohorts of Huber and Freund (people; recalled)", values: 5...50, isHuman: true),
  ]
}
