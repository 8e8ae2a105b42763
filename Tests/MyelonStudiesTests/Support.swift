import Foundation
import MyelonRandom
import MyelonSimulation
import Testing
@testable import MyelonStudies

/// A new directory that is removed when its owner goes.
final class Folder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("studies-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }
  func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  func text(_ name: String) throws -> String {
    try String(contentsOf: URL(fileURLWithPath: file(name)), encoding: .utf8)
  }
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
  }
}

/// What a study of members came to, without times.
func results(_ store: StudyStore) throws -> [StudyMember: [UInt64?]] {
  var found: [StudyMember: [UInt64?]] = [:]
  for record in try store.records(.done) { found[record.member] = record.outcomes.map { $0?.bitPattern } }
  return found
}
