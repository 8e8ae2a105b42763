import Foundation
import MyelonFields
import NIfTI

/// A volume made small for embedding: cut to the cord, eight bits a voxel, packed.
struct EmbeddedVolume {
  /// Columns, rows and slices that are kept.
  struct Box {
    let columns: ClosedRange<Int>
    let rows: ClosedRange<Int>
    let slices: ClosedRange<Int>
    /// Voxels along each axis that are averaged into one.
    let block: Int
  }

  /// Byte offset of `scl_slope` in a NIfTI-1 header (nifti1.h).
  private static let slopeOffset = 112

  /// A gzipped NIfTI-1 file as base64.
  let base64: String
  /// The value that the largest byte stands for.
  let maximum: Float

  /// Packs values.
  ///
  /// - Parameters:
  ///   - volume: the field over the visits.
  ///   - weight: part of each voxel that is cord; what lies outside becomes zero.
  ///   - grid: the grid of the volume.
  ///   - box: what is kept.
  ///   - limit: value that the largest byte stands for, or nil for the largest that occurs.
  ///   - value: from a stored value to the one shown.
  /// - Throws: `ReportError.packing` when zlib finds no memory.
  init(
    _ volume: VolumeFile, weight: VolumeFile, grid: VoxelGrid, box: Box, limit: Float?,
    value: (Float) -> Float
  ) throws(ReportError) {
    let means = Self.means(volume, weight: weight, box: box, value: value)
    let largest = limit ?? max(means.values.max() ?? 0, 1e-6)
    let bytes = means.values.map { min(255, max(0, ($0 / largest * 255).rounded())) }
    maximum = largest
    let size = Double(box.block)
    let middle = SIMD3(repeating: (size - 1) / 2)
    let first =
      SIMD3(Double(box.columns.lowerBound), Double(box.rows.lowerBound), Double(box.slices.lowerBound))
      + middle
    // World axes run to the right, the front and the head: against all three axes of the cord.
    let affine = NIfTIAffine(
      spacing: -size * grid.spacing, origin: -(grid.origin + first * grid.spacing))
    do throws(NIfTIError) {
      var header = NIfTIHeader(dimensions: means.dimensions, affine: affine)
      header.displayMaximum = Double(largest)
      let plain = NIfTIVolume(dimensions: means.dimensions, voxels: bytes, affine: affine, header: header)
      var file = try plain.encoded(dataType: .uint8)
      let slope = (largest / 255).bitPattern.littleEndian
      withUnsafeBytes(of: slope) { slope in
        file.replaceSubrange(Self.slopeOffset..<Self.slopeOffset + 4, with: Array(slope))
      }
      base64 = try Self.packed(file).base64EncodedString()
    } catch {
      throw .packing(part: "volumes", reason: error.description)
    }
  }

  private static func packed(_ file: Data) throws(NIfTIError) -> Data {
    do throws(GzipError) {
      return try GzipCodec.compress(file, level: 6)
    } catch {
      throw .gzip(error)
    }
  }

  /// Means over blocks of voxels, weighted by their part of cord.
  private static func means(
    _ volume: VolumeFile, weight: VolumeFile, box: Box, value: (Float) -> Float
  ) -> (dimensions: [Int], values: [Float]) {
    let block = box.block
    let size = [box.columns, box.rows, box.slices].map { max(1, $0.count / block) }
    let plane = volume.nx * volume.ny
    var values: [Float] = []
    values.reserveCapacity(size.reduce(volume.nt, *))
    for visit in 0..<volume.nt {
      for z in 0..<size[2] {
        for y in 0..<size[1] {
          for x in 0..<size[0] {
            var sum: Float = 0
            for offset in 0..<block * block * block {
              let u = min(volume.nx - 1, box.columns.lowerBound + x * block + offset % block)
              let v = min(volume.ny - 1, box.rows.lowerBound + y * block + offset / block % block)
              let w = min(volume.nz - 1, box.slices.lowerBound + z * block + offset / (block * block))
              let index = (w * volume.ny + v) * volume.nx + u
              let part = weight.voxels[index]
              guard part > 0 else { continue }
              let shown = value(volume.voxels[visit * plane * volume.nz + index])
              if shown.isFinite { sum += part * shown }
            }
            values.append(sum / Float(block * block * block))
          }
        }
      }
    }
    return (size + (volume.nt > 1 ? [volume.nt] : []), values)
  }
}
