import MyelonLesion
import Foundation
import ISNCSCI
import MyelonAnatomy
import MyelonImaging
import MyelonSimulation

extension PatientBaseline {
  /// Reads the files that a scenario's baseline names.
  ///
  /// - Parameters:
  ///   - scenario: a checked scenario.
  ///   - path: path of its file; relative paths of the baseline start at its directory.
  /// - Throws: `PatientError` for the baseline and the examination, `ImagingError` for the images.
  public init(_ scenario: Scenario, path: String) throws {
    guard let stated = scenario.baseline else { throw PatientError.noBaseline(scenario: scenario.name) }
    let directory = URL(fileURLWithPath: path).deletingLastPathComponent()
    func absolute(_ name: String) -> String { URL(fileURLWithPath: name, relativeTo: directory).path }
    let examination = try Self.examination(absolute(stated.examination), identifier: stated.identifier)
    guard let image = stated.image else {
      self.init(stated: stated, examination: examination)
      return
    }
    let source: LevelSource =
      if let levels = image.levels {
        .labels(
          try LevelLabels(
            contentsOf: absolute(levels), kind: image.numbering == .vertebrae ? .vertebrae : .segments))
      } else {
        .epicentre(segment: scenario.injury.level)
      }
    let lesion = try LesionImage(
      lesionPath: absolute(image.lesion), cordPath: absolute(image.cord), levels: source,
      anatomy: .standard(scenario.subject.species))
    self.init(
      stated: stated, examination: examination, image: lesion.measures,
      // Without labels the epicentre is where the scenario puts it and says nothing of its own.
      suggestion: image.levels == nil ? nil : try lesion.suggestion(),
      notes: lesion.notes.map(\.description))
  }

  /// Largest file that is read as an examination: a thousand times a sheet with all its fields.
  private static let largestFile = 16 << 20

  /// Reads the one examination that is meant.
  private static func examination(_ path: String, identifier: String?) throws(PatientError) -> Examination {
    let records = ExaminationReader(format: .json).records(of: try text(path))
    let found = records.map { $0.identifier ?? "line \($0.line)" }
    let chosen = identifier.map { name in records.filter { $0.identifier == name } } ?? records
    guard chosen.count == 1, let record = chosen.first else {
      throw .examinationNotChosen(path: path, identifier: identifier, found: found)
    }
    switch record.outcome {
    case .success(let examination): return examination
    case .failure(let fault):
      throw .invalidExamination(path: path, line: record.line, problem: "\(fault)")
    }
  }

  private static func text(_ path: String) throws(PatientError) -> String {
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      if let size = attributes[.size] as? Int, size > largestFile {
        throw PatientError.unreadable(
          path: path, reason: "it has \(size) bytes; at most \(largestFile) are read")
      }
      return try String(contentsOfFile: path, encoding: .utf8)
    } catch let error as PatientError {
      throw error
    } catch {
      throw .unreadable(path: path, reason: error.localizedDescription)
    }
  }
}

extension ExaminationReader {
  /// Records of a text whose beginning decides its format.
  fileprivate func records(of text: String) -> [ReadRecord] {
    ExaminationReader(format: Self.format(of: text), options: options).records(in: text)
  }
}
