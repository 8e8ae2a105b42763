import ArgumentParser
import MyelonValidation

/// The grid of the published studies.
struct StudyVoxel: ParsableArguments {
  @Option(help: "Edge of a voxel of the studies instead of that of the files, mm.")
  var voxel: Double?

  func validate() throws {
    if let voxel, !(0.05...5).contains(voxel) {
      throw ArgumentParser.ValidationError("--voxel must be 0.05 to 5 mm; found \(voxel).")
    }
  }

  /// A study on the grid that was asked for.
  func applied(to study: ValidationStudy) -> ValidationStudy { voxel.map(study.atVoxel) ?? study }
}
