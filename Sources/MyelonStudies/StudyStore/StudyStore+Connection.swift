import Foundation
import GRDB

extension StudyStore {
  /// Seconds to wait for a file that another program has locked for a moment.
  private static let busyTimeout = 10.0

  /// Opens a connection, without looking at what the file is.
  static func connect(
    _ path: String, readOnly: Bool, name: String? = nil
  ) throws(StudyError) -> DatabaseQueue {
    var isDirectory: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue {
      throw .notAStudy(path: path, found: "a directory")
    }
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(busyTimeout)
    configuration.label = "study"
    configuration.prepareDatabase { db in
      // A damaged file may not call functions, and damage is found where it is met.
      try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
    }
    do { return try DatabaseQueue(path: path, configuration: configuration) } catch {
      throw failure(error, path: name ?? path)
    }
  }

  /// Makes sure that a database is a study of this version or an earlier one.
  static func requireStudy(_ queue: DatabaseQueue, path: String) throws {
    try queue.read { db in
      let found = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      guard found == StudySchema.applicationID else {
        let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
        throw StudyError.notAStudy(
          path: path, found: isEmpty ? "an empty file" : "an SQLite database of something else")
      }
      if try StudySchema.migrator.hasBeenSuperseded(db) {
        let known = Set(StudySchema.migrator.migrations)
        let other = try StudySchema.migrator.appliedIdentifiers(db).subtracting(known).sorted()
        throw StudyError.laterFormat(path: path, found: other.joined(separator: ", "))
      }
    }
  }

  /// True when a file is a study, of whatever version.
  static func isStudy(_ path: String) -> Bool {
    do {
      let queue = try connect(path, readOnly: true)
      defer { try? queue.close() }
      try requireStudy(queue, path: path)
      return true
    } catch StudyError.laterFormat {
      return true
    } catch {
      return false
    }
  }

  /// Turns what SQLite says into an error of studies.
  static func failure(_ error: any Error, path: String) -> StudyError {
    if let error = error as? StudyError { return error }
    guard let error = error as? DatabaseError else { return .cannotRead(path: path, reason: "\(error)") }
    let reason = error.message ?? "SQLite's error \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_FULL: return .diskFull(path: path)
    case .SQLITE_IOERR:
      return isDiskFull(path) ? .diskFull(path: path) : .cannotWrite(path: path, reason: reason)
    case .SQLITE_READONLY, .SQLITE_PERM: return .readOnly(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy(path: path)
    case .SQLITE_NOTADB: return .notAStudy(path: path, found: "no SQLite database")
    case .SQLITE_CORRUPT, .SQLITE_CONSTRAINT: return .damaged(path: path, problem: reason)
    case .SQLITE_ERROR where exists(path):
      // The statements are right, so tables or columns are not as they were made.
      return .damaged(path: path, problem: reason)
    case .SQLITE_CANTOPEN where exists(path): return cannotOpen(path, reason: reason)
    default: return .cannotWrite(path: path, reason: reason)
    }
  }

  private static func cannotOpen(_ path: String, reason: String) -> StudyError {
    if isDiskFull(path) { return .diskFull(path: path) }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let mayWrite = access(path, W_OK) == 0 && access(folder, W_OK) == 0
    return mayWrite ? .cannotRead(path: path, reason: reason) : .readOnly(path: path)
  }

  /// True when the file system of a path has no space left.
  private static func isDiskFull(_ path: String) -> Bool {
    var system = statvfs()
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    return statvfs(folder, &system) == 0 && system.f_bavail == 0 && system.f_blocks > 0
  }

  /// Refuses a network file system: SQLite's write-ahead log needs memory that all its users share.
  static func requireLocalDisk(_ path: String) throws(StudyError) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    if let kind = NetworkFileSystem.kind(ofFolder: folder) {
      throw .networkFileSystem(path: path, kind: kind)
    }
  }
}

extension StudyError {
  /// The same error about a file under its final name.
  func renamed(from partial: String, to path: String) -> StudyError {
    switch self {
    case .diskFull(partial): .diskFull(path: path)
    case .readOnly(partial): .readOnly(path: path)
    case .busy(partial): .busy(path: path)
    case .cannotWrite(partial, let reason), .cannotRead(partial, let reason):
      .cannotWrite(path: path, reason: reason)
    case .damaged(partial, let problem): .cannotWrite(path: path, reason: problem)
    default: self
    }
  }
}
