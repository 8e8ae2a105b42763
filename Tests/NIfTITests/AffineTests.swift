import NIfTI
import MyelonTestSupport
import Testing

struct AffineTests {
  @Test func `axis codes are those of nibabel, oblique and sheared`() {
    // nibabel 5.4.2, aff2axcodes of random matrices of three digits, row by row.
    let cases: [([Double], String)] = [
      ([0.856, -0.571, 1.327, -3.217, 0.662, -0.072, -0.709, 1.066, -0.909], "PSR"),
      ([-0.228, 0.871, 0.089, 1.791, -0.932, -1.239, 1.939, -0.314, -0.063], "SRP"),
      ([0.509, -0.146, -0.743, -0.789, -0.684, -0.061, -0.187, -2.409, -1.195], "PIL"),
      ([0.024, 0.569, 0.629, 0.359, 3.47, -0.071, -0.13, -1.916, 0.249], "AIR"),
      ([-0.032, -0.499, -0.187, -0.386, 0.558, -0.059, 0.964, 2.759, -0.028], "PSL"),
      ([0.66, -0.071, 0.42, -0.193, 0.133, 2.588, 0.448, -1.092, -1.702], "RIA"),
      ([-0.303, 1.403, -1.065, 1.289, -2.298, 0.519, -1.26, -0.411, 0.433], "IPL"),
      ([0.584, 5.021, -0.518, -0.487, -2.336, -1.504, -0.136, -3.198, -2.652], "PRI"),
      ([0.804, 0.263, -2.584, -0.442, 0.802, 0.404, -0.209, 1.116, 0.589], "PSL"),
      ([-0.009, 0.153, 2.543, -1.088, -0.07, -0.594, -2.01, -0.339, -3.22], "PIR"),
      ([-0.41, 0.139, 0.248, -3.247, -0.014, 0.432, 1.837, 0.003, -0.613], "PRI"),
      ([0.219, -0.852, 0.961, 0.028, 0.0, -0.863, 0.025, 0.042, -2.894], "ALI"),
      ([-0.292, -0.406, 0.703, 2.018, 1.456, -0.162, -2.781, -0.307, 0.553], "IAR"),
      ([-1.746, 0.625, -1.444, -0.24, 0.045, 1.467, -3.792, -0.749, -2.326], "IRA"),
      // Chosen because the largest entries of the sheared columns alone would give other codes.
      ([0.02, 0.51, 0.09, -0.35, 0.03, 1.05, -0.18, -0.76, -0.97], "PRI"),
      ([-1.12, 0.56, 0.34, -0.44, 1.96, -1.12, -0.28, 0.45, 0.24], "LSP"),
      ([-0.86, 0.25, 0.81, -0.11, 0.28, 0.12, 0.21, 1.19, 0.93], "LAS"),
      ([-0.51, 0.47, 0.3, 0.09, 0.99, 0.93, -1.34, 0.43, -0.74], "LAI"),
      ([-0.96, 1.07, 0.57, 0.51, 0.96, -1.06, 0.91, -1.06, 0.38], "SRP"),
      ([0.6, 0.71, -1.11, -1.08, -0.51, -0.05, -0.58, -0.19, 0.71], "PRS"),
      ([0.68, 0.14, -1.14, -0.49, 0.56, 0.87, 1.06, -1.06, -0.46], "SRA"),
      ([-1.21, -2.94, -1.09, -1.77, 1.39, 0.47, -0.64, 0.07, 0.42], "PLS"),
    ]
    for (m, codes) in cases {
      let affine = NIfTIAffine(
        x: SIMD4(m[0], m[1], m[2], 1), y: SIMD4(m[3], m[4], m[5], 2), z: SIMD4(m[6], m[7], m[8], 3))
      #expect(affine.axisCodes == codes)
    }
    #expect(NIfTIAffine.identity.axisCodes == "RAS")
    #expect(NIfTIAffine(spacing: SIMD3(-1, -2, -3)).axisCodes == "LPI")
  }

  @Test func `the quaternion gives nibabel's matrix`() throws {
    // nibabel 5.4.2, Nifti2Header.get_qform: (b, c, d), sizes, qfac, offset, then the rows.
    let cases: [([Double], [Double], Double, [Double], [Double])] = [
      (
        [0.1, 0.2, 0.3], [1, 2, 3], 1, [10, 20, 30],
        [
          0.74, -1.0328342194594844, 1.2928342194594846, 10.0, 0.5964171097297422, 1.6, -0.19641710972974225,
          20.0, -0.3109447398198282, 0.6109447398198282, 2.7, 30.0,
        ]
      ),
      (
        [-0.5, 0.5, 0.5], [0.5, 0.5, 2], -1, [-1, 0, 1],
        [0.0, -0.5, 0.0, -1.0, 0.0, 0.0, -2.0, 0.0, -0.5, 0.0, 0.0, 1.0]
      ),
      (
        [0, 1, 0], [0.5, 0.5, 0.5], -1, [35, -81, -561],
        [-0.5, 0.0, 0.0, 35.0, 0.0, 0.5, 0.0, -81.0, 0.0, 0.0, 0.5, -561.0]
      ),
      (
        [0.7, -0.1, 0.05], [2, 1, 0.25], 1, [0, 0, 0],
        [
          1.95, -0.21053367989832944, -0.017766839949164715, 0.0, -0.13893264020334115, 0.015000000000000124,
          -0.24936787964415297, 0.0, 0.4221347195933177, 0.9774715185766119, 0, 0.0,
        ]
      ),
    ]
    for (quaternion, sizes, handedness, offset, rows) in cases {
      var fixture = HeaderFixture(version: .two)
      fixture.qformCode = 1
      fixture.quaternion = quaternion
      fixture.quaternionOffset = offset
      fixture.pixdim = [handedness] + sizes + [1, 1, 1, 1]
      let affine = try NIfTIHeader(data: fixture.file).affine
      for (found, wanted) in zip(affine.rowMajor, rows) { #expect(abs(found - wanted) < 1e-14) }
    }
  }

  @Test func `sform comes before qform, qform before voxel sizes`() throws {
    var fixture = HeaderFixture()
    fixture.pixdim = [1, 2, 3, 4, 1, 1, 1, 1]
    fixture.sform = [-5, 0, 0, 1, 0, 6, 0, 2, 0, 0, 7, 3]
    fixture.quaternionOffset = [10, 20, 30]
    func rows() throws -> [Double] { try NIfTIHeader(data: fixture.file).affine.rowMajor }
    #expect(try rows() == [2, 0, 0, 0, 0, 3, 0, 0, 0, 0, 4, 0])
    fixture.qformCode = 1
    #expect(try rows() == [2, 0, 0, 10, 0, 3, 0, 20, 0, 0, 4, 30])
    fixture.sformCode = 3
    #expect(try rows() == fixture.sform)
  }

  @Test func `metres and micrometres become millimetres`() throws {
    for (code, scale) in [(0, 1.0), (1, 1000), (2, 1), (3, 0.001)] {
      for (sform, qform) in [(0, 0), (0, 1), (1, 0)] {
        var fixture = HeaderFixture(version: .two)
        fixture.units = code | 16
        fixture.sformCode = sform
        fixture.qformCode = qform
        fixture.pixdim = [1, 2, 3, 4, 8, 1, 1, 1]
        fixture.sform = [2, 0, 0, 5, 0, 3, 0, 6, 0, 0, 4, 7]
        fixture.quaternionOffset = [5, 6, 7]
        fixture.dim = [4, 2, 2, 2, 2, 1, 1, 1]
        let header = try NIfTIHeader(data: fixture.file)
        #expect(header.affine.voxelSizes == SIMD3(2, 3, 4) * scale)
        #expect(header.affine.translation == (sform + qform > 0 ? SIMD3(5, 6, 7) * scale : .zero))
        #expect(header.timeUnit == .milliseconds && header.timeStepInSeconds == 0.008)
      }
    }
  }

  @Test func `an inverse undoes its affine`() throws {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<500 {
      let affine = randomAffine(&random)
      let inverse = try #require(affine.inverse)
      let index = SIMD3<Double>((0..<3).map { _ in Double.random(in: -500...500, using: &random) })
      let error = inverse.apply(affine.apply(index)) - index
      #expect((error * error).max().squareRoot() < 1e-9)
      let product = affine.composed(with: inverse)
      for (found, wanted) in zip(product.rowMajor, NIfTIAffine.identity.rowMajor) {
        #expect(abs(found - wanted) < 1e-10)
      }
    }
  }

  @Test func `a flat or infinite affine has neither inverse nor axis codes`() {
    let flat = NIfTIAffine(
      first: SIMD3(1, 0, 0), second: SIMD3(0, 1, 0), third: SIMD3(1, 1, 0), translation: .zero)
    let infinite = NIfTIAffine(spacing: SIMD3(1, .infinity, 1))
    for affine in [flat, infinite, NIfTIAffine(spacing: SIMD3(0, 1, 1))] {
      #expect(affine.isSingular)
      #expect(affine.inverse == nil)
      #expect(affine.axisCodes == nil)
    }
    // Small is not flat.
    #expect(NIfTIAffine(spacing: SIMD3(repeating: 1e-60)).inverse != nil)
  }
}
