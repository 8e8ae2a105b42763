extension KeyedDecodingContainer {
  /// A value, or what it is when its key is missing.
  func value<Value: Decodable>(_ key: Key, missing: Value) throws -> Value {
    try decodeIfPresent(Value.self, forKey: key) ?? missing
  }
}
