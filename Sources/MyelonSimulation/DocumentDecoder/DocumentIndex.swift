/// Position in a list.
struct DocumentIndex: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(intValue: Int) {
    self.intValue = intValue
    stringValue = "item \(intValue + 1)"
  }

  init?(stringValue: String) { nil }
}
