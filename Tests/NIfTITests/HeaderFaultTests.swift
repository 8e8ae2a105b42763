import Foundation
import NIfTI
import Testing

struct HeaderFaultTests {
  static func fixture(_ change: (inout HeaderFixture) -> Void) -> HeaderFixture {
    var fixture = HeaderFixture()
    change(&fixture)
    return fixture
  }

  /// Header, and the faults it must be charged with, no more and no fewer.
  static let battery: [(HeaderFixture, [NIfTIHeaderFault])] = [
    (fixture { $0.dim[0] = 0 }, [.axisCount(found: 0)]),
    (fixture { $0.dim[0] = -1 }, [.axisCount(found: -1)]),
    (fixture { $0.dim[0] = 8 }, [.axisCount(found: 8)]),
    (fixture { $0.dim[2] = 0 }, [.dimension(axis: 2, found: 0)]),
    (
      fixture { $0.dim = [3, -2, 3, -32_768, 1, 1, 1, 1] },
      [.dimension(axis: 1, found: -2), .dimension(axis: 3, found: -32_768)]
    ),
    (fixture { $0.dim = [5, 2, 3, 4, 1, 3, 1, 1] }, [.tooManyAxes(dimensions: [2, 3, 4, 1, 3])]),
    (fixture { $0.datatype = 0 }, [.dataType(code: 0)]),
    (fixture { $0.datatype = 128 }, [.dataType(code: 128)]),
    (fixture { $0.bitpix = 16 }, [.bitsPerVoxel(found: 16, required: 32)]),
    (fixture { $0.pixdim[1] = 0 }, [.voxelSize(axis: 1, found: "0.0")]),
    (fixture { $0.pixdim[3] = -0.5 }, [.voxelSize(axis: 3, found: "-0.5")]),
    (fixture { $0.pixdim[2] = .nan }, [.voxelSize(axis: 2, found: "nan")]),
    (fixture { $0.pixdim[2] = .infinity }, [.voxelSize(axis: 2, found: "inf")]),
    (
      fixture {
        $0.dim = [4, 2, 3, 4, 2, 1, 1, 1]
        $0.pixdim[4] = -1
      }, [.voxelSize(axis: 4, found: "-1.0")]
    ),
    (fixture { $0.voxelOffset = 0 }, [.voxelOffset(found: "0.0", minimum: 352)]),
    (fixture { $0.voxelOffset = 351 }, [.voxelOffset(found: "351.0", minimum: 352)]),
    (fixture { $0.voxelOffset = 352.5 }, [.voxelOffset(found: "352.5", minimum: 352)]),
    (fixture { $0.voxelOffset = -400 }, [.voxelOffset(found: "-400.0", minimum: 352)]),
    (fixture { $0.voxelOffset = .nan }, [.voxelOffset(found: "nan", minimum: 352)]),
    (fixture { $0.voxelOffset = .infinity }, [.voxelOffset(found: "inf", minimum: 352)]),
    (fixture { $0.slope = .nan }, [.scaling(slope: "nan", intercept: "0.0")]),
    (fixture { $0.slope = -.infinity }, [.scaling(slope: "-inf", intercept: "0.0")]),
    (
      fixture {
        $0.slope = 1
        $0.intercept = .infinity
      }, [.scaling(slope: "1.0", intercept: "inf")]
    ),
    (fixture { $0.units = 7 }, [.units(code: 7)]),
    (fixture { $0.units = 56 | 2 }, [.units(code: 58)]),
    (fixture { $0.units = 128 | 2 }, [.units(code: 130)]),
    (fixture { $0.sformCode = -1 }, [.transformCode(sform: -1, qform: 0)]),
    (
      fixture {
        $0.version = .two
        $0.qformCode = 40_000
      }, [.transformCode(sform: 0, qform: 40_000)]
    ),
    (
      fixture {
        $0.sformCode = 1
        $0.sform[7] = .nan
      }, [.affineNotFinite(source: "sform")]
    ),
    (
      fixture {
        $0.sformCode = 1
        $0.sform = [1, 0, 0, 0, 0, 1, 0, 0, 1, 1, 0, 0]
      }, [.affineSingular(source: "sform")]
    ),
    (
      fixture {
        $0.sformCode = 2
        $0.sform = [Double](repeating: 0, count: 12)
      }, [.affineSingular(source: "sform")]
    ),
    (
      fixture {
        $0.qformCode = 1
        $0.quaternionOffset[0] = .infinity
      }, [.affineNotFinite(source: "qform")]
    ),
    (
      fixture {
        $0.qformCode = 1
        $0.quaternion = [1, 1, 0]
      }, [.quaternion(squaredLength: "2.0")]
    ),
  ]

  @Test(arguments: battery.indices)
  func `each fault is named, in either byte order`(index: Int) throws {
    var (fixture, faults) = Self.battery[index]
    for order in [NIfTIHeader.ByteOrder.little, .big] {
      fixture.order = order
      let file = fixture.file
      #expect(
        nifTIError { () throws(NIfTIError) in try NIfTIVolume(data: file) } == .invalidHeader(faults: faults))
      #expect(
        nifTIError { () throws(NIfTIError) in try NIfTIHeader(data: file) } == .invalidHeader(faults: faults))
    }
    for fault in faults { #expect(!fault.description.isEmpty) }
  }

  @Test func `all faults of a header are reported together`() {
    var fixture = HeaderFixture()
    fixture.dim[2] = 0
    fixture.datatype = 1
    fixture.pixdim[1] = -1
    fixture.voxelOffset = 10
    fixture.slope = .nan
    fixture.units = 5
    fixture.sformCode = 1
    fixture.sform[0] = .nan
    let error = nifTIError { () throws(NIfTIError) in try NIfTIVolume(data: fixture.file) }
    #expect(
      error
        == .invalidHeader(faults: [
          .dimension(axis: 2, found: 0), .dataType(code: 1), .voxelSize(axis: 1, found: "-1.0"),
          .voxelOffset(found: "10.0", minimum: 352), .scaling(slope: "nan", intercept: "0.0"),
          .units(code: 5),
          .affineNotFinite(source: "sform"),
        ]))
    #expect(error?.description.contains("7 faults") == true)
  }

  @Test func `what the method in force does not use is not charged`() throws {
    var fixture = HeaderFixture()
    fixture.sform = [Double](repeating: .nan, count: 12)
    fixture.quaternion = [5, .nan, 0]
    fixture.intercept = .nan
    fixture.pixdim[5] = .nan
    fixture.pixdim[4] = -3
    #expect(try NIfTIVolume(data: fixture.file).affine == .identity)
  }

  @Test func `a product of dimensions beyond 64 bits is a fault`() {
    var fixture = HeaderFixture(version: .two)
    fixture.dim = [3, 1 << 31, 1 << 31, 4, 1, 1, 1, 1]
    let file = fixture.file(voxels: [])
    let error = nifTIError { () throws(NIfTIError) in try NIfTIVolume(data: file) }
    #expect(error == .invalidHeader(faults: [.sizeOverflow(dimensions: [1 << 31, 1 << 31, 4])]))
    fixture.dim = [3, .max, .max, .max, 1, 1, 1, 1]
    let huge = nifTIError { () throws(NIfTIError) in try NIfTIVolume(data: fixture.file(voxels: [])) }
    #expect(huge == .invalidHeader(faults: [.sizeOverflow(dimensions: [.max, .max, .max])]))
  }

  @Test func `a volume over the limit is refused before it is made`() {
    var fixture = HeaderFixture(version: .two)
    fixture.dim = [3, 1 << 20, 1 << 20, 1 << 10, 1, 1, 1, 1]
    let error = nifTIError { () throws(NIfTIError) in try NIfTIVolume(data: fixture.file(voxels: [])) }
    #expect(error == .tooLarge(requiredBytes: 544 + 1 << 52, limitBytes: 4 << 30))
    // One byte a voxel in the file, four in memory: the limit holds for both.
    var small = HeaderFixture()
    small.dim = [3, 100, 10, 1, 1, 1, 1, 1]
    small.datatype = 2
    let limits = NIfTILimits(maximumUncompressedBytes: 3999)
    let tight = nifTIError { () throws(NIfTIError) in try NIfTIVolume(data: small.file, limits: limits) }
    #expect(tight == .tooLarge(requiredBytes: 4000, limitBytes: 3999))
    let enough = NIfTILimits(maximumUncompressedBytes: 4000)
    #expect(nifTIError { () throws(NIfTIError) in try NIfTIVolume(data: small.file, limits: enough) } == nil)
    // vox_offset counts too.
    var far = HeaderFixture(version: .two)
    far.voxelOffset = Double(1 << 40)
    let distant = nifTIError { () throws(NIfTIError) in try NIfTIVolume(data: Data(far.header)) }
    #expect(distant == .tooLarge(requiredBytes: 1 << 40 + 96, limitBytes: 4 << 30))
  }

  @Test func `a file cut anywhere is refused`() throws {
    let whole = HeaderFixture().file
    for length in 0..<whole.count {
      let error = nifTIError { () throws(NIfTIError) in try NIfTIVolume(data: whole.prefix(length)) }
      switch (length, error) {
      case (..<4, .notNIfTI): break
      case (4..<348, .truncated(352, length)): break
      case (348..., .truncated(352 + 96, length)): break
      default: Issue.record("cut to \(length) bytes: \(String(describing: error))")
      }
    }
    let packed = try GzipCodec.compress(whole)
    for length in 0..<packed.count {
      let error = nifTIError { () throws(NIfTIError) in try NIfTIVolume(data: packed.prefix(length)) }
      switch error {
      case .notNIfTI where length < 2: break
      case .gzip(.truncated), .truncated: break
      default: Issue.record("cut to \(length) packed bytes: \(String(describing: error))")
      }
    }
  }

  @Test func `bytes after the last voxel are refused unless allowed`() throws {
    let file = HeaderFixture().file
    for extra in [1, 5000] {
      let longer = file + Data(repeating: 7, count: extra)
      for data in [longer, try GzipCodec.compress(longer)] {
        let error = nifTIError { () throws(NIfTIError) in try NIfTIVolume(data: data) }
        #expect(error == .trailingBytes(expectedBytes: 352 + 96))
        let limits = NIfTILimits(allowsTrailingBytes: true)
        #expect(try NIfTIVolume(data: data, limits: limits) == NIfTIVolume(data: file))
        #expect(try NIfTIRawVolume(data: data, limits: limits) == NIfTIRawVolume(data: file))
      }
    }
  }

  @Test func `pairs and other formats are told apart`() throws {
    func error(_ fixture: HeaderFixture) -> NIfTIError? {
      nifTIError { () throws(NIfTIError) in try NIfTIVolume(data: fixture.file) }
    }
    for (version, name) in [(NIfTIHeader.Version.one, "ni1"), (.two, "ni2")] {
      let pair = HeaderFixture(version: version, magic: Array("\(name)\0\r\n".utf8) + [26, 10])
      var cut = pair
      if version == .one { cut.magic = Array("ni1\0".utf8) }
      #expect(error(cut) == .pairedFiles(found: "the header of a pair (magic \(name))"))
    }
    guard case .notNIfTI(let found) = error(HeaderFixture(magic: [0, 0, 0, 0])) else {
      Issue.record("an Analyze header passed")
      return
    }
    #expect(found.contains("Analyze"))
    guard case .notNIfTI(let size) = error(HeaderFixture(sizeofHeader: 349)) else {
      Issue.record("a wrong sizeof_hdr passed")
      return
    }
    #expect(size.contains("349"))
    let text = HeaderFixture(version: .two, magic: Array("n+2\0\n".utf8) + [26, 10, 0])
    guard case .notNIfTI(let mode) = error(text) else {
      Issue.record("a text-mode transfer passed")
      return
    }
    #expect(mode.contains("text mode"))
    try withTemporaryDirectory { directory in
      let image = directory.appendingPathComponent("brain.img")
      try Data(repeating: 1, count: 1000).write(to: image)
      let half = nifTIError { () throws(NIfTIError) in try NIfTIVolume(contentsOf: image) }
      #expect(half == .pairedFiles(found: "a .img file"))
    }
  }
}
