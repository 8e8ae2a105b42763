import MyelonQuantities
import MyelonSimulation
import MyelonStimulation

/// Turns a stimulation study into one page that a browser shows without any network.
///
/// The page holds no script: drawings and charts are SVG, slices of the potential PNG. Everything that came from the file is
/// escaped.
public struct StimulationReport: Sendable {
  /// What was found.
  let result: StimulationResult
  /// The study's file.
  let file: StimulationFile
  /// Time that the computation took, s; nil when it is not to be told.
  let seconds: Double?

  /// Describes a report.
  ///
  /// - Parameters:
  ///   - result: what was found.
  ///   - file: the study's file.
  ///   - seconds: time that the computation took.
  public init(_ result: StimulationResult, file: StimulationFile, seconds: Double? = nil) {
    self.result = result
    self.file = file
    self.seconds = seconds
  }

  /// The page.
  ///
  /// - Returns: a whole HTML document, in UTF-8 when written.
  /// - Throws: `ReportError.packing` when a picture cannot be packed.
  public func html() throws(ReportError) -> String {
    PageFrame(
      name: result.study.name, kind: "stimulation report", policy: PageFrame.staticPolicy,
      styles: PageStyle.stimulation,
      head: StimulationHead(result: result).html(), parts: try sections,
      end: """
        <footer>\(StimulationHead.warning)
        <p>Made by Myelon \(Markup.escape(ProgramVersion.current)). This page loads nothing from any network.</p>
        </footer>
        """
    ).html()
  }

  private var sections: [PageFrame.Part] {
    get throws(ReportError) {
      let tables = StimulationTables(result: result)
      var parts: [PageFrame.Part] = [
        ("electrode", "Electrode", "Electrode and cord", ElectrodeFigure(result: result).html()),
        ("recruitment", "Recruitment", "Recruitment", StimulationCurves(result: result).html()),
        ("thresholds", "Thresholds", "Thresholds", tables.thresholds()),
        ("selectivity", "Which contact", "Which contact", SelectivityTable(result: result).html()),
      ]
      if !result.bands.isEmpty {
        parts.append(("bands", "Uncertainty", "How uncertain the thresholds are", tables.bands()))
      }
      parts += [
        ("safety", "Safety", "Safety", SafetyPanel(result: result).html()),
        ("potential", "Potential", "Potential", try PotentialSlices(result: result).html()),
        (
          "made", "How it was made", "How it was made",
          StimulationProvenance(result: result, file: file, seconds: seconds).html()
        ),
        ("parameters", "Parameters", "Parameters", Parameters(result.parameters.parameters).html()),
      ]
      return parts
    }
  }
}
