import ArgumentParser
import MyelonStudies

/// What a forecast is to tell.
struct TellingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Margins by which arms are compared.", discussion: "For example `motor_score=10,scim=4`.",
      valueName: "outcome=margin,…"))
  var margins: String?

  @Option(
    help: ArgumentHelp(
      "By what the benefit is divided: outcomes of the first visit or varied numbers, with cuts or in terciles.",
      discussion: "For example `lesion_length=15:25,motor_score`.", valueName: "name=cut:cut,…"))
  var by: String?

  @Option(help: "Arm that the others are set against; default: the first untreated one.")
  var reference: String?

  func settings(acceptsUnfinished: Bool) throws -> ForecastSettings {
    try ForecastSettings(
      margins: try margins.map(ForecastMargin.list), biomarkers: try by.map(Biomarker.list),
      reference: reference, acceptsUnfinished: acceptsUnfinished)
  }
}
