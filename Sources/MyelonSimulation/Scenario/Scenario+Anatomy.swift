extension Scenario {
  /// Where the anatomy of the cord comes from.
  public enum Anatomy: Sendable, Hashable, Codable {
    /// The built-in parametric cord of the species.
    case parametric
    /// The PAM50 template, read from a directory of NIfTI files; nil when the command line names it.
    ///
    /// A relative directory is relative to the working directory of the command.
    case pam50(directory: String?)
  }
}
