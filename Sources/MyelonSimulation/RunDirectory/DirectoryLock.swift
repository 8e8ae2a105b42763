import Foundation

/// Keeps two runs from writing into one directory at once.
///
/// An advisory lock (`flock`) on the directory itself: it leaves no file behind and the system releases it when
/// the process ends, however it ends. On a file system that knows no such locks there is no protection.
final class DirectoryLock {
  private let descriptor: Int32

  /// Takes the lock, or says that another run has it.
  init(_ path: String) throws(RunError) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .directoryNotMade(path: path, reason: String(cString: strerror(errno)))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
    close(descriptor)
    throw .directoryBusy(path: path)
  }

  deinit { close(descriptor) }
}
