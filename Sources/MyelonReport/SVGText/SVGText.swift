/// Words inside a drawing.
enum SVGText {
  /// Words at a place; `anchor` is "start", "middle" or "end", the words are markup.
  static func at(_ x: Double, _ y: Double, _ anchor: String, _ words: String) -> String {
    "<text x=\"\(NumberText.plain(x))\" y=\"\(NumberText.plain(y))\" text-anchor=\"\(anchor)\">\(words)</text>"
  }
}
