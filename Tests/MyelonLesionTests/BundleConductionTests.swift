import MyelonAnatomy
import MyelonTestSupport
import Testing

@testable import MyelonLesion
@testable import MyelonStimulation

/// What bare stretches of a bundle block, against a walk along many single axons.
@Suite("Bare stretches of a bundle")
struct BundleConductionTests {
  /// A block that grows with the length of the stretch and never saturates within a window.
  private static let growing = AxonBlock(spacing: 0.05, longest: 40) { _, length in length / (2 + length) }

  private func blocked(_ bare: [Float], _ block: AxonBlock, thickness: Double) -> [Float] {
    let conduction = BundleConduction(block: block, thickness: thickness, slices: bare.count)
    var result = [Float](repeating: .nan, count: bare.count)
    bare.withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { target in
        if let first = source.baseAddress, let start = target.baseAddress {
          conduction.blocked(bare: first, tract: .lateralCorticospinal, into: start)
        }
      }
    }
    return result
  }

  /// Ranks axons by how readily they are stripped and measures the stretch of each.
  private func twin(_ bare: [Float], _ block: AxonBlock, thickness: Double, ranks: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: bare.count)
    for rank in 0..<ranks {
      let place = (Double(rank) + 0.5) / Double(ranks)
      var slice = 0
      while slice < bare.count {
        guard place < Double(bare[slice]) else {
          slice += 1
          continue
        }
        let end = bare[slice...].firstIndex { place >= Double($0) } ?? bare.count
        let share = Double(block.share(.lateralCorticospinal, length: Float(Double(end - slice) * thickness)))
        for index in slice..<end { sums[index] += share / Double(ranks) }
        slice = end
      }
    }
    return sums
  }

  @Test("Sixteen classes agree with four thousand single axons", arguments: [1, 2, 3, 4] as [UInt64])
  func singleAxons(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var level = 0.0
    // A bare share that wanders, with gaps, as in a lesion's border.
    let bare = (0..<60).map { _ -> Float in
      level = min(1, max(0, level + random.number(in: -0.3...0.3)))
      return random.number(in: 0...1) < 0.15 ? 0 : Float(level)
    }
    let found = blocked(bare, Self.growing, thickness: 0.5)
    let expected = twin(bare, Self.growing, thickness: 0.5, ranks: 4000)
    for (one, other) in zip(found, expected) { #expect(abs(Double(one) - other) < 0.02) }
    #expect(found.contains { $0 > 0.05 })
  }

  @Test("A block that knows no length leaves 1 - f bare")
  func constant() {
    let bare: [Float] = [0, 0.2, 1, 0.55, 0, 0.9]
    let found = blocked(bare, AxonBlock(constant: 0.8), thickness: 1)
    for (one, share) in zip(found, bare) { #expect(abs(one - 0.8 * share) < 1e-6) }
  }

  @Test(
    "What a wholly bare stretch blocks does not depend on the thickness of slices, and grows with its length")
  func thickness() {
    let coarse = blocked([0, 1, 1, 1, 0], Self.growing, thickness: 1)
    let fine = blocked([0, 0] + [Float](repeating: 1, count: 6) + [0, 0], Self.growing, thickness: 0.5)
    #expect(abs(coarse[2] - fine[4]) < 1e-6)
    #expect(abs(coarse[2] - 3 / (2 + 3)) < 1e-5)
    #expect(blocked([0, 1, 0], Self.growing, thickness: 1)[1] < coarse[2])
    #expect(coarse[0] == 0 && coarse[4] == 0)
  }

  @Test("Two bare stretches with myelin between them block less than one of their joint length")
  func gap() {
    let parted = blocked([1, 1, 0, 1, 1], Self.growing, thickness: 1)
    let joined = blocked([1, 1, 1, 1, 0], Self.growing, thickness: 1)
    #expect(parted[0] < joined[0])
    #expect(parted[2] == 0)
  }
}
