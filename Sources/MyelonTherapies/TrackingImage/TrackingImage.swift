/// What a scanner and a reporter camera see of a cord; one value a voxel, in grid order.
public struct TrackingImage: Sendable, Hashable {
  /// T2*-weighted signal, relative to pure water at echo time 0.
  ///
  /// Iron darkens, blood and what becomes of it too; oedema and cavities brighten. Outside the cord it is that of fluid.
  public var t2star: [Float]
  /// Signal of the reporter gene as apparent living cells per mm3, blurred by the camera.
  public var reporter: [Float]

  /// An image of its two parts.
  public init(t2star: [Float], reporter: [Float]) {
    self.t2star = t2star
    self.reporter = reporter
  }
}
