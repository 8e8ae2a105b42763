import Foundation
import NIfTI

/// Data that the page carries for its scripts, in elements that a browser does not run.
enum PageData {
  /// A value as JSON.
  static func json(_ id: String, _ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    // The payloads are structs of texts and numbers; nothing in them can fail to encode.
    let text = (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    return "<script type=\"application/json\" id=\"\(id)\">\(Markup.scriptSafe(text))</script>\n"
  }

  /// Bytes as base64.
  static func base64(_ id: String, _ text: String) -> String {
    "<script type=\"text/plain\" id=\"\(id)\">\(text)</script>\n"
  }

  /// Bytes packed with gzip, as base64.
  ///
  /// - Throws: `ReportError.packing` when zlib finds no memory.
  static func packed(_ data: Data, part: String) throws(ReportError) -> String {
    do throws(GzipError) {
      return try GzipCodec.compress(data, level: 6).base64EncodedString()
    } catch {
      throw .packing(part: part, reason: error.description)
    }
  }

  /// A library, packed with gzip: the page unpacks it when it needs it.
  static func library(_ id: String, _ data: Data) throws(ReportError) -> String {
    base64(id, try packed(data, part: "library \(id)"))
  }
}
