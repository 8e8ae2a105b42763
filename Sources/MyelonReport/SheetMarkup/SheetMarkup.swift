import ISNCSCI

/// The worksheet of one examination; the one place that calls the drawing of the sheet.
enum SheetMarkup {
  /// Style rules that the sheets need, once per page.
  static var style: String { ExaminationSheet.styleSheet }

  /// The sheet with its classification and the reasons for it.
  static func html(_ examination: Examination, _ classification: Classification, title: String) -> String {
    ExaminationSheet.html(
      examination, classification, title: Markup.visible(title), includesStyle: false)
  }
}
