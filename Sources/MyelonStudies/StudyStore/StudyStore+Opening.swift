import Foundation
import GRDB

extension StudyStore {
  /// Makes a study without members.
  ///
  /// The file appears under its name only when it is whole.
  ///
  /// - Parameters:
  ///   - path: where.
  ///   - description: what the study is.
  ///   - overwrite: whether a study of that name may be replaced; another file never is.
  /// - Returns: the study, open for writing.
  /// - Throws: `StudyError` when there is such a file or it cannot be written.
  public static func create(
    at path: String, _ description: StudyDescription, overwrite: Bool = false
  ) throws(StudyError) -> StudyStore {
    let path = absolute(path)
    try requireLocalDisk(path)
    if exists(path), !overwrite { throw .exists(path: path, isStudy: isStudy(path)) }
    let lock = try StudyLock(study: path)
    if exists(path) {
      guard overwrite, isStudy(path) else { throw .exists(path: path, isStudy: isStudy(path)) }
    }
    removePartialFiles(of: path)
    let partial = "\(path)\(partialMark)\(getpid())"
    do throws(StudyError) { try makeFile(partial, description) } catch {
      removeDatabase(partial)
      throw error.renamed(from: partial, to: path)
    }
    // An old log beside the new file would be taken for the new file's own.
    if exists(path) { removeDatabase(path) }
    guard rename(partial, path) == 0 else {
      let code = errno
      removeDatabase(partial)
      throw .ofSystem(code, path: path)
    }
    return try open(path, lock: lock)
  }

  /// Opens a study.
  ///
  /// Brings tables of an earlier version up to date when opened for writing, and checks the file: SQLite's own check of
  /// every page, then that every member that is done has all its outcomes with the digest it was stored with.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - forWriting: whether it is to be written.
  /// - Returns: the study.
  /// - Throws: `StudyError` when the file is no study, of a later version, damaged, in use or not to be written.
  public static func open(_ path: String, forWriting: Bool) throws(StudyError) -> StudyStore {
    let path = absolute(path)
    guard exists(path) else { throw .notFound(path: path) }
    try requireLocalDisk(path)
    return try open(path, lock: forWriting ? try StudyLock(study: path) : nil)
  }

  private static func open(_ path: String, lock: StudyLock?) throws(StudyError) -> StudyStore {
    let queue: DatabaseQueue
    if lock != nil {
      queue = try connect(path, readOnly: false)
    } else {
      // Where not even the log's index file can be made, nothing else can be writing either.
      do { queue = try connect(path, readOnly: true) } catch .readOnly, .cannotRead {
        queue = try connect("file:" + uriPath(path) + "?immutable=1", readOnly: true, name: path)
      }
    }
    do {
      try requireStudy(queue, path: path)
      if lock != nil {
        try queue.writeWithoutTransaction { db in
          // An old log is folded in before anything new is written: on a disk that has filled, the log may be what
          // fills it.
          try db.execute(
            sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_checkpoint(TRUNCATE)")
        }
        try StudySchema.migrator.migrate(queue)
      }
      let description = try queue.read { db in
        guard try StudySchema.migrator.hasCompletedMigrations(db) else {
          throw StudyError.readOnly(path: path)
        }
        return try readDescription(db, path: path)
      }
      let store = StudyStore(path: path, description: description, queue: queue, lock: lock)
      try store.check()
      return store
    } catch {
      try? queue.close()
      throw failure(error, path: path)
    }
  }

  // MARK: - Files

  /// Stands between the name of a study and the number of the process that is making it.
  static let partialMark = ".partial-"

  private static func makeFile(_ path: String, _ description: StudyDescription) throws(StudyError) {
    removeDatabase(path)
    let queue = try connect(path, readOnly: false)
    do {
      try queue.writeWithoutTransaction { db in
        try db.execute(
          sql: "PRAGMA application_id = \(StudySchema.applicationID); PRAGMA synchronous = FULL")
      }
      try StudySchema.migrator.migrate(queue)
      try queue.write { db in
        try writeDescription(db, description)
        try note(db, "created", description.identityHash)
      }
      // Made without a write-ahead log, so that what is committed is in this one file, also on a disk that then fills.
      try queue.close()
    } catch {
      try? queue.close()
      throw failure(error, path: path)
    }
  }

  /// Removes a database with its log.
  static func removeDatabase(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
  }

  /// Removes what killed programs left of studies that they were making under this name.
  private static func removePartialFiles(of path: String) {
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent().path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasPrefix(url.lastPathComponent + partialMark) {
      unlink("\(folder)/\(name)")
    }
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Absolute, so that no name begins with "file:", which SQLite would read as an address.
  static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }

  private static func uriPath(_ path: String) -> String {
    path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
  }
}
