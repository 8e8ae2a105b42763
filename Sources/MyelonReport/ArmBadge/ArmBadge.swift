/// An arm's name with the mark of its colour and dashes.
enum ArmBadge {
  /// The badge of an arm.
  ///
  /// - Parameters:
  ///   - name: its name, not escaped.
  ///   - arm: its number, which decides colour and dashes.
  /// - Returns: markup.
  static func html(_ name: String, _ arm: Int) -> String {
    "<span class=\"badge \(colourClass(arm))\"><svg viewBox=\"0 0 26 8\" aria-hidden=\"true\"><line x1=\"1\" y1=\"4\" "
      + "x2=\"25\" y2=\"4\" class=\"line\"\(ReportContext.dashAttribute(arm))/></svg>"
      + "\(Markup.escape(name))</span>"
  }

  /// Style class of an arm's colour.
  static func colourClass(_ arm: Int) -> String { "arm\(arm % ReportContext.armColours)" }
}
