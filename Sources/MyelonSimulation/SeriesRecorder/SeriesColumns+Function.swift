import MyelonAnatomy
import MyelonRecovery

extension SeriesColumns {
  /// Function, without the examiner's error.
  static func function(of species: Species) -> [Column] {
    switch species {
    case .human:
      [
        Column("upper_extremity_motor_score", "points", "expected upper-extremity motor score, 0-50"),
        Column("lower_extremity_motor_score", "points", "expected lower-extremity motor score, 0-50"),
        Column("motor_score", "points", "expected total motor score, 0-100"),
        Column("light_touch_score", "points", "expected light-touch score, 0-112"),
        Column("pin_prick_score", "points", "expected pin-prick score, 0-112"),
        Column("SCIM", "points", "expected SCIM III total by an assumed mapping from the grades, 0-100"),
      ] + contributions("mean drive of the key muscles below the injury")
    case .rat:
      [
        Column("BBB", "points", "expected open-field locomotor score, 0-21"),
        Column("locomotor_drive", "fraction", "descending drive of the hind limbs"),
        Column("BBB_right", "points", "open-field score that the right hind limb alone would give, 0-21"),
        Column("BBB_left", "points", "open-field score that the left hind limb alone would give, 0-21"),
        Column("reaching", "%", "pellets taken, of the rat's own success before injury, mean of both paws"),
        Column("reaching_right", "%", "pellets taken by the right paw, of its success before injury"),
        Column("reaching_left", "%", "pellets taken by the left paw, of its success before injury"),
      ] + contributions("drive of the hind limbs")
    }
  }

  /// One column a kind of connection; the columns add up to what they are parts of.
  private static func contributions(_ whole: String) -> [Column] {
    PathwaySource.allCases.map { source in
      Column("drive_\(source.rawValue)", "fraction", "part of the \(whole) that comes from \(source.meaning)")
    }
  }

  /// Numbers of the columns of kinds of connection.
  static func values(_ shares: PathwayShares) -> [Double] { PathwaySource.allCases.map { shares[$0] } }
}
