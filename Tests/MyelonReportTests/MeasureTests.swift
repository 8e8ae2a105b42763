import Foundation
import MyelonFields
import MyelonRecovery
import MyelonSimulation
import MyelonTestSupport
import NIfTI
import Testing

@testable import MyelonReport

@Suite("Numbers of a report") struct MeasureTests {
  @Test("numbers are written with three significant digits, thin spaces and real minus signs")
  func numbers() {
    #expect(NumberText.short(0.123456) == "0.123")
    #expect(NumberText.short(12.0) == "12")
    #expect(NumberText.short(1234567) == "1\u{202F}234\u{202F}567")
    #expect(NumberText.short(-0.5) == "\u{2212}0.5")
    #expect(NumberText.short(.nan) == "–")
    #expect(NumberText.short(nil) == "–")
    #expect(NumberText.short(3.2e-9).contains("10<sup>\u{2212}9</sup>"))
    #expect(NumberText.percent(0.256) == "26\u{202F}%")
    #expect(NumberText.percent(0.0256) == "2.6\u{202F}%")
    #expect(NumberText.score(8.34) == "8.3")
    #expect(NumberText.score(-0.0007) == "0")
    #expect(NumberText.duration(days: 63) == "9 weeks")
    #expect(NumberText.duration(days: 0.5) == "12 h")
    #expect(NumberText.duration(days: 365) == "1 year")
    #expect(NumberText.day(0.25) == "hour 6")
  }

  @Test("text is escaped, and JSON cannot end a script element")
  func escaping() {
    #expect(Markup.escape("<a href='x'>&\"") == "&lt;a href=&#39;x&#39;&gt;&amp;&quot;")
    #expect(Markup.escape("a\u{0}b\u{202E}c\nd") == "a\u{FFFD}b\u{FFFD}c\nd")
    #expect(!Markup.scriptSafe("{\"a\":\"</script><!--\"}").contains("<"))
  }

  @Test("a drawn series keeps its peak, its first and its last value")
  func sampling() {
    let days = (0...20_000).map { Double($0) / 50 }
    var values = days.map { $0 * 0.001 }
    values[777] = 99
    let kept = TimeAxis.sample(days: days, columns: [values])
    #expect(kept.count < 230)
    #expect(kept.first == 0)
    #expect(kept.last == days.count - 1)
    #expect(kept.contains(777))
  }

  @Test("time axes run from their first to their last day")
  func axes() {
    let logarithmic = TimeAxis(isLogarithmic: true, lastDay: 365)
    #expect(logarithmic.position(1.0 / 24) == 0)
    #expect(logarithmic.position(0) == 0)
    #expect(abs(logarithmic.position(365) - 1) < 1e-12)
    let linear = TimeAxis(isLogarithmic: false, lastDay: 365)
    #expect(linear.position(182.5) == 0.5)
  }

  @Test("windows of rats are stretched for people, those of people are not shown for rats")
  func windows() throws {
    let rat = PublishedWindow.windows(of: "neutrophils", isHuman: false, timeScaling: 1)
    #expect(rat.map(\.days) == [0.5...1])
    let human = PublishedWindow.windows(of: "neutrophils", isHuman: true, timeScaling: 2.5)
    #expect(human.map(\.days) == [1.25...2.5])
    #expect(PublishedWindow.windows(of: "oedema_length", isHuman: false, timeScaling: 1).count == 1)
    let both = PublishedWindow.windows(of: "oedema_length", isHuman: true, timeScaling: 2.5)
    #expect(both.count == 2)
    #expect(both.first(where: \.isHuman)?.days == 1...3)
  }

  @Test("published measures are read in their own unit at the nearest time, or not at all")
  func readings() throws {
    let scratch = try ScratchDirectory()
    var sample = SampleRun.rat()
    sample.arms = [("one", 0.5)]
    let arm = try #require(try sample.make(in: scratch.path).arms.first)
    let spared = try #require(MeasureReading("spared_white_matter", of: arm, day: 1000, unit: "%"))
    #expect(spared.value == arm.series.last("spared_white_matter"))
    let score = try #require(MeasureReading("BBB", of: arm, day: 27, unit: "points"))
    #expect(score.day == 28)
    #expect(score.value == arm.visits[4].locomotion?.value)
    let share = try #require(MeasureReading("demyelinated", of: arm, day: 1, unit: "%"))
    let raw = try #require(arm.series.value("demyelinated", atDay: 1))
    #expect(abs(share.value - 100 * raw) < 1e-12)
    #expect(MeasureReading("surviving_neurons", of: arm, day: 1, unit: "%") == nil)
  }

  @Test("an embedded volume keeps values to half a step and voxels in their place")
  func embedded() throws {
    let grid = VoxelGrid(
      nx: 4, ny: 3, nz: 5, spacing: SIMD3(1, 2, 0.5), origin: SIMD3(-1.5, -2, 40))
    let volume = VolumeFile(nx: 4, ny: 3, nz: 5, nt: 2, voxels: (0..<120).map { Float($0) / 119 })
    var cord = [Float](repeating: 1, count: 60)
    cord[0] = 0
    let weight = VolumeFile(nx: 4, ny: 3, nz: 5, nt: 1, voxels: cord)
    let box = EmbeddedVolume.Box(columns: 1...3, rows: 0...2, slices: 1...4, block: 1)
    let packed = try EmbeddedVolume(
      volume, weight: weight, grid: grid, box: box, limit: 1, value: { 1 - $0 })
    let data = try #require(Data(base64Encoded: packed.base64))
    let back = try NIfTIVolume(data: data)
    #expect(back.dimensions == [3, 3, 4, 2])
    for (x, y, z, t) in [(0, 0, 0, 0), (2, 1, 3, 1), (1, 2, 2, 0)] {
      let value = 1 - Float(t * 60 + ((z + 1) * 3 + y) * 4 + x + 1) / 119
      #expect(abs(back.voxels[back.index(x, y, z, t)] - value) <= 0.5 / 255 + 1e-6)
      // Right, front and head are against the axes of the cord.
      let place = -grid.centre(x + 1, y, z + 1)
      #expect((back.affine.apply(SIMD3(Double(x), Double(y), Double(z))) - place).sum().magnitude < 1e-5)
    }
  }
}
