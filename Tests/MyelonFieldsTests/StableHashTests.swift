import MyelonFields
import Testing

struct StableHashTests {
  // Known answers for byte strings: Fowler, Noll & Vo's test vectors.
  @Test("The hash is FNV-1a")
  func known() {
    for (text, value) in [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
    ]
      as [(String, UInt64)]
    {
      #expect(Array(text.utf8).withUnsafeBytes(StableHash.of) == value)
    }
  }

  @Test("A text is its bytes and an end, a number its eight bytes, lowest first")
  func parts() {
    var hash = StableHash()
    #expect(hash.text == "cbf29ce484222325")
    hash.add("foobar")
    #expect(hash.value == (0x8594_4171_f739_67e8 ^ 0xff as UInt64) &* 0x100_0000_01b3)
    hash.add(0x0102)
    let bytes = Array("foobar".utf8) + [0xff, 2, 1, 0, 0, 0, 0, 0, 0]
    #expect(hash.value == bytes.withUnsafeBytes(StableHash.of))
  }
}
