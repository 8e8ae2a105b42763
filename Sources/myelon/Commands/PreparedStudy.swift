import MyelonStudies

/// A study that can be run: what its members do, what varies, and what it is.
struct PreparedStudy {
  let life: MemberLife
  let sampling: ParameterSampling
  let settings: LifeSettings
  let description: StudyDescription
}
