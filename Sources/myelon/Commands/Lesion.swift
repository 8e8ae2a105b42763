import ArgumentParser
import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonImaging
import MyelonSimulation

/// Measures a lesion in a pair of masks.
struct Lesion: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure a lesion in an image: length, bridges, compression, damage of tracts and segments.",
    discussion: """
      Examples:
        myelon lesion lesion.nii.gz --cord cord.nii.gz --levels cord_labeled.nii.gz
        myelon lesion lesion.nii.gz --cord cord.nii.gz --levels discs.nii.gz --atlas PAM50 --output measured
        myelon lesion lesion.nii.gz --cord PAM50_cord.nii.gz --template --json
        myelon lesion lesion.nii.gz --cord cord.nii.gz --epicentre C6

      Masks are NIfTI files (.nii, .nii.gz) of any orientation, inside where they are at least 0.5; they need not
      share a grid. Labels are those of the Spinal Cord Toolbox: 1 is C1; of vertebrae 8 is T1, of segments 9.
      Lengths follow the cord; definitions stand in Docs/Imaging.md.
      """)

  @Argument(help: "Mask of the lesion.")
  var mask: String

  @Option(help: "Mask of the cord, lesion included.")
  var cord: String

  @Option(help: "Labels of levels: a labelled segmentation, or single labels of discs or segments.")
  var levels: String?

  @Option(help: "What the labels number: vertebrae (and the discs above them) or segments.")
  var number: Numbering = .vertebrae

  @Flag(help: "The masks are registered to the PAM50 template; no labels are needed.")
  var template = false

  @Option(help: "Segment at the lesion's epicentre, where there are no labels.")
  var epicentre: String?

  @Option(
    help: "Directory of the PAM50 template: tracts are those of its atlas and not of the parametric cord.")
  var atlas: String?

  @Option(help: "Species: human or rat.")
  var species: Parameters.SpeciesName = .human

  @Flag(help: "Print JSON.")
  var json = false

  @Option(
    name: [.short, .long], help: "Directory for tables, profile and JSON; nothing is written without it.")
  var output: String?

  @Flag(help: "Write into a directory that holds files.")
  var overwrite = false

  enum Numbering: String, ExpressibleByArgument, CaseIterable {
    case vertebrae, segments

    var kind: LevelKind { self == .vertebrae ? .vertebrae : .segments }
  }

  func validate() throws {
    let ways = [levels != nil, template, epicentre != nil].count { $0 }
    guard ways <= 1 else { throw ValidationError("Give one of --levels, --template and --epicentre.") }
    guard atlas == nil || species == .human else {
      throw ValidationError("The PAM50 atlas is human: leave --atlas or --species rat out.")
    }
  }

  func run() throws {
    try Console.run {
      let folder = try output.map { try LesionFolder($0, overwrite: overwrite) }
      let image = try LesionImage(
        lesionPath: mask, cordPath: cord, levels: try source(),
        anatomy: .standard(species == .human ? .human : .rat))
      let executor = SlabExecutor(threads: ProcessInfo.processInfo.activeProcessorCount)
      let report = try LesionReport(
        image, template: try atlas.map { try PAM50Anatomy(directory: $0) }, executor: executor)
      if let folder { try folder.write(report) }
      if json {
        Console.print(String(decoding: try report.json(), as: UTF8.self))
      } else {
        LesionTable.print(report)
      }
      for note in report.notes { Console.remark("note: \(note)") }
    }
  }

  private func source() throws -> LevelSource {
    if let levels { return .labels(try LevelLabels(contentsOf: levels, kind: number.kind)) }
    if template { return .template }
    if let epicentre { return .epicentre(segment: epicentre) }
    return .unknown
  }
}

/// Where the tables of a lesion go.
private struct LesionFolder {
  private let directory: RunDirectory

  init(_ path: String, overwrite: Bool) throws {
    directory = RunDirectory(path)
    try directory.requireFree(overwrite: overwrite)
  }

  func write(_ report: LesionReport) throws {
    do {
      try FileManager.default.createDirectory(atPath: directory.path, withIntermediateDirectories: true)
    } catch {
      throw RunError.directoryNotMade(path: directory.path, reason: error.localizedDescription)
    }
    try WholeFile.write(report.json(), to: directory.file("lesion.json"))
    let tables = [
      "profile.csv": report.profileCSV, "tracts.csv": report.tractsCSV, "segments.csv": report.segmentsCSV,
    ]
    for (name, text) in tables.sorted(by: { $0.key < $1.key }) {
      if let text { try WholeFile.write(Data(text.utf8), to: directory.file(name)) }
    }
  }
}
