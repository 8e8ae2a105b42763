import Foundation
import MyelonQuantities
import MyelonSimulation

/// The folder through which the submitting machine and the nodes of a cluster exchange work and results.
///
/// Holds `manifest.json` and one folder a round: `job.sh`, `members-N.db` (a study of the members of task N, not begun),
/// `shard-N.db` (what became of them) and `log-N.txt`. Every file is whole or absent. SQLite never works in it: a
/// database is copied to the machine's own disk first.
public struct SlurmFolder: Sendable, Hashable {
  /// Absolute path.
  public let path: String

  /// Names the folder.
  ///
  /// - Parameter path: the folder.
  public init(_ path: String) {
    self.path = StudyStore.absolute(path)
  }

  var manifest: String { "\(path)/manifest.json" }
  func round(_ round: Int) -> String { "\(path)/round-\(round)" }
  func script(round: Int) -> String { "\(self.round(round))/job.sh" }
  func members(_ task: Int, round: Int) -> String { "\(self.round(round))/members-\(task).db" }
  func shard(_ task: Int, round: Int) -> String { "\(self.round(round))/shard-\(task).db" }
  func log(_ task: Int, round: Int) -> String { "\(self.round(round))/log-\(task).txt" }

  /// Makes a folder with those above it.
  func make(_ folder: String) throws(SlurmError) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .folder(path: folder, reason: error.localizedDescription)
    }
  }

  /// Writes the manifest, or makes sure that the one that is there is of the same study.
  func begin(_ manifest: SlurmManifest) throws(SlurmError) {
    try make(path)
    if FileManager.default.fileExists(atPath: self.manifest) {
      guard try readManifest().study == manifest.study else { throw .otherWork(path: path) }
    }
    do { try WholeFile.write(try SortedJSON.data(manifest), to: self.manifest) } catch {
      throw .folder(path: self.manifest, reason: "\(error)")
    }
  }

  /// Reads the manifest.
  ///
  /// - Throws: `SlurmError` when there is none, or it is of another version.
  func readManifest() throws(SlurmError) -> SlurmManifest {
    let data: Data
    do { data = try Data(contentsOf: URL(fileURLWithPath: manifest)) } catch {
      throw .folder(path: manifest, reason: "it cannot be read (\(error.localizedDescription))")
    }
    let found: SlurmManifest
    do { found = try JSONDecoder().decode(SlurmManifest.self, from: data) } catch {
      throw .wrongFile(path: manifest, problem: "it is no manifest of this version")
    }
    guard found.programVersion == ProgramVersion.current else {
      throw .wrongFile(
        path: manifest,
        problem: "version \(found.programVersion) wrote it; this is \(ProgramVersion.current)")
    }
    return found
  }

  /// Numbers of the tasks of a round whose results are there.
  func shards(round: Int) -> [Int] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: self.round(round))) ?? []
    return names.compactMap { name in
      guard name.hasPrefix("shard-"), name.hasSuffix(".db") else { return nil }
      return Int(name.dropFirst("shard-".count).dropLast(".db".count))
    }.sorted()
  }

  /// The last words of a task, for whoever wants to know why it gave no result.
  func lastWords(_ task: Int, round: Int) -> String? {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: log(task, round: round))) else { return nil }
    let lines = String(decoding: data.suffix(2000), as: UTF8.self).split(whereSeparator: \.isNewline)
    return lines.last.map { String($0.prefix(300)) }
  }
}
