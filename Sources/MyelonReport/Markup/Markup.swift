/// Writes text and attributes into HTML so that nothing in them is taken for markup.
enum Markup {
  /// Text made safe inside an element or a quoted attribute.
  ///
  /// See `visible` for what becomes of control characters.
  static func escape(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in visible(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Text without control characters: each becomes U+FFFD, except tab and newline.
  ///
  /// HTML does not allow most of them, and marks that turn the direction of writing could make a name hide
  /// what stands beside it.
  static func visible(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t", "\n": result.append(scalar)
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// JSON made safe inside a `<script>` element: no `<` remains that could end it.
  static func scriptSafe(_ json: String) -> String {
    json.replacing("<", with: "\\u003c").replacing("\u{2028}", with: "\\u2028")
      .replacing("\u{2029}", with: "\\u2029")
  }

  /// A table cell with a number, aligned on the right.
  static func numberCell(_ text: String) -> String { "<td class=\"num\">\(text)</td>" }

  /// A section of the page with its heading.
  static func section(id: String, title: String, body: String) -> String {
    """
    <section id="\(id)" aria-labelledby="\(id)-title">
    <h2 id="\(id)-title">\(title)</h2>
    \(body)
    </section>

    """
  }

  /// A table that scrolls inside its own box on narrow screens; a head that begins with `#` is over numbers.
  static func table(caption: String, head: [String], rows: [String], classes: String = "") -> String {
    let heads = head.map { title in
      title.hasPrefix("#")
        ? "<th scope=\"col\" class=\"num\">\(title.dropFirst())</th>" : "<th scope=\"col\">\(title)</th>"
    }.joined()
    return """
      <div class="table-box" tabindex="0" role="region" aria-label="\(caption)"><table class="\(classes)">\
      <caption>\(caption)</caption><thead><tr>\(heads)</tr></thead>
      <tbody>
      \(rows.map { "<tr>\($0)</tr>" }.joined(separator: "\n"))
      </tbody></table></div>
      """
  }

  /// A strip of key figures; markup in all three.
  static func keyFigures(_ items: [(name: String, value: String, note: String)]) -> String {
    let cells = items.map {
      "<div><dt>\($0.name)</dt><dd>\($0.value)</dd><dd class=\"note\">\($0.note)</dd></div>"
    }
    return "<dl class=\"key\">\(cells.joined())</dl>"
  }

  /// A list of facts, each with its name; markup in both.
  static func facts(_ items: [(name: String, value: String)]) -> String {
    let list = items.map { "<dt>\($0.name)</dt><dd>\($0.value)</dd>" }
    return "<dl class=\"facts\">\(list.joined(separator: "\n"))</dl>"
  }
}
