import Foundation
import Synchronization

/// Keeps a study to one writer at a time.
///
/// An advisory lock (`flock`) on a file beside the study; the system releases it when the process ends, however it
/// ends. The file is removed with the lock. It is not the study itself, because closing a file that SQLite has open too
/// would drop SQLite's own locks.
final class StudyLock: Sendable {
  /// Nil once released.
  private let descriptor: Mutex<Int32?>
  private let path: String

  /// Takes the lock of a study.
  ///
  /// - Throws: `StudyError.busy` when another writer has it, `cannotWrite` when the file cannot be made.
  init(study: String) throws(StudyError) {
    path = study + ".lock"
    while true {
      let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
      guard opened >= 0 else { throw .ofSystem(errno, path: study) }
      guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
        let code = errno
        close(opened)
        throw code == EWOULDBLOCK ? .busy(path: study) : .ofSystem(code, path: study)
      }
      // Between opening and locking, another writer may have ended and removed the file.
      if Self.isSame(opened, path) {
        descriptor = Mutex(opened)
        return
      }
      close(opened)
    }
  }

  private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
    var held = stat()
    var named = stat()
    return fstat(descriptor, &held) == 0 && stat(path, &named) == 0 && held.st_ino == named.st_ino
      && held.st_dev == named.st_dev
  }

  /// Lets another writer in; nothing happens the second time.
  func release() {
    descriptor.withLock { held in
      guard let open = held else { return }
      unlink(path)
      close(open)
      held = nil
    }
  }

  deinit { release() }
}
