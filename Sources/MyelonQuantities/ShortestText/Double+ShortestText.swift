extension Double {
  /// The shortest text that reads back as the same number, without a needless `.0`.
  public var shortestText: String {
    let text = "\(self)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
