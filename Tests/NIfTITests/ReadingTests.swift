import Foundation
import NIfTI
import Testing

struct ReadingTests {
  static let layouts: [(NIfTIHeader.Version, NIfTIHeader.ByteOrder)] = [
    (.one, .little), (.one, .big), (.two, .little), (.two, .big),
  ]

  /// Whole numbers that every type with their range holds, as they are stored.
  static func stored(_ type: NIfTIDataType, order: NIfTIHeader.ByteOrder) -> (
    bytes: [UInt8], values: [Double]
  ) {
    func integers<T: FixedWidthInteger>(_ type: T.Type) -> (bytes: [UInt8], values: [Double]) {
      let list: [T] = [.min, 0, 1, 2, 3, 100, .max, 7, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]
      return (storedBytes(list, order), list.map { Double($0) })
    }
    let reals: [Double] = (0..<24).map { 0.1 * Double($0) - 1.3 }
    switch type {
    case .uint8: return integers(UInt8.self)
    case .int8: return integers(Int8.self)
    case .uint16: return integers(UInt16.self)
    case .int16: return integers(Int16.self)
    case .uint32: return integers(UInt32.self)
    case .int32: return integers(Int32.self)
    case .uint64: return integers(UInt64.self)
    case .int64: return integers(Int64.self)
    case .float32:
      return (storedBytes(reals.map { Float($0).bitPattern }, order), reals.map { Double(Float($0)) })
    case .float64: return (storedBytes(reals.map(\.bitPattern), order), reals)
    }
  }

  @Test(arguments: NIfTIDataType.allCases, layouts.indices)
  func `every type reads in every layout, packed or not, scaled or not`(type: NIfTIDataType, layout: Int)
    throws
  {
    var fixture = HeaderFixture()
    (fixture.version, fixture.order) = Self.layouts[layout]
    fixture.datatype = type.rawValue
    let (bytes, values) = Self.stored(type, order: fixture.order)
    for (slope, intercept) in [(0.0, 5.0), (1, 0), (1, 7), (0.5, -3), (-2, 0.25)] {
      fixture.slope = slope
      fixture.intercept = intercept
      let file = fixture.file(voxels: bytes)
      let wanted = values.map { slope == 0 ? $0 : $0 * slope + intercept }
      for data in [file, try GzipCodec.compress(file)] {
        let volume = try NIfTIVolume(data: data)
        #expect(volume.dimensions == [2, 3, 4])
        #expect(volume.header.dataType == type)
        #expect(volume.header.version == fixture.version && volume.header.byteOrder == fixture.order)
        #expect(volume.voxels == wanted.map { Float($0) })
        let raw = try NIfTIRawVolume(data: data)
        #expect(raw.doubles() == wanted)
        #expect(raw.header == volume.header)
      }
    }
  }

  @Test func `stored whole numbers keep all their digits`() throws {
    var fixture = HeaderFixture(order: .big)
    fixture.dim = [3, 3, 1, 1, 1, 1, 1, 1]
    fixture.datatype = NIfTIDataType.int64.rawValue
    let numbers: [Int64] = [.min, 9_007_199_254_740_993, .max]
    let raw = try NIfTIRawVolume(data: fixture.file(voxels: storedBytes(numbers, .big)))
    #expect(raw.storedIntegers() == numbers)
    fixture.datatype = NIfTIDataType.uint64.rawValue
    let large = try NIfTIRawVolume(data: fixture.file(voxels: storedBytes([0, 1, UInt64.max], .big)))
    #expect(large.storedIntegers() == nil)
    fixture.datatype = NIfTIDataType.float32.rawValue
    let real = try NIfTIRawVolume(data: fixture.file(voxels: storedBytes([0, 1, 2] as [UInt32], .big)))
    #expect(real.storedIntegers() == nil)
  }

  @Test func `a file that nibabel wrote reads as nibabel reads it`() throws {
    // nibabel 5.4.2: big-endian NIfTI-2, int16 counting from -7, slope 0.5, intercept 10, sheared sform.
    let packed = try #require(Data(base64Encoded: Self.nibabelFile))
    let volume = try NIfTIVolume(data: packed)
    #expect(volume.dimensions == [2, 3, 2, 2])
    #expect(volume.voxels == (0..<24).map { 6.5 + 0.5 * Float($0) })
    #expect(
      volume.affine.rowMajor == [0.9, -0.3, 0.1, -12.5, 0.25, 1.1, -0.4, 7.25, -0.05, 0.35, 2.2, 100.125])
    #expect(volume.affine.axisCodes == "RAS")
    #expect(volume.header.sformCode == 4)
    #expect(volume.header.description == "golden")
    #expect(volume.header.timeUnit == .milliseconds)
    #expect(volume.header.timeStepInSeconds == 1.5)
  }

  static let nibabelFile =
    "H4sIAAAAAAACA2NgYJLJ0zZi4OWS4mJgYRBggAAWKM0EpZnR+DCaEQeNAew/QOm3714JZth72n8Wtf2m9PyCA+ML7tilSy84TC9AVYdG"
    + "Q61VsH8AYTmoMJAF0vNzUlLzGOgFWOz3qToWbxT7Zz/ntYHBdF8H+wNXf+xb/7nsgCbUH7JQOpID4t83Z0Dg7P7LxmBgv3MmCMyCqbe/"
    + "AKU/QsT334TQMHP2r4Tw7a+lgYEDI1Qeaj4UCBHrgf8////6//v/n/9////7/x8cw0zA1MDCwMrAxsDOwMHAycDFwM3Aw8DLwMfAzyAA"
    + "AC1OXWxQAgAA"

  @Test func `trailing axes of length one fold, missing ones count as one`() throws {
    let cases: [([Int], [Int])] = [
      ([1, 5, 0, 0, 0, 0, 0, 0], [5, 1, 1]), ([2, 5, 4, -1, 0, 0, 0, 0], [5, 4, 1]),
      ([4, 5, 4, 3, 1, 0, 0, 0], [5, 4, 3]), ([4, 5, 4, 3, 2, 0, 0, 0], [5, 4, 3, 2]),
      ([7, 5, 4, 3, 2, 1, 1, 1], [5, 4, 3, 2]), ([7, 5, 1, 1, 1, 1, 1, 1], [5, 1, 1]),
    ]
    for (dim, expected) in cases {
      let volume = try NIfTIVolume(data: HeaderFixture(dim: dim).file)
      #expect(volume.dimensions == expected)
      #expect(volume.voxels.count == expected.reduce(1, *))
    }
  }

  @Test func `voxels begin where vox_offset says, extensions are passed over`() throws {
    var fixture = HeaderFixture(datatype: 2, voxelOffset: 4000)
    let bytes = (0..<24).map { UInt8($0) }
    for version in [NIfTIHeader.Version.one, .two] {
      fixture.version = version
      #expect(try NIfTIVolume(data: fixture.file(voxels: bytes)).voxels == bytes.map { Float($0) })
    }
  }

  @Test func `voxels that are no numbers are kept and found`() throws {
    var values = [Float](repeating: 1, count: 24)
    var volume = try NIfTIVolume(
      data: HeaderFixture().file(voxels: storedBytes(values.map(\.bitPattern), .little)))
    #expect(volume.firstNonFinite == nil)
    try volume.requireFinite()
    for bad in [Float.nan, .infinity, -.infinity, .signalingNaN] {
      values = [Float](repeating: .greatestFiniteMagnitude, count: 24)
      values[17] = bad
      values[20] = .nan
      volume = try NIfTIVolume(
        data: HeaderFixture().file(voxels: storedBytes(values.map(\.bitPattern), .little)))
      #expect(volume.firstNonFinite == 17)
      let error = nifTIError { () throws(NIfTIError) in try volume.requireFinite() }
      #expect(error == .notFinite(value: "\(bad)", index: 17))
    }
  }

  @Test func `the header alone reads from a file`() throws {
    try withTemporaryDirectory { directory in
      let url = directory.appendingPathComponent("packed-without-saying-so.nii")
      var fixture = HeaderFixture(version: .two, order: .big)
      fixture.description = "header only"
      try GzipCodec.compress(fixture.file).write(to: url)
      let header = try NIfTIHeader(contentsOf: url)
      #expect(header.description == "header only")
      #expect(header.dimensions == [2, 3, 4])
      #expect(try NIfTIVolume(contentsOf: url).header == header)
      #expect(try NIfTIRawVolume(contentsOf: url).header == header)
    }
  }

  @Test func `what is no regular file is refused at once`() throws {
    try withTemporaryDirectory { directory in
      let pipe = directory.appendingPathComponent("pipe.nii").path
      #expect(mkfifo(pipe, 0o600) == 0)
      for path in [directory.path, pipe, "/dev/zero", directory.path + "/absent.nii", "a\0b.nii"] {
        let error = nifTIError { () throws(NIfTIError) in try NIfTIVolume(contentsOf: path) }
        guard case .unreadable(let named, _) = error else {
          Issue.record("\(path): \(String(describing: error))")
          continue
        }
        #expect(named == path)
      }
    }
  }
}
