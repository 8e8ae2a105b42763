import MyelonSimulation

/// What all pages have in common: head, contents, sections, end.
struct PageFrame {
  /// A section of the page and its entry in the contents.
  typealias Part = (id: String, short: String, title: String, body: String)

  /// Policy of a page without a script: nothing outside may be loaded, and nothing in it is run.
  static let staticPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

  /// Name of what the page is about, as plain text.
  let name: String
  /// What kind of report it is, such as "simulation report".
  let kind: String
  /// Version of the program that made what is shown.
  var version = ProgramVersion.current
  /// What the page may load: scripts, styles, pictures and unpacked libraries come from within.
  let policy: String
  /// Styles beside those of all pages.
  let styles: String
  /// Everything before the contents, as HTML.
  let head: String
  /// Sections in order.
  let parts: [Part]
  /// Everything behind the sections, as HTML.
  let end: String

  /// The document.
  func html() -> String {
    let links = parts.map { "<a href=\"#\($0.id)\">\($0.short)</a>" }.joined()
    let body = parts.map { Markup.section(id: $0.id, title: $0.title, body: $0.body) }.joined()
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="Myelon \(Markup.escape(version))">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <link rel="icon" href="data:,">
      <title>\(Markup.escape(name)) – Myelon \(kind)</title>
      <style>
      \(PageStyle.all)
      \(styles)
      </style>
      </head>
      <body>
      <a class="skip" href="#\(parts.first?.id ?? "")">Skip to the results</a>
      <main>
      \(head)<nav class="contents" aria-label="Contents">\(links)</nav>
      \(body)</main>
      \(end)
      </body>
      </html>

      """
  }
}
