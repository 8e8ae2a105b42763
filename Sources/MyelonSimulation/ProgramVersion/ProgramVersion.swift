/// Version of the program, written into every run.
public enum ProgramVersion {
  /// Semantic version.
  public static let current = "0.1.0"
}
