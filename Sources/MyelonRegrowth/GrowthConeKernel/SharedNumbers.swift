/// The numbers that all growth cones share.
struct SharedNumbers: Sendable {
  /// Inverse of the threshold, the exponent of the advance and the least promotion.
  var inverseThreshold: Float
  var exponent: Int
  var leastPromotion: Float
  var arrestHazard: Float
  var restartRate: Float
  var stallSpeed: Float
  var withdrawalBasal: Float
  var withdrawalNeed: Float
  var synapticSupport: Float
  var retractionSpeed: Float
  var branchingRate: Float
  /// Inverse lengths of persistence and turning, 1/mm.
  var persistence: Float
  var turning: Float
  var greyAttraction: Float
  var alignment: Float
  /// Rate of myelination, 1/d.
  var myelination: Float
  /// Fading of need, 1/d.
  var needFading: Float
}
