/// How a place along a patient's cord becomes a place along the reference cord.
public enum LevelSource: Sendable {
  /// By labels of vertebrae, discs or segments in the same space as the masks.
  case labels(LevelLabels)
  /// By world coordinates: the masks are registered to the PAM50 template.
  case template
  /// By the segment at the lesion's epicentre alone; lengths are taken as in the reference cord.
  case epicentre(segment: String)
  /// Not at all: only shapes are measured.
  case unknown
}
