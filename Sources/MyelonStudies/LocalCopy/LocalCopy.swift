import Foundation
import MyelonSimulation

/// A folder on this machine's own disk for databases that come from or go to a shared one; removed with its owner.
final class LocalCopy: Sendable {
  /// Path of the folder.
  let folder: String

  /// Makes the folder below the system's place for temporary files (`TMPDIR`).
  init() throws(StudyError) {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("myelon-\(UUID().uuidString)").path
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
      throw .cannotWrite(path: folder, reason: error.localizedDescription)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Path of a file in the folder.
  func file(_ name: String) -> String { "\(folder)/\(name)" }

  /// Copies a closed database from a shared folder.
  ///
  /// - Returns: the path of the copy.
  /// - Throws: `SlurmError.folder` when it cannot be copied.
  func fetch(_ path: String, as name: String) throws(SlurmError) -> String {
    StudyStore.removeDatabase(file(name))
    do { try FileManager.default.copyItem(atPath: path, toPath: file(name)) } catch {
      throw .folder(path: path, reason: "it cannot be read (\(error.localizedDescription))")
    }
    return file(name)
  }

  /// Copies a closed database to a shared folder, where it is whole or absent.
  ///
  /// - Throws: `SlurmError.folder` when it cannot be written.
  func deliver(_ name: String, to path: String) throws(SlurmError) {
    do {
      try WholeFile.write(
        try Data(contentsOf: URL(fileURLWithPath: file(name)), options: .mappedIfSafe), to: path)
    } catch {
      throw .folder(path: path, reason: "\(error)")
    }
  }
}
