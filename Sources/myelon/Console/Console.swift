import ArgumentParser
import Foundation

/// Where the program talks to a person: standard error for what happens, standard output for results.
enum Console {
  /// Exit status of input that cannot be used.
  static let badInput = ExitCode(2)

  /// Prints a result.
  static func print(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

  /// Prints a remark.
  static func remark(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

  /// Runs a command's work: prints what went wrong and ends with status 2 for input, 1 for anything else.
  static func run(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let code as ExitCode {
      throw code
    } catch {
      remark("myelon: \(error)")
      throw isBadInput(error) ? badInput : ExitCode.failure
    }
  }
}
