import ArgumentParser
import Foundation
import ISNCSCI
import MyelonSimulation

/// Classifies neurological examinations.
struct Classify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Classify ISNCSCI examinations: levels, completeness, AIS, zones, totals, with reasons.",
    discussion: """
      Examples:
        myelon classify exams.csv --to csv > classified.csv
        myelon classify exam.json
        myelon classify --from json-lines --to html < exams.jsonl > sheets.html

      Reads our JSON, JSON Lines, CSV (flat keys as columns) and the public REDCap instrument; without --from the
      beginning of the input decides. An examination that breaks a rule is refused with its line and every fault, and
      the rest goes on; the exit status is then 2.
      """)

  @Argument(help: "File to read; standard input without it.")
  var file: String?

  @Option(help: "Format of the input: json, json-lines, csv or redcap.")
  var from: InputFormat?

  @Option(help: "Format of the output: text, json, json-lines, csv or html.")
  var to: OutputFormat = .text

  @Flag(help: "Leave the reasons out.")
  var noReasons = false

  @Flag(help: "Read the motor grade 5* of editions before 2019 as 5.")
  var acceptLegacy = false

  @Flag(help: "Skip fields that no examination has instead of refusing them.")
  var ignoreUnknown = false

  enum InputFormat: String, ExpressibleByArgument, CaseIterable {
    case json, jsonLines = "json-lines", csv, redcap

    var format: ExaminationFormat {
      switch self {
      case .json: .json
      case .jsonLines: .jsonLines
      case .csv: .csv
      case .redcap: .redcap
      }
    }
  }

  enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, jsonLines = "json-lines", csv, html

    var format: ClassificationWriter.Format {
      switch self {
      case .text: .text
      case .json: .json
      case .jsonLines: .jsonLines
      case .csv: .csv
      case .html: .html
      }
    }
  }

  func run() throws {
    try Console.run {
      let text = try input()
      let reader = ExaminationReader(
        format: from?.format ?? ExaminationReader.format(of: text),
        options: ReadingOptions(acceptsLegacy: acceptLegacy, ignoresUnknownFields: ignoreUnknown))
      let writer = ClassificationWriter(format: to.format, includesReasons: !noReasons)
      let output = FileHandle.standardOutput
      output.write(Data(writer.header.utf8))
      var count = 0
      let refused = reader.classify(text) { record in
        output.write(Data(writer.text(for: record, isFirst: count == 0).utf8))
        count += 1
        if case .failure(let fault) = record.record.outcome {
          Console.remark("line \(record.record.line): \(fault)")
        }
      }
      output.write(Data(writer.footer.utf8))
      guard refused > 0 || count == 0 else { return }
      Console.remark(
        count == 0
          ? "myelon: the input holds no examination." : "myelon: \(refused) of \(count) records were refused."
      )
      throw Console.badInput
    }
  }

  /// The whole input as text.
  private func input() throws -> String {
    guard let file else {
      return String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
    }
    do {
      return String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
    } catch {
      throw RunError.notRead(path: file, reason: error.localizedDescription)
    }
  }
}
