/// Why members could not be run on a cluster.
public enum SlurmError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A program of Slurm is not on this machine.
  case missing(program: String)
  /// Slurm did not take the job.
  case refused(command: String, message: String)
  /// Slurm does not answer.
  case silent(command: String, message: String)
  /// The shared folder cannot be written or read.
  case folder(path: String, reason: String)
  /// A file of the shared folder is not what it should be.
  case wrongFile(path: String, problem: String)
  /// The shared folder holds another study's work.
  case otherWork(path: String)

  /// A sentence that says what is required, what was found and what to do.
  public var description: String {
    switch self {
    case .missing(let program):
      "Slurm is required for --slurm; its program `\(program)` was not found on the PATH. Run this where jobs can be "
        + "submitted, or leave out --slurm to use this machine."
    case .refused(let command, let message):
      "Slurm did not take the job (`\(command)`): \(message). Nothing was submitted; the study is as before."
    case .silent(let command, let message):
      "Slurm does not answer (`\(command)`): \(message). What was submitted goes on; continue with --resume when it "
        + "answers again."
    case .folder(let path, let reason):
      "The shared folder must be one that this machine and all nodes can write; '\(path)': \(reason)."
    case .wrongFile(let path, let problem): "'\(path)' cannot be used: \(problem)."
    case .otherWork(let path):
      "The shared folder '\(path)' holds the work of another study. Name an empty one with --slurm-folder."
    }
  }
}
