/// The items of a list, as `Codable` asks for them.
struct DocumentItems: UnkeyedDecodingContainer {
  let decoder: DocumentDecoder
  let items: [ScenarioValue]
  private(set) var currentIndex = 0

  init(decoder: DocumentDecoder, items: [ScenarioValue]) {
    self.decoder = decoder
    self.items = items
  }

  var codingPath: [any CodingKey] { decoder.codingPath }
  var count: Int? { items.count }
  var isAtEnd: Bool { currentIndex >= items.count }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, items[currentIndex].node.isNull else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode(_ type: Bool.Type) throws -> Bool { try scalar().decode(type) }
  mutating func decode(_ type: String.Type) throws -> String { try scalar().decode(type) }
  mutating func decode(_ type: Double.Type) throws -> Double { try scalar().decode(type) }
  mutating func decode(_ type: Float.Type) throws -> Float { try scalar().decode(type) }
  mutating func decode(_ type: Int.Type) throws -> Int { try scalar().decode(type) }
  mutating func decode(_ type: Int8.Type) throws -> Int8 { try scalar().decode(type) }
  mutating func decode(_ type: Int16.Type) throws -> Int16 { try scalar().decode(type) }
  mutating func decode(_ type: Int32.Type) throws -> Int32 { try scalar().decode(type) }
  mutating func decode(_ type: Int64.Type) throws -> Int64 { try scalar().decode(type) }
  mutating func decode(_ type: UInt.Type) throws -> UInt { try scalar().decode(type) }
  mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try scalar().decode(type) }
  mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try scalar().decode(type) }
  mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try scalar().decode(type) }
  mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try scalar().decode(type) }
  mutating func decode<Decoded: Decodable>(_ type: Decoded.Type) throws -> Decoded { try next().decode(type) }

  mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws
    -> KeyedDecodingContainer<Nested>
  {
    try next().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { try next() }

  private mutating func next() throws -> DocumentDecoder {
    guard !isAtEnd else {
      decoder.trace.failed(at: decoder.value)
      throw decoder.failure("more than \(items.count) items are required")
    }
    defer { currentIndex += 1 }
    return decoder.below(items[currentIndex], DocumentIndex(intValue: currentIndex))
  }

  private mutating func scalar() throws -> DocumentScalar { DocumentScalar(decoder: try next()) }
}
