/// The numbers of one kind of neuron as the loop over growth cones needs them.
///
/// The eight lanes of a weight are those of `GrowthRow.levels`: proteoglycan, myelin, matrix, grafted cells, grafted
/// neurons, BDNF, NT-3, GDNF.
struct ConeNumbers: Sendable {
  /// Weights of the inhibition I.
  var inhibition = SIMD8<Float>.zero
  /// Weights of the promotion P.
  var promotion = SIMD8<Float>.zero
  /// Weights of the guidance vectors.
  var guidance = SIMD8<Float>.zero
  /// Speed where nothing inhibits, with the factors of drugs, age and injury, mm/d.
  var speed: Float = 0
  /// Formation of a synapse, 1/d, on the host's neurons and on grafted ones.
  var hostContact: Float = 0
  var graftContact: Float = 0
  /// Inverse of the age of half speed, 1/d.
  var fading: Float = 0
}
