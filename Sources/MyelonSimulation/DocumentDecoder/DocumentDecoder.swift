/// Decodes `Codable` values from a part of a YAML document, strictly and with the line of whatever is wrong.
///
/// Keys and the words of enumerations stand in files as `prior-deviation`, in code as `priorDeviation`; both directions are
/// translated here, and in messages too. A key that the decoded types never ask for is a finding; a type that lists the keys of its group
/// (a choice by name, a dictionary) judges them itself.
package struct DocumentDecoder: Decoder {
  let value: ScenarioValue
  /// Where decoding stopped, told by the innermost value.
  let trace: DocumentTrace
  /// Whether a word is the name of a case rather than free text.
  var readsCaseNames = false

  package let codingPath: [any CodingKey]
  package var userInfo: [CodingUserInfoKey: Any] { [:] }

  init(_ value: ScenarioValue, codingPath: [any CodingKey], trace: DocumentTrace) {
    self.value = value
    self.codingPath = codingPath
    self.trace = trace
  }

  /// Decodes a value, or adds a finding and returns nil.
  ///
  /// - Parameters:
  ///   - type: what to decode.
  ///   - value: the part of the document.
  /// - Returns: the decoded value, nil after a finding.
  package static func decode<Decoded: Decodable>(_ type: Decoded.Type, from value: ScenarioValue) -> Decoded?
  {
    let trace = DocumentTrace()
    let decoder = DocumentDecoder(value, codingPath: [], trace: trace)
    do {
      let decoded = try decoder.decode(type)
      return trace.refuseUnknownKeys() ? nil : decoded
    } catch {
      let place = trace.place ?? value
      place.add(trace.kind(of: error), DocumentTrace.message(error))
      return nil
    }
  }

  /// Decodes this value, remembering the innermost place that failed.
  func decode<Decoded: Decodable>(_ type: Decoded.Type) throws -> Decoded {
    var decoder = self
    decoder.readsCaseNames = type is any RawRepresentable.Type
    do {
      return try Decoded(from: decoder)
    } catch {
      trace.failed(at: value)
      throw error
    }
  }

  /// The decoder of a value below this one.
  func below(_ inner: ScenarioValue, _ key: any CodingKey) -> DocumentDecoder {
    DocumentDecoder(inner, codingPath: codingPath + [key], trace: trace)
  }

  package func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .mapping(let entries) = value.node.content else {
      trace.failed(at: value)
      throw failure("a group of keys is required; found \(value.node.shown)")
    }
    let section = ScenarioSection(entries: entries, of: value)
    trace.opened(section)
    return KeyedDecodingContainer(DocumentKeys(decoder: self, section: section))
  }

  package func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .list(let items) = value.node.content else {
      trace.failed(at: value)
      throw failure("a list is required; found \(value.node.shown)")
    }
    return DocumentItems(
      decoder: self,
      items: items.enumerated().map { index, item in
        ScenarioValue(node: item, path: "\(value.path)[\(index)]", findings: value.findings)
      })
  }

  package func singleValueContainer() throws -> any SingleValueDecodingContainer {
    DocumentScalar(decoder: self)
  }

  /// An error at this value.
  func failure(_ message: String) -> DecodingError {
    DecodingError.dataCorrupted(DecodingError.Context(codingPath: codingPath, debugDescription: message))
  }
}
