import Foundation
import MyelonFiles
import Testing

@testable import NIfTI

struct FileWritingTests {
  static let volume = NIfTIVolume(
    dimensions: [3, 2, 2], voxels: (0..<12).map { Float($0) }, affine: NIfTIAffine(spacing: SIMD3(1, 2, 3)))

  /// The error of writing, `nil` where it went well.
  func error(_ volume: NIfTIVolume, to path: String, _ type: NIfTIDataType = .float32) -> NIfTIError? {
    nifTIError { () throws(NIfTIError) in try volume.write(to: path, dataType: type) }
  }

  @Test func `the extension decides, the file holds what encoded says, nothing else is left`() throws {
    try withTemporaryDirectory { directory in
      for (name, level) in [("a.nii", nil), ("b.nii.gz", 6), ("C.NII.GZ", 6)] as [(String, Int?)] {
        let url = directory.appendingPathComponent(name)
        for type in NIfTIDataType.writable {
          try Self.volume.write(to: url, dataType: type)
          #expect(try Data(contentsOf: url) == Self.volume.encoded(dataType: type, compressionLevel: level))
          #expect(try NIfTIVolume(contentsOf: url).voxels == Self.volume.voxels)
        }
      }
      let left = try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
      #expect(left == ["C.NII.GZ", "a.nii", "b.nii.gz"])
    }
  }

  @Test func `a failed write leaves the old file and no other`() throws {
    try withTemporaryDirectory { directory in
      let path = directory.appendingPathComponent("old.nii.gz").path
      try Self.volume.write(to: path)
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      var broken = Self.volume
      broken.voxels[7] = 0.5
      #expect(
        error(broken, to: path, .uint8) == .notRepresentable(value: "0.5", index: 7, dataType: .uint8))
      for (code, expected) in [
        (ENOSPC, NIfTIError.diskFull(path: path, writtenBytes: 100)),
        (EDQUOT, .diskFull(path: path, writtenBytes: 100)),
        (EIO, .unwritable(path: path, reason: "Input/output error")),
      ] {
        #expect(
          nifTIError { () throws(NIfTIError) in try writeFailing(Self.volume, to: path, code) } == expected)
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
      #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["old.nii.gz"])
    }
  }

  /// Writes to a disk that takes 100 bytes, in small pieces and with interruptions, then fails.
  func writeFailing(_ volume: NIfTIVolume, to path: String, _ code: Int32) throws(NIfTIError) {
    final class Disk {
      var room = 100
      var calls = 0
    }
    let disk = Disk()
    let file = try FileSink(path: path) { descriptor, buffer in
      disk.calls += 1
      if disk.calls.isMultiple(of: 3) {
        errno = EINTR
        return -1
      }
      if disk.room == 0 {
        errno = code
        return -1
      }
      let piece = UnsafeRawBufferPointer(rebasing: buffer.prefix(min(7, disk.room)))
      disk.room -= piece.count
      return AtomicFile.writeOnce(descriptor, piece)
    }
    try volume.write(to: file, encoder: VoxelEncoder(.float32), dataType: .float32, level: nil)
  }

  @Test func `places that cannot be written give the system's reason`() throws {
    try withTemporaryDirectory { directory in
      let missing = directory.appendingPathComponent("no/such/a.nii").path
      #expect(
        error(Self.volume, to: missing) == .unwritable(path: missing, reason: "No such file or directory"))
      let occupied = directory.appendingPathComponent("occupied.nii")
      try FileManager.default.createDirectory(at: occupied, withIntermediateDirectories: true)
      #expect(
        error(Self.volume, to: occupied.path) == .unwritable(path: occupied.path, reason: "Is a directory"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["occupied.nii"])
      let zero = directory.path + "/a\0.nii"
      #expect(
        error(Self.volume, to: zero) == .unwritable(path: zero, reason: "the name holds a zero byte"))
      #expect(error(Self.volume, to: "a.img") == .unknownExtension(path: "a.img"))
    }
  }

  @Test func `what the format cannot say is refused, every reason listed`() {
    var volume = Self.volume
    volume.dimensions = [3, 2, 40_000]
    volume.affine.x[3] = .nan
    volume.header.timeStep = -1
    volume.header.timeOffset = .infinity
    let error = nifTIError { () throws(NIfTIError) in try volume.encoded() }
    guard case .invalidVolume(let reasons) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reasons.count == 4)
    for bad in [[3, 2], [3, 2, 2, 1, 1], [3, 0, 2], [3, 2, 3]] {
      var shaped = Self.volume
      shaped.dimensions = bad
      #expect(nifTIError { () throws(NIfTIError) in try shaped.encoded() } != nil)
    }
  }

  @Test func `whole-number types refuse what they cannot hold`() {
    let cases: [(NIfTIDataType, [Float], Float?)] = [
      (.uint8, [0, 255, -0.0], nil), (.uint8, [256], 256), (.uint8, [-1], -1), (.uint8, [0.5], 0.5),
      (.int16, [-32_768, 32_767], nil), (.int16, [32_768], 32_768), (.int16, [-32_769], -32_769),
      (.int16, [.infinity], .infinity), (.uint8, [.nan], .nan),
    ]
    for (type, voxels, bad) in cases {
      let volume = NIfTIVolume(dimensions: [voxels.count, 1, 1], voxels: voxels, affine: .identity)
      let error = nifTIError { () throws(NIfTIError) in try volume.encoded(dataType: type) }
      #expect(error == bad.map { .notRepresentable(value: "\($0)", index: 0, dataType: type) })
    }
    // Far behind the first chunk, the voxel is still named by its own index.
    for (type, count) in [(NIfTIDataType.uint8, 600_000), (.int16, 300_000)] {
      var voxels = [Float](repeating: 3, count: count)
      voxels[count - 5] = 1.5
      let volume = NIfTIVolume(dimensions: [count / 100, 100, 1], voxels: voxels, affine: .identity)
      let error = nifTIError { () throws(NIfTIError) in try volume.encoded(dataType: type) }
      #expect(error == .notRepresentable(value: "1.5", index: count - 5, dataType: type))
    }
    for type in NIfTIDataType.allCases where !NIfTIDataType.writable.contains(type) {
      let error = nifTIError { () throws(NIfTIError) in try Self.volume.encoded(dataType: type) }
      #expect(error == .unsupportedOutput(dataType: type))
    }
  }

  @Test func `long texts are cut at a character`() throws {
    var volume = Self.volume
    volume.header.description = String(repeating: "a", count: 78) + "µ"
    volume.header.intentName = "0123456789abcdefgh"
    let header = try NIfTIHeader(data: volume.encoded())
    #expect(header.description == String(repeating: "a", count: 78))
    #expect(header.intentName == "0123456789abcde")
  }

  @Test func `a sheared volume has no qform`() throws {
    var volume = Self.volume
    volume.affine = NIfTIAffine(x: SIMD4(1, 0.2, 0, 5), y: SIMD4(0, 1, 0, 6), z: SIMD4(0, 0, 1, 7))
    let header = try NIfTIHeader(data: volume.encoded())
    #expect(header.qformCode == 0 && header.sformCode == 2)
    #expect(header.affine == volume.affine.roundedToFloat)
  }

  @Test func `a series keeps its time axis`() throws {
    let volume = NIfTIVolume(
      dimensions: [2, 2, 1, 3], voxels: (0..<12).map { Float($0) }, affine: .identity)
    var series = volume
    series.header.timeUnit = .seconds
    series.header.timeStep = 3600
    series.header.timeOffset = 7200
    let back = try NIfTIVolume(data: series.encoded(compressionLevel: 6))
    #expect(back.dimensions == [2, 2, 1, 3] && back.timePointCount == 3)
    #expect(back.header.timeStepInSeconds == 3600 && back.header.timeOffset == 7200)
    #expect(back.voxels[back.index(1, 0, 0, 2)] == 9)
  }
}
