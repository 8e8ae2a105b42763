/// Stress of a voxel as grafted cells feel it; the terms are those of `ReactionKernel`.
struct GraftSurroundings {
  /// Want of supply, cytokine and oxidants above what is tolerated, and dense macrophages, each 0 to 1.
  var ischaemia = 0.0
  var oxidation = 0.0
  var cytokine = 0.0
  var macrophages = 0.0
  /// Share of harm that therapies of the arm prevent, and saturation of neurotrophic factors.
  var protection = 0.0
  var trophic = 0.0
  /// Basal matrix that is missing, 0 to 1.
  var bareness = 0.0
  /// Share of the voxel that holds a scaffold.
  var scaffold = 0.0
}
