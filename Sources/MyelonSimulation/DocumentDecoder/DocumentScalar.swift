/// A single number, word or flag, as `Codable` asks for it.
struct DocumentScalar: SingleValueDecodingContainer {
  let decoder: DocumentDecoder

  var codingPath: [any CodingKey] { decoder.codingPath }

  func decodeNil() -> Bool { decoder.value.node.isNull }

  func decode(_ type: Bool.Type) throws -> Bool {
    let flags = ["on": true, "yes": true, "true": true, "off": false, "no": false, "false": false]
    return try read("on or off", isPlain: true) { flags[$0] }
  }

  func decode(_ type: String.Type) throws -> String {
    try read("a word", isPlain: false) { decoder.readsCaseNames ? DocumentNames.code($0) : $0 }
  }

  func decode(_ type: Double.Type) throws -> Double {
    try read("a number", isPlain: true) { text in
      // Rates and shares may be written in per cent.
      guard text.last == "%" else { return ScenarioValue.number(in: text) }
      let digits = text.dropLast()
      let trimmed = digits.last == " " ? digits.dropLast() : digits
      return ScenarioValue.number(in: trimmed).map { $0 / 100 }
    }
  }

  func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }
  func decode(_ type: Int.Type) throws -> Int { try whole(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try whole(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try whole(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try whole(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try whole(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try whole(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try whole(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try whole(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try whole(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try whole(type) }
  func decode<Decoded: Decodable>(_ type: Decoded.Type) throws -> Decoded { try decoder.decode(type) }

  private func whole<Number: FixedWidthInteger>(_: Number.Type) throws -> Number {
    try read("a whole number", isPlain: true) { text in
      text.allSatisfy { "0123456789-+".contains($0) } ? Number(text) : nil
    }
  }

  private func read<Value>(_ required: String, isPlain: Bool, _ parse: (String) -> Value?) throws -> Value {
    if case .scalar(let text, let plain) = decoder.value.node.content, !decoder.value.node.isNull,
      plain || !isPlain, let value = parse(text)
    {
      return value
    }
    decoder.trace.failed(at: decoder.value)
    throw decoder.failure("\(required) is required; found \(decoder.value.node.shown)")
  }
}
