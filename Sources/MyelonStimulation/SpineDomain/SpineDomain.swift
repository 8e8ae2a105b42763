/// How much of the body a grid holds.
public enum SpineDomain: Sendable, Hashable, Codable {
  /// A box round the resolved stretch of the canal, with a margin on all sides; for electrodes in the canal.
  ///
  /// - Parameter margin: from the resolved box to the far boundary, mm.
  case canal(margin: Double)
  /// The whole cross-section of the body with a rim of air; for electrodes on the skin.
  ///
  /// - Parameter margin: rostral and caudal of the resolved stretch and of all pads, mm.
  case body(margin: Double)
}
