import MyelonFields
import Testing

@Suite("State coding")
struct StateCodingTests {
  @Test("What was written is read back to the bit")
  func roundTrip() throws {
    var writer = StateWriter()
    writer.write(Float(0.1))
    writer.write([Int32.min, 7, Int32.max])
    writer.write([Double]())
    writer.write(UInt8(3))
    writer.write([Double.pi, -0.0, .infinity])
    var reader = StateReader(writer.bytes)
    #expect(try reader.read(Float.self) == 0.1)
    #expect(try reader.readArray(of: Int32.self) == [Int32.min, 7, Int32.max])
    #expect(try reader.readArray(of: Double.self).isEmpty)
    #expect(try reader.read(UInt8.self) == 3)
    let last = try reader.readArray(of: Double.self)
    #expect(last.map(\.bitPattern) == [Double.pi, -0.0, .infinity].map(\.bitPattern))
    #expect(reader.isAtEnd)
  }

  @Test("Every cut and any count that is too large end in an error")
  func damage() {
    var writer = StateWriter()
    writer.write(Int64(5))
    writer.write([1.5, 2.5])
    for length in 0..<writer.bytes.count {
      #expect(throws: StateError.self) {
        var reader = StateReader([UInt8](writer.bytes.prefix(length)))
        _ = try reader.read(Int64.self)
        _ = try reader.readArray(of: Double.self)
      }
    }
    var huge = StateWriter()
    huge.write(UInt64.max)
    #expect(throws: StateError.self) {
      var reader = StateReader(huge.bytes)
      _ = try reader.readArray(of: Double.self)
    }
  }
}
