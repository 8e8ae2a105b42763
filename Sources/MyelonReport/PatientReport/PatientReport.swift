import MyelonSimulation
import MyelonStatistics
import MyelonStudies

/// Turns the fit and the forecast of one subject into a page for a clinician and a scientist, which a browser shows without
/// any network.
///
/// If the fit does not reproduce the baseline, the page says why and shows no forecast, whatever was passed. The page
/// holds no script; everything that came from files is escaped.
public struct PatientReport: Sendable {
  /// The fit to the baseline; nil for an ensemble that was fitted to nobody.
  let fit: FitRecord?
  /// What the members come to; nil when none was computed.
  let forecast: Forecast?
  /// Command lines that make the page again, in order.
  let commands: [String]

  /// Describes a report.
  ///
  /// - Parameters:
  ///   - fit: the fit to the baseline, or nil for an ensemble that was fitted to nobody.
  ///   - forecast: what the members come to, or nil.
  ///   - commands: command lines that make the page again, in order; shown as they are.
  public init(fit: FitRecord?, forecast: Forecast?, commands: [String] = []) {
    self.fit = fit
    self.forecast = forecast
    self.commands = commands
  }

  /// Why the fit may not be used; empty when it may, or when there is none.
  var refusals: [InferenceVerdict.Reason] {
    guard let fit, case .notReproduced(let reasons) = fit.report.verdict else { return [] }
    return reasons
  }

  /// The forecast, unless the fit forbids it.
  var shownForecast: Forecast? { refusals.isEmpty ? forecast : nil }

  /// The page.
  ///
  /// - Returns: a whole HTML document, in UTF-8 when written.
  /// - Throws: `ReportError.nothingToShow` without a fit and a forecast.
  public func html() throws(ReportError) -> String {
    guard let name = fit?.name ?? forecast?.name, let version = fit?.version ?? forecast?.programVersion
    else { throw .nothingToShow }
    return PageFrame(
      name: name, kind: "forecast", version: version, policy: PageFrame.staticPolicy,
      styles: PageStyle.treatment + "\n" + PageStyle.patient,
      head: PatientHead(report: self, name: name).html(),
      parts: parts,
      end: """
        <footer>\(PatientHead.warning)
        <p>Made by Myelon \(Markup.escape(ProgramVersion.current)). This page loads nothing from any network.</p>
        </footer>
        """
    ).html()
  }

  /// Writes the page; it appears under its name only when it is whole.
  ///
  /// - Parameter path: the file; one under that name is replaced.
  /// - Throws: what `html()` throws, and `ReportError.unwritable`.
  public func write(to path: String) throws(ReportError) {
    try PageFile.write(try html(), to: path)
  }

  private var parts: [PageFrame.Part] {
    var parts: [PageFrame.Part] = []
    if let fit {
      let quality = FitSection(fit: fit)
      parts += [
        ("baseline", "Baseline", "The baseline", quality.baseline),
        ("fit", "Fit", "How well the baseline is reproduced", quality.html()),
        (
          "posterior", "Parameters", "What the baseline says of the parameters",
          PosteriorTable(fit: fit).html()
        ),
      ]
    }
    if let forecast = shownForecast {
      parts += Self.parts(of: forecast, fit: fit)
    }
    parts.append(
      ("made", "How it was made", "How it was made", PatientProvenance(report: self).html()))
    return parts
  }

  private static func parts(of forecast: Forecast, fit: FitRecord?) -> [PageFrame.Part] {
    var parts: [PageFrame.Part] = [
      ("courses", "Courses", "Courses", FanCharts(forecast: forecast, fit: fit).html())
    ]
    let grades = GradeBars(forecast: forecast)
    if !grades.isEmpty { parts.append(("grades", "AIS", "AIS grades", grades.html())) }
    parts.append(("outcomes", "Outcomes", "Outcomes", ForecastSection(forecast: forecast).html()))
    if forecast.arms.count > 1 {
      parts.append(("odds", "Arm against arm", "Arm against arm", ForecastOdds(forecast: forecast).html()))
    }
    if !forecast.tables.isEmpty {
      parts.append(("strata", "Who gains", "Who gains more", StrataSection(forecast: forecast).html()))
    }
    let hazards = ForecastHazards(forecast: forecast)
    if !hazards.isEmpty { parts.append(("hazards", "Hazards", "Hazards", hazards.html())) }
    return parts
  }
}
