import Foundation
import GRDB
import Testing
@testable import MyelonStudies

/// Files that are no study, damaged ones, and disks that take nothing: each gives an error that says so.
@Suite struct BrokenStudyTests {
  let folder: Folder
  let path: String

  init() throws {
    folder = try Folder()
    path = folder.file("s.db")
  }

  /// What opening says, for reading and for writing.
  private func errors() -> [StudyError?] {
    [false, true].map { forWriting in
      do throws(StudyError) {
        try StudyStore.open(path, forWriting: forWriting).close()
        return nil
      } catch { return error }
    }
  }

  @Test("A missing file, a folder, an empty file, text and another database are no studies")
  func notStudies() throws {
    #expect(errors() == [.notFound(path: path), .notFound(path: path)])
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    #expect(errors() == Array(repeating: .notAStudy(path: path, found: "a directory"), count: 2))
    try FileManager.default.removeItem(atPath: path)
    try folder.write("", to: "s.db")
    #expect(errors() == Array(repeating: .notAStudy(path: path, found: "an empty file"), count: 2))
    try folder.write(String(repeating: "no database at all\n", count: 400), to: "s.db")
    #expect(errors() == Array(repeating: .notAStudy(path: path, found: "no SQLite database"), count: 2))
    try FileManager.default.removeItem(atPath: path)
    let other = try DatabaseQueue(path: path)
    try other.write { try $0.execute(sql: "CREATE TABLE study (name TEXT)") }
    try other.close()
    #expect(
      errors()
        == Array(repeating: .notAStudy(path: path, found: "an SQLite database of something else"), count: 2))
    #expect(try folder.names() == ["s.db"])
  }

  @Test("A study of a later version is left alone")
  func laterFormat() throws {
    try Arithmetic.finished(path, members: 2).close()
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9: something new')") }
    try queue.close()
    #expect(errors() == Array(repeating: .laterFormat(path: path, found: "9: something new"), count: 2))
  }

  @Test("Changed bytes in the header or in any page are called damage, or change nothing that is read")
  func damagedPages() throws {
    let store = try Arithmetic.finished(path, members: 100)
    let reference = try results(store)
    try store.close()
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    var damaged = 0
    // Pages end in their rows: the last bytes of a page are in use, unlike those in its middle.
    let ends = stride(from: 4096, through: whole.count, by: 4096).map { $0 - 64 }
    for start in [0, 40, 100] + ends {
      var changed = whole
      for offset in 0..<64 { changed[start + offset] ^= 0x5a }
      try changed.write(to: URL(fileURLWithPath: path))
      do {
        let opened = try StudyStore.open(path, forWriting: false)
        #expect(try results(opened) == reference, "bytes from \(start)")
        try opened.close()
      } catch let error as StudyError {
        switch error {
        case .damaged, .notAStudy, .laterFormat, .cannotRead: damaged += 1
        default: Issue.record("bytes from \(start): \(error)")
        }
      }
    }
    // What else there is, such as free space and provenance, decides no number.
    #expect(5 * damaged > 4 * (ends.count + 3))
  }

  @Test("A file that was cut off is called damaged")
  func truncated() throws {
    try Arithmetic.finished(path, members: 12).close()
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for share in [0.3, 0.6, 0.9] {
      try whole.prefix(Int(Double(whole.count) * share) / 4096 * 4096).write(to: URL(fileURLWithPath: path))
      for error in errors() {
        guard case .damaged? = error else {
          Issue.record("\(share): \(String(describing: error))")
          continue
        }
      }
    }
  }

  @Test(
    "Numbers, seeds and states that were changed behind the program's back are found",
    arguments: [
      "UPDATE outcome_values SET value = value + 1e-12 WHERE member = 1 AND outcome = 0",
      "UPDATE outcome_values SET value = 1 WHERE member = 1 AND value IS NULL",
      "UPDATE parameter_values SET value = value / 2 WHERE member = 0 AND parameter = 1",
      "UPDATE members SET seed = '5' WHERE id = 1",
      "DELETE FROM outcome_values WHERE member = 2 AND outcome = 11",
      "DELETE FROM parameter_values WHERE member = 2",
      "UPDATE members SET status = 'queued', digest = NULL WHERE id = 1",
      "UPDATE study SET identity = 'else'", "DELETE FROM study", "DROP TABLE outcome_values",
      "UPDATE members SET seed = 'x' WHERE id = 1",
    ])
  func tampered(statement: String) throws {
    try Arithmetic.finished(path, members: 3).close()
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: statement)
    }
    try queue.close()
    for error in errors() {
      guard case .damaged(path, let problem)? = error else {
        Issue.record("\(statement): \(String(describing: error))")
        continue
      }
      #expect(!problem.isEmpty)
    }
  }

  @Test("A study on a disk that cannot be written is read, and writing says why not")
  func readOnlyDisk() throws {
    try Arithmetic.finished(path, members: 3).close()
    guard let disk = try SmallDisk(folder.file("disk"), size: "2m") else {
      print("Skipped: mounting a small file system is not permitted here")
      return
    }
    let there = "\(disk.path)/s.db"
    try FileManager.default.copyItem(atPath: path, toPath: there)
    try disk.remount("ro")
    let store = try StudyStore.open(there, forWriting: false)
    #expect(try store.counts().done == 3)
    try store.close()
    #expect(throws: StudyError.readOnly(path: there)) {
      try StudyStore.open(there, forWriting: true)
    }
    #expect(throws: StudyError.readOnly(path: "\(disk.path)/new.db")) {
      try StudyStore.create(at: "\(disk.path)/new.db", Arithmetic.description())
    }
  }

  @Test("A disk that fills up at any moment loses nothing that was done")
  func fullDisk() throws {
    guard let disk = try SmallDisk(folder.file("disk"), size: "16k") else {
      print("Skipped: mounting a small file system is not permitted here")
      return
    }
    let there = "\(disk.path)/s.db"
    let reference = try results(try Arithmetic.finished(path, members: 60))
    var said: Set<String> = []
    var done = 0
    for kilobytes in stride(from: 16, to: 2000, by: 12) {
      try disk.remount("size=\(kilobytes)k")
      var opened: StudyStore?
      do {
        let store =
          StudyStore.exists(there)
          ? try StudyStore.open(there, forWriting: true)
          : try StudyStore.create(at: there, Arithmetic.description())
        opened = store
        try store.add(try Arithmetic.sampling.members(0..<60))
        let found = try store.counts().done
        #expect(found >= done)
        done = found
        try Ensemble(
          Arithmetic.model(), settings: try EnsembleSettings(workers: 2, interruptionLimit: 1000)
        ).run(store)
        #expect(try results(store) == reference)
        break
      } catch let error as StudyError {
        #expect(error == .diskFull(path: there))
        said.insert("\(error)")
        // As when the program ends; threads that have just ended may still hold the study.
        try? opened?.close()
        if StudyStore.exists(there) {
          // Readable even while the disk is full; what it holds is right.
          let reader = try? StudyStore.open(there, forWriting: false)
          if let reader {
            for (member, values) in try results(reader) { #expect(reference[member] == values) }
            try reader.close()
          }
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: disk.path)
        #expect(!names.contains { $0.contains("partial") }, "\(names)")
      }
    }
    #expect(!said.isEmpty)
    let end = try StudyStore.open(there, forWriting: false)
    #expect(try results(end) == reference)
  }

  @Test("Network file systems are told from the mount table")
  func networkFileSystems() {
    let mounts = """
      /dev/sda1 / ext4 rw 0 0
      server:/home /home nfs4 rw,vers=4.2 0 0
      tmpfs /home/me/fast tmpfs rw 0 0
      //nas/share /mnt/a\\040b cifs rw 0 0
      scratch /scratch lustre rw 0 0
      """
    let found = ["/", "/var/tmp", "/home/me", "/home/me/fast/x", "/homes", "/mnt/a b/c", "/scratch"].map {
      NetworkFileSystem.kind(ofFolder: $0, mounts: mounts)
    }
    #expect(found == [nil, nil, "nfs4", nil, nil, "cifs", "lustre"])
    #expect(NetworkFileSystem.kind(ofFolder: "/x", mounts: "") == nil)
    #expect(
      StudyError.networkFileSystem(path: "/home/me/s.db", kind: "nfs4").description.contains("--study"))
  }

  @Test("Every error is a sentence that ends in what to do")
  func sentences() {
    let errors: [StudyError] = [
      .notFound(path: "p"), .exists(path: "p", isStudy: true), .exists(path: "p", isStudy: false),
      .notAStudy(path: "p", found: "f"), .laterFormat(path: "p", found: "f"),
      .otherStudy(path: "p", difference: "d"), .damaged(path: "p", problem: "x"), .busy(path: "p"),
      .readOnly(path: "p"), .diskFull(path: "p"), .cannotWrite(path: "p", reason: "r"),
      .cannotRead(path: "p", reason: "r"), .networkFileSystem(path: "p", kind: "k"),
      .conflictingResults(path: "p", member: 1), .unknownMember(path: "p", member: 1),
      .otherMember(path: "p", member: 1), .wrongValues(.noRange(name: "n")),
      .wrongOutcomes(member: 1, problem: "p"), .wrongSetting(name: "n", found: "0", allowed: "1 to 2"),
    ]
    #expect(Set(errors.map(\.description)).count == errors.count)
    #expect(errors.allSatisfy { $0.description.hasSuffix(".") || $0.description.hasSuffix("one.") })
  }
}
