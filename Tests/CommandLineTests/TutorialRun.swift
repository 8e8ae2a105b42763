import Foundation

/// Carries out a page of `Docs/Tutorials` in an empty folder that holds the examples.
struct TutorialRun {
  private let scratch: Scratch
  /// What the commands of the latest block have printed.
  private var printed = ""
  /// What the page announces and what did not happen; a command that fails ends the run.
  private(set) var faults: [TutorialPage.Fault] = []

  init(_ page: TutorialPage) throws {
    scratch = try Scratch()
    try FileManager.default.createSymbolicLink(
      atPath: scratch.file("Examples"), withDestinationPath: "\(Program.package)/Examples")
    for step in page.steps {
      switch step {
      case .write(let name, let text): try scratch.write(text, to: name)
      case .run(let commands): guard try run(commands) else { return }
      case .expect(let lines, let file): expect(lines, in: file)
      }
    }
  }

  /// Runs a block; false if one of its commands ended otherwise than announced.
  private mutating func run(_ commands: [TutorialPage.Command]) throws -> Bool {
    printed = ""
    for command in commands {
      let result = try Program.run(command.arguments, in: scratch.path)
      guard result.status == command.status, !result.wasKilled else {
        let call = command.arguments.joined(separator: " ")
        let text = "'myelon \(call)' ended with \(result.status), not \(command.status): \(result.remarks)"
        faults.append(TutorialPage.Fault(line: command.line, text: text))
        return false
      }
      if let target = command.target {
        try scratch.write(result.output, to: target)
      } else {
        printed += result.output
      }
      printed += result.remarks
    }
    return true
  }

  private mutating func expect(_ lines: [TutorialLine], in file: String?) {
    let text = file.map(scratch.text) ?? printed
    let isPage = file?.hasSuffix(".html") == true
    let missing = isPage ? Self.missing(lines, fromPage: text) : Self.missing(lines, from: text)
    for line in missing {
      let place = file ?? "what was printed"
      faults.append(TutorialPage.Fault(line: line.line, text: "not in \(place), or not there: \(line.text)"))
    }
  }

  /// The lines that are no lines of the text, in their order.
  static func missing(_ lines: [TutorialLine], from text: String) -> [TutorialLine] {
    let output = text.components(separatedBy: "\n")
    var next = output.startIndex
    return lines.filter { line in
      guard let found = output[next...].firstIndex(where: { line.isMatched(by: $0) }) else { return true }
      next = found + 1
      return false
    }
  }

  /// The lines that stand nowhere in what a reader of an HTML page sees, in their order.
  static func missing(_ lines: [TutorialLine], fromPage html: String) -> [TutorialLine] {
    let text = Array(visibleText(html).utf8)
    var next = 0
    return lines.filter { line in
      guard let end = line.end(in: text, from: next) else { return true }
      next = end
      return false
    }
  }

  /// A page without its scripts, styles and tags.
  static func visibleText(_ html: String) -> String {
    var text = html
    for (pattern, instead) in [("(?s)<(script|style)\\b.*?</\\1>", " "), ("<[^>]*>", " ")] {
      text = text.replacingOccurrences(of: pattern, with: instead, options: .regularExpression)
    }
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text = text.replacing(entity, with: character)
    }
    return TutorialLine.collapsed(text)
  }
}
