extension MotorPool {
  /// The pools of a species' standard table.
  public static func standard(_ species: Species) -> [MotorPool] {
    species == .human ? human : rat
  }

  /// The pool of an ISNCSCI key muscle, such as that of "C5"; nil for other segments and for the rat.
  public static func keyMuscle(_ segment: String) -> MotorPool? {
    human.first { $0.keySegment == segment }
  }

  /// Segments as in neurology textbooks; the key segment is given the largest weight.
  private static let textbook =
    "segments: typical innervation of the ISNCSCI key muscles (textbook); weights assumed because only the order "
    + "of the segments is known"

  private static func pool(
    _ name: String, key: String? = nil, _ shares: [(String, Double)], _ column: MotorColumn,
    source: String = textbook
  ) -> MotorPool {
    MotorPool(
      name: name, keySegment: key, shares: shares.map { Share(segment: $0.0, weight: $0.1) },
      column: column, source: source)
  }

  private static let human: [MotorPool] = [
    pool("diaphragm", [("C3", 0.2), ("C4", 0.6), ("C5", 0.2)], .central),
    pool("elbow flexors (biceps)", key: "C5", [("C5", 0.6), ("C6", 0.4)], .ventrolateral),
    pool("wrist extensors (ECR)", key: "C6", [("C6", 0.6), ("C7", 0.4)], .dorsolateral),
    pool(
      "elbow extensors (triceps)", key: "C7", [("C6", 0.2), ("C7", 0.6), ("C8", 0.2)], .ventrolateral),
    pool("finger flexors (FDP)", key: "C8", [("C7", 0.2), ("C8", 0.6), ("T1", 0.2)], .dorsolateral),
    pool("finger abductors (ADM)", key: "T1", [("C8", 0.4), ("T1", 0.6)], .dorsolateral),
    pool("hip flexors (iliopsoas)", key: "L2", [("L1", 0.2), ("L2", 0.5), ("L3", 0.3)], .ventrolateral),
    pool(
      "knee extensors (quadriceps)", key: "L3", [("L2", 0.2), ("L3", 0.5), ("L4", 0.3)], .ventrolateral),
    pool("ankle dorsiflexors (tibialis anterior)", key: "L4", [("L4", 0.6), ("L5", 0.4)], .dorsolateral),
    pool("long toe extensors (EHL)", key: "L5", [("L5", 0.6), ("S1", 0.4)], .dorsolateral),
    pool("ankle plantarflexors (gastrosoleus)", key: "S1", [("S1", 0.7), ("S2", 0.3)], .dorsolateral),
    pool("external anal sphincter", [("S2", 0.3), ("S3", 0.4), ("S4", 0.3)], .ventral),
  ]

  private static let lumbarRat =
    "segments: Nicolopoulos-Stournaras & Iles 1983 J Comp Neurol 217:75 (recalled); weights assumed because only "
    + "the extent was at hand"
  private static let cervicalRat =
    "segments: McKenna, Prusky & Whishaw 2000 J Comp Neurol 419:286 (recalled); weights assumed because only the "
    + "extent was at hand"

  private static let rat: [MotorPool] = [
    pool("diaphragm", [("C3", 0.2), ("C4", 0.5), ("C5", 0.3)], .central, source: cervicalRat),
    pool("elbow flexors", [("C5", 0.4), ("C6", 0.6)], .ventrolateral, source: cervicalRat),
    pool("wrist extensors", [("C6", 0.4), ("C7", 0.6)], .dorsolateral, source: cervicalRat),
    pool("elbow extensors", [("C7", 0.5), ("C8", 0.5)], .ventrolateral, source: cervicalRat),
    pool("digit flexors", [("C8", 0.6), ("T1", 0.4)], .dorsolateral, source: cervicalRat),
    pool("hip flexors", [("L1", 0.4), ("L2", 0.6)], .ventrolateral, source: lumbarRat),
    pool("knee extensors", [("L2", 0.3), ("L3", 0.7)], .ventrolateral, source: lumbarRat),
    pool("knee flexors", [("L4", 0.5), ("L5", 0.5)], .ventrolateral, source: lumbarRat),
    pool("ankle dorsiflexors", [("L3", 0.3), ("L4", 0.7)], .dorsolateral, source: lumbarRat),
    pool("ankle plantarflexors", [("L4", 0.4), ("L5", 0.6)], .dorsolateral, source: lumbarRat),
    pool("foot muscles", [("L5", 0.5), ("L6", 0.5)], .dorsolateral, source: lumbarRat),
    pool("external anal sphincter", [("L6", 0.6), ("S1", 0.4)], .ventral, source: lumbarRat),
  ]
}
