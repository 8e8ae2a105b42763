/// Reads deflate data bit by bit, the least significant first.
struct BitReader {
  let data: [UInt8]
  private var place = 0

  init(data: [UInt8]) { self.data = data }

  mutating func bits(_ count: Int) -> Int {
    var value = 0
    for bit in 0..<count {
      value |= Int(data[place >> 3] >> UInt8(place & 7) & 1) << bit
      place += 1
    }
    return value
  }

  mutating func stored(into result: inout [UInt8]) {
    place = (place + 7) & ~7
    let length = bits(16)
    _ = bits(16)
    for _ in 0..<length { result.append(UInt8(bits(8))) }
  }

  mutating func symbol(_ codes: Huffman) -> Int {
    var code = 0
    for length in 1...15 {
      code = code << 1 | bits(1)
      if let symbol = codes.symbol(length: length, code: code) { return symbol }
    }
    return -1
  }

  mutating func codes() -> (Huffman, Huffman) {
    let (literals, distances, lengths) = (bits(5) + 257, bits(5) + 1, bits(4) + 4)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    var own = [Int](repeating: 0, count: 19)
    for index in 0..<lengths { own[order[index]] = bits(3) }
    let table = Huffman(own)
    var all: [Int] = []
    while all.count < literals + distances {
      switch symbol(table) {
      case 16: all += [Int](repeating: all.last ?? 0, count: bits(2) + 3)
      case 17: all += [Int](repeating: 0, count: bits(3) + 3)
      case 18: all += [Int](repeating: 0, count: bits(7) + 11)
      case let length: all.append(length)
      }
    }
    return (Huffman(Array(all[..<literals])), Huffman(Array(all[literals...])))
  }

  mutating func block(into result: inout [UInt8], literals: Huffman, distances: Huffman) {
    let bases = [
      3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
      227, 258,
    ]
    while true {
      let code = symbol(literals)
      if code < 0 || code == 256 { return }
      if code < 256 {
        result.append(UInt8(code))
        continue
      }
      let index = code - 257
      let extra = index < 8 || index == 28 ? 0 : (index - 4) / 4
      let length = bases[index] + bits(extra)
      let far = symbol(distances)
      let more = far < 4 ? 0 : (far - 2) / 2
      let distance = far < 4 ? far + 1 : (2 + far % 2) << more + 1 + bits(more)
      for _ in 0..<length { result.append(result[result.count - distance]) }
    }
  }
}
