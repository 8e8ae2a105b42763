import Foundation

/// A page of `Docs/Tutorials`: what it writes, runs and shows, in the order of the page.
///
/// The convention stands at the head of `Docs/Tutorials/README.md`.
struct TutorialPage {
  /// A command as the page shows it.
  struct Command: Equatable {
    let line: Int
    let arguments: [String]
    /// File that takes what the command prints, as `> NAME` at its end says.
    var target: String?
    /// Exit status that the page announces, as `# exit N` at its end says.
    var status: Int32 = 0
  }

  /// One fenced block.
  enum Step: Equatable {
    case write(name: String, text: String)
    case run([Command])
    case expect(lines: [TutorialLine], file: String?)
  }

  /// What is wrong with a page, or with what came of it.
  struct Fault: Error, Equatable, CustomStringConvertible {
    let line: Int
    let text: String
    var description: String { "line \(line): \(text)" }
  }

  let steps: [Step]

  init(_ markdown: String) throws {
    var steps: [Step] = []
    var fence: (line: Int, kind: String, content: [String])?
    for (index, line) in markdown.components(separatedBy: "\n").enumerated() {
      guard line.drop(while: { $0 == " " }).hasPrefix("```") else {
        fence?.content.append(line)
        continue
      }
      guard line.hasPrefix("```") else {
        throw Fault(line: index + 1, text: "a fence is not indented")
      }
      if let open = fence {
        steps.append(try Self.step(open.kind, open.content, at: open.line))
        fence = nil
      } else {
        fence = (index + 1, String(line.dropFirst(3)), [])
      }
    }
    if let open = fence { throw Fault(line: open.line, text: "the fence is never closed") }
    self.steps = steps
  }

  private static func step(_ kind: String, _ content: [String], at line: Int) throws -> Step {
    let words = kind.split(separator: " ").map(String.init)
    let file = words.count == 2 && words[1].hasPrefix("file=") ? String(words[1].dropFirst(5)) : nil
    guard let language = words.first, words.count == 1 || file != nil else {
      throw Fault(
        line: line, text: "a fence is called 'sh', 'text', or 'LANGUAGE file=NAME'; found '\(kind)'")
    }
    if let file, file.isEmpty || file.hasPrefix("/") || file.contains("..") {
      throw Fault(line: line, text: "'\(file)' is no name of a file in the folder of the tutorial")
    }
    switch (language, file) {
    case ("sh", nil):
      return .run(try commands(content, from: line + 1))
    case ("text", _):
      let lines = try content.enumerated().compactMap { index, text in
        try TutorialLine(text, at: line + 1 + index)
      }
      guard !lines.isEmpty else { throw Fault(line: line, text: "the block shows nothing") }
      return .expect(lines: lines, file: file)
    case (_, let name?):
      return .write(name: name, text: content.joined(separator: "\n") + "\n")
    default:
      throw Fault(line: line, text: "a block of '\(language)' needs the name of its file: file=NAME")
    }
  }

  private static func commands(_ content: [String], from first: Int) throws -> [Command] {
    var found: [Command] = []
    var held = (line: first, text: "")
    for (index, line) in content.enumerated() {
      if held.text.isEmpty { held.line = first + index }
      if line.hasSuffix("\\") {
        held.text += line.dropLast() + " "
        continue
      }
      held.text += line
      if let command = try command(held.text, at: held.line) { found.append(command) }
      held.text = ""
    }
    guard held.text.isEmpty else { throw Fault(line: held.line, text: "nothing follows the last '\\'") }
    return found
  }

  /// Splits a line as a shell does, in so far as tutorials need it: blanks, quotes, `> NAME`, `# exit N`.
  private static func command(_ text: String, at line: Int) throws -> Command? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if character == " " {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    guard quote == nil else { throw Fault(line: line, text: "a quotation mark is open") }
    if let done = word { words.append(done) }
    guard let program = words.first else { return nil }
    guard program == "myelon" else {
      throw Fault(line: line, text: "commands are 'myelon ...'; found '\(program)'")
    }
    var status: Int32 = 0
    if let mark = words.firstIndex(of: "#") {
      guard words.count == mark + 3, words[mark + 1] == "exit", let number = Int32(words[mark + 2]) else {
        throw Fault(line: line, text: "after a command stands nothing but '# exit N'")
      }
      status = number
      words.removeSubrange(mark...)
    }
    var target: String?
    if words.count > 2, words[words.count - 2] == ">" {
      target = words.removeLast()
      words.removeLast()
    }
    return Command(line: line, arguments: Array(words.dropFirst()), target: target, status: status)
  }
}
