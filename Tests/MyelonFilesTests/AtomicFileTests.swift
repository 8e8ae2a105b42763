import Foundation
import MyelonFiles
import MyelonTestSupport
import Testing

/// A disk that takes so many bytes, in small pieces and with interruptions, then fails.
private final class Disk {
  var room: Int
  var calls = 0

  init(room: Int) { self.room = room }

  func write(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer, then code: Int32) -> Int {
    calls += 1
    if calls.isMultiple(of: 3) || room == 0 {
      errno = calls.isMultiple(of: 3) ? EINTR : code
      return -1
    }
    let piece = UnsafeRawBufferPointer(rebasing: buffer.prefix(min(7, room)))
    room -= piece.count
    return AtomicFile.writeOnce(descriptor, piece)
  }
}

struct AtomicFileTests {
  private func error(_ body: () throws(FileError) -> Void) -> FileError? {
    do { try body() } catch { return error }
    return nil
  }

  private func text(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

  @Test("A file appears under its name only when it is published")
  func appearance() throws {
    let folder = try ScratchDirectory()
    try AtomicFile.write(Array("old".utf8), to: folder.file("a.txt"))
    let file = try AtomicFile(folder.file("a.txt"))
    try Array("new".utf8).withUnsafeBytes { try file.write($0) }
    #expect(text(folder.file("a.txt")) == "old")
    let partial = try #require(try folder.files.first { $0 != "a.txt" })
    #expect(AtomicFile.isPartial(partial, of: "a.txt") && !AtomicFile.isPartial(partial, of: "b.txt"))
    #expect(!AtomicFile.isPartial("a.txt", of: "a.txt"))
    try file.seal()
    #expect(text(folder.file("a.txt")) == "old")
    try file.publish()
    #expect(try text(folder.file("a.txt")) == "new" && folder.files == ["a.txt"])
  }

  @Test("A file that is given up, sealed or not, leaves nothing", arguments: [false, true])
  func givenUp(isSealed: Bool) throws {
    let folder = try ScratchDirectory()
    var file: AtomicFile? = try AtomicFile(folder.file("a.txt"))
    try Array("half".utf8).withUnsafeBytes { try file?.write($0) }
    if isSealed { try file?.seal() }
    #expect(try folder.files.count == 1)
    file = nil
    #expect(try folder.files.isEmpty)
  }

  @Test("Small pieces and interruptions lose no byte")
  func pieces() throws {
    let folder = try ScratchDirectory()
    let disk = Disk(room: 1000)
    let bytes = (0..<900).map { UInt8(truncatingIfNeeded: $0 * 7) }
    let file = try AtomicFile(folder.file("a")) { disk.write($0, $1, then: EIO) }
    try bytes.withUnsafeBytes { try file.write($0) }
    try file.finish()
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file("a"))) == Data(bytes))
    #expect(disk.calls > 128)
  }

  @Test("A full or broken disk is told with what had been written, and leaves the old file")
  func failing() throws {
    let folder = try ScratchDirectory()
    try AtomicFile.write(Array("old".utf8), to: folder.file("a"))
    for code in [ENOSPC, EDQUOT, EIO] {
      let disk = Disk(room: 100)
      do {
        let file = try AtomicFile(folder.file("a")) { disk.write($0, $1, then: code) }
        try [UInt8](repeating: 1, count: 300).withUnsafeBytes { try file.write($0) }
        Issue.record("it was written")
      } catch let error as FileError {
        #expect(error.path == folder.file("a") && error.code == code && error.writtenBytes == 100)
        #expect(error.isDiskFull == (code != EIO))
        #expect(error.reason == String(cString: strerror(code)))
      }
      #expect(try folder.files == ["a"] && text(folder.file("a")) == "old")
    }
  }

  @Test("A device that takes nothing ends in an error and not in a loop")
  func takingNothing() throws {
    let folder = try ScratchDirectory()
    let file = try AtomicFile(folder.file("a")) { _, _ in 0 }
    #expect(throws: FileError.self) { try [UInt8(1)].withUnsafeBytes { try file.write($0) } }
  }

  @Test("Impossible places are refused with the system's reason and leave nothing")
  func places() throws {
    let folder = try ScratchDirectory()
    let missing = error { () throws(FileError) in try AtomicFile.write([UInt8](), to: folder.file("no/a")) }
    #expect(missing?.code == ENOENT)
    try FileManager.default.createDirectory(atPath: folder.file("d"), withIntermediateDirectories: true)
    let occupied = error { () throws(FileError) in try AtomicFile.write([UInt8](), to: folder.file("d")) }
    #expect(occupied?.code == EISDIR)
    let zero = error { () throws(FileError) in try AtomicFile.write([UInt8](), to: folder.file("a\0b")) }
    #expect(zero?.code == nil && zero?.reason == "the name holds a zero byte")
    #expect(try folder.files == ["d"])
  }
}
