import Foundation

/// The line on which a command shows how far it has come: redrawn on a terminal, one below the other elsewhere.
struct TerminalLine {
  /// Whether remarks go to a terminal.
  let isTerminal = isatty(STDERR_FILENO) == 1
  private var hasDrawn = false
  private var hasToldOfStop = false

  /// Shows a text in place of the one before.
  mutating func show(_ text: String) {
    hasDrawn = true
    FileHandle.standardError.write(Data((isTerminal ? "\(Self.clearing)\(text)" : "\(text)\n").utf8))
  }

  /// Takes the text away from a terminal.
  mutating func clear() {
    guard isTerminal, hasDrawn else { return }
    hasDrawn = false
    FileHandle.standardError.write(Data(Self.clearing.utf8))
  }

  /// Says once that a command was told to stop, and what it still waits for.
  mutating func tellOfStop(_ stop: StopSignal, waitingFor rest: String) {
    guard stop.isRequested, !hasToldOfStop else { return }
    hasToldOfStop = true
    clear()
    Console.remark("Stopping after the \(rest) under way; once more ends at once.")
  }

  /// To the beginning of the line, and away with what stands there (ECMA-48).
  private static let clearing = "\r\u{1B}[K"

  /// Width of the terminal; 80 columns where it does not tell.
  static var columns: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// A bar of so many characters that is filled to a share.
  static func bar(_ fraction: Double, width: Int) -> String {
    let full = min(width, Int(fraction * Double(width)))
    return "[" + String(repeating: "#", count: full) + String(repeating: ".", count: width - full) + "]"
  }

  /// A time in words, rounded up to seconds; to minutes from an hour on.
  static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return String(format: "%d:%02d min", whole / 60, whole % 60) }
    return String(format: "%d:%02d h", whole / 3600, whole / 60 % 60)
  }
}
