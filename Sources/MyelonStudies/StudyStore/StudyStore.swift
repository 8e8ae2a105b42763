import Foundation
import GRDB
import MyelonSimulation

/// A study database: one SQLite file with the members of a study, their parameter values and outcomes.
///
/// Written in WAL mode with `synchronous = FULL`: when a call that writes has returned, what it wrote is on the disk and
/// stays there through a killed program and a power cut. One writer at a time (`StudyLock`); any number of programs may
/// read meanwhile. Waits up to ten seconds for a locked file. Tables: see `StudySchema` and Docs/Studies.md.
public final class StudyStore: Sendable {
  /// Absolute path of the file.
  public let path: String
  /// What the study is.
  public let description: StudyDescription
  let queue: DatabaseQueue
  private let lock: StudyLock?

  /// Whether this opening may write.
  public var isWritable: Bool { lock != nil }

  init(path: String, description: StudyDescription, queue: DatabaseQueue, lock: StudyLock?) {
    self.path = path
    self.description = description
    self.queue = queue
    self.lock = lock
  }

  /// Closes the file and lets another writer in; whatever is called afterwards fails.
  ///
  /// Called by itself when the last reference goes, but then nobody hears of an error.
  ///
  /// - Throws: `StudyError` when the write-ahead log could not be folded into the file.
  public func close() throws(StudyError) {
    do { try queue.close() } catch { throw Self.failure(error, path: path) }
    lock?.release()
  }

  // MARK: - Doors to the database

  /// Reads.
  func read<Value>(_ body: (Database) throws -> Value) throws(StudyError) -> Value {
    do { return try queue.read(body) } catch { throw Self.failure(error, path: path) }
  }

  /// Writes all of `body` or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws(StudyError) -> Value {
    guard isWritable else { throw .readOnly(path: path) }
    do { return try queue.write(body) } catch { throw Self.failure(error, path: path) }
  }

  // MARK: - Provenance

  /// Something that happened to a study, for whoever wants to know later.
  public struct Event: Sendable, Hashable, Codable {
    /// When, ISO 8601 in UTC.
    public let time: String
    /// What, in a word: `created`, `run`, `merged`, ...
    public let event: String
    /// More about it.
    public let detail: String
    /// Version of the program.
    public let programVersion: String
    /// Name of the machine.
    public let host: String
  }

  /// Writes down that something happened.
  ///
  /// - Parameters:
  ///   - event: what, in a word.
  ///   - detail: more about it.
  /// - Throws: `StudyError` when it cannot be written.
  public func note(_ event: String, _ detail: String = "") throws(StudyError) {
    try write { db in try Self.note(db, event, detail) }
  }

  static func note(_ db: Database, _ event: String, _ detail: String) throws {
    try db.execute(
      sql: "INSERT INTO provenance (time, event, detail, program_version, host) VALUES (?, ?, ?, ?, ?)",
      arguments: [now, event, detail, ProgramVersion.current, hostName])
  }

  /// Everything that happened, oldest first.
  public func events() throws(StudyError) -> [Event] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT time, event, detail, program_version, host FROM provenance ORDER BY id"
      )
      .map { Event(time: $0[0], event: $0[1], detail: $0[2], programVersion: $0[3], host: $0[4]) }
    }
  }

  /// The present time, ISO 8601 in UTC.
  static var now: String { Date().ISO8601Format() }

  /// Name of this machine, without asking the network for it.
  static var hostName: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "unknown" }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
