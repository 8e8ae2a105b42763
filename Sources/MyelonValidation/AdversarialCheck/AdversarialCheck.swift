/// A property that a model which assumes benefit, or depends on its grid, would break.
public enum AdversarialCheck: String, Sendable, Hashable, CaseIterable {
  /// A treatment of which nothing is given is no treatment.
  case zeroDose = "zero-dose"
  /// A treatment of an intact cord harms nothing but by its hazards.
  case intactCord = "intact-cord"
  /// Without a bridge nothing comes back below a transection.
  case transection
  /// A drug that failed in people may do nothing here.
  case failedInPeople = "failed-in-people"
  /// A finer grid or shorter steps change less than another individual does.
  case refinement

  /// What must hold.
  public var requirement: String {
    switch self {
    case .zeroDose:
      "an arm of which every dose is 0 has the same bits as the untreated arm, in every column at all times"
    case .intactCord:
      "a treatment of a cord without injury costs less than half a BBB point (2.5 motor points), adds no lesion but what "
        + "is injected, and gains nothing; blocks of material, which take the place of cord, are left out"
    case .transection:
      "without cells or material in the lesion less than a thousandth of the intact drive crosses a transection, and the "
        + "score rises by less than half a BBB point (2.5 motor points) above that of the untreated arm"
    case .failedInPeople:
      "over all parameters within their ranges the central 95 % of a drug's effects on the motor score hold 0"
    case .refinement:
      "half the voxel, and half the tolerance of time steps, change the score by less than the deviation between "
        + "individuals"
    }
  }
}
