/// What every result says of itself.
public enum ResearchNotice {
  /// In files of simulated lives.
  public static let file = "Simulated by research software; it predicts nobody's outcome."
  /// At the end of a command.
  public static let console = "Research software: it predicts nobody's outcome."
}
