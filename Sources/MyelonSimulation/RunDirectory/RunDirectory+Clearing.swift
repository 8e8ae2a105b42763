import Foundation
import MyelonFiles
import MyelonLesion

extension RunDirectory {
  /// Names of the files that a run writes beside the volumes of its arms.
  static let fixedNames = [
    "report.html", "exams.json", "series.csv", "anatomy.nii.gz", "cord.nii.gz", "grey.nii.gz", "run.json",
  ]

  /// Names of the files that a run writes into the folder of an arm besides volumes of fields.
  static let armFileNames = [
    "cells.h5ad", "tracking.nii.gz", "tracking-reporter.nii.gz", "axons.tck", "axons-weights.txt",
    "connections.graphml",
  ]

  /// Removes the files that an earlier run wrote, and nothing else.
  ///
  /// Which folders of arms are the run's is read from its record or, when it did not end, from its settings. A
  /// name counts only if a run would give it, so that a record from elsewhere cannot point outside the directory.
  func removeEarlierRun() {
    var slugs = (try? readRecord())?.arms.map(\.slug) ?? []
    if let scenario = (try? readSettings())?.scenario { slugs += ArmSimulation.slugs(of: scenario) }
    for slug in Set(slugs) where slug == Scenario.directoryName(for: slug) {
      for field in TissueField.allCases { unlink(file("\(slug)/\(field.name).nii.gz")) }
      for name in Self.armFileNames { unlink(file("\(slug)/\(name)")) }
      removePartialFiles(in: file(slug))
      // Goes only if nothing else is in it.
      rmdir(file(slug))
    }
    for name in Self.fixedNames { unlink(file(name)) }
    removePartialFiles(in: path)
    remove(unfinished)
  }

  /// Removes what a killed run left of files that it had not finished writing.
  func removePartialFiles(in folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where Self.isPartial(name) { unlink("\(folder)/\(name)") }
  }

  /// True for the temporary names of the files that a run writes.
  static func isPartial(_ name: String) -> Bool {
    let volumes = TissueField.allCases.map { "\($0.name).nii.gz" }
    return (fixedNames + armFileNames + volumes).contains { AtomicFile.isPartial(name, of: $0) }
  }

  /// The first name that a run must write and cannot, because a directory has it.
  func obstacle() -> String? {
    Self.fixedNames.first { name in
      var isDirectory: ObjCBool = false
      return FileManager.default.fileExists(atPath: file(name), isDirectory: &isDirectory)
        && isDirectory.boolValue
    }
  }
}
