/// What happens to the intervals at 0 and 1 that are narrower than a key.
public enum KeyboardEnds: String, Codable, Sendable, Hashable, CaseIterable {
  /// They are left out, as in the keyboard design.
  case leftOut
  /// They count by probability per width, as in mTPI-2.
  case perWidth
}
