/// The script of a report, in parts by concern.
///
/// It only adds to a page that is complete without it.
enum PageScript {
  /// The whole script, a module.
  static var all: String { [common, charts, viewer, shapes, axons].joined(separator: "\n") }

  /// Unpacking of embedded libraries; all are imported from blobs of their own text.
  static let common = """
    const byId = id => document.getElementById(id);
    const read = id => byId(id) ? JSON.parse(byId(id).textContent) : null;
    async function library(id) {
      const url = URL.createObjectURL(new Blob([await unpacked(id)], { type: "text/javascript" }));
      try { return await import(url); } finally { URL.revokeObjectURL(url); }
    }
    async function unpacked(id) {
      const packed = Uint8Array.from(atob(byId(id).textContent.trim()), c => c.charCodeAt(0));
      const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
      return await new Response(stream).arrayBuffer();
    }
    const dayName = day => day > 0 && day < 1 ? "hour " + +(day * 24).toPrecision(3) : "day " + +day.toPrecision(4);
    """
}
