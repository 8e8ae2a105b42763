import Foundation
import MyelonStudies

/// Makes a study, or opens the one that is continued.
enum StudyFile {
  /// - Parameters:
  ///   - path: the database.
  ///   - description: what the study is.
  ///   - resume: whether it is there and is continued.
  ///   - overwrite: whether one that is there is replaced.
  /// - Returns: the study, open for writing.
  /// - Throws: `StudyError`, also when what is there is another study.
  static func open(
    _ path: String, _ description: StudyDescription, resume: Bool, overwrite: Bool
  ) throws -> StudyStore {
    guard resume else {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      return try StudyStore.create(at: path, description, overwrite: overwrite)
    }
    let store = try StudyStore.open(path, forWriting: true)
    if let difference = store.description.difference(to: description) {
      throw StudyError.otherStudy(path: path, difference: difference)
    }
    return store
  }
}
