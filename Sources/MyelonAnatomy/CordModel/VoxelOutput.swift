/// Where a slice's results go: the arrays of the whole model.
struct VoxelOutput {
  let cord: UnsafeMutableBufferPointer<Float>
  let grey: UnsafeMutableBufferPointer<Float>
  let region: UnsafeMutableBufferPointer<UInt8>
  let tract: UnsafeMutableBufferPointer<UInt8>
}
