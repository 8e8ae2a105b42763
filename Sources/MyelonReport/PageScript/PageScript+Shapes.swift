extension PageScript {
  /// Surfaces of bodies and tubes along axons, as plain arrays for three.js.
  ///
  /// Surfaces are naive surface nets (Gibson 1998, "Constrained elastic surface nets", MICCAI): one point in each cell
  /// that the surface passes, at the mean of its crossings, and a quadrangle for each lattice edge it crosses.
  static let shapes = """
    // Cord coordinates to the scene: caudal to the right, dorsal up, the left side towards the viewer.
    const toScene = (x, y, z, c) => [z - c[2], y - c[1], x - c[0]];

    function surfaceNet(data, grid, centre) {
      const [nx, ny, nz] = grid.count, level = 127.5, positions = [], faces = [];
      const at = (x, y, z) => data[(z * ny + y) * nx + x], cells = new Int32Array(nx * ny * nz).fill(-1);
      for (let z = 0; z < nz - 1; z++) for (let y = 0; y < ny - 1; y++) for (let x = 0; x < nx - 1; x++) {
        let sx = 0, sy = 0, sz = 0, n = 0;
        const cross = (a, b, x0, y0, z0, axis) => {
          if (a < level === b < level) return;
          const t = (level - a) / (b - a);
          sx += x0 + (axis === 0 ? t : 0); sy += y0 + (axis === 1 ? t : 0); sz += z0 + (axis === 2 ? t : 0); n++;
        };
        for (let j = 0; j < 2; j++) for (let k = 0; k < 2; k++) {
          cross(at(x, y + j, z + k), at(x + 1, y + j, z + k), x, y + j, z + k, 0);
          cross(at(x + j, y, z + k), at(x + j, y + 1, z + k), x + j, y, z + k, 1);
          cross(at(x + j, y + k, z), at(x + j, y + k, z + 1), x + j, y + k, z, 2);
        }
        if (!n) continue;
        cells[(z * ny + y) * nx + x] = positions.length / 3;
        positions.push(...toScene(grid.first[0] + sx / n * grid.step[0], grid.first[1] + sy / n * grid.step[1],
          grid.first[2] + sz / n * grid.step[2], centre));
      }
      const quad = (a, b, c, d, turned) => {
        if (Math.min(a, b, c, d) < 0) return;
        faces.push(...(turned ? [a, c, b, a, d, c] : [a, b, c, a, c, d]));
      };
      const cell = (x, y, z) => x < 0 || y < 0 || z < 0 ? -1 : cells[(z * ny + y) * nx + x];
      for (let z = 0; z < nz; z++) for (let y = 0; y < ny; y++) for (let x = 0; x < nx; x++) {
        const a = at(x, y, z) < level;
        if (x + 1 < nx && a !== at(x + 1, y, z) < level)
          quad(cell(x, y - 1, z - 1), cell(x, y, z - 1), cell(x, y, z), cell(x, y - 1, z), a);
        if (y + 1 < ny && a !== at(x, y + 1, z) < level)
          quad(cell(x - 1, y, z - 1), cell(x - 1, y, z), cell(x, y, z), cell(x, y, z - 1), a);
        if (z + 1 < nz && a !== at(x, y, z + 1) < level)
          quad(cell(x - 1, y - 1, z), cell(x, y - 1, z), cell(x, y, z), cell(x - 1, y, z), a);
      }
      return { positions, faces };
    }

    // Tubes of five sides along lines of scene points; the ring is carried along without twist.
    function tubes(lines, radius) {
      const positions = [], normals = [], faces = [], sides = 5;
      const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
      const unit = a => { const l = Math.hypot(...a) || 1; return [a[0] / l, a[1] / l, a[2] / l]; };
      for (const line of lines) {
        let normal = null;
        line.forEach((p, i) => {
          const before = line[Math.max(0, i - 1)], after = line[Math.min(line.length - 1, i + 1)];
          const along = unit([after[0] - before[0], after[1] - before[1], after[2] - before[2]]);
          if (!normal) normal = Math.abs(along[1]) < .9 ? [0, 1, 0] : [1, 0, 0];
          const side = unit(cross(along, normal));
          normal = unit(cross(side, along));
          const start = positions.length / 3;
          for (let k = 0; k < sides; k++) {
            const c = Math.cos(2 * Math.PI * k / sides), s = Math.sin(2 * Math.PI * k / sides);
            const n = [0, 1, 2].map(d => c * normal[d] + s * side[d]);
            positions.push(p[0] + radius * n[0], p[1] + radius * n[1], p[2] + radius * n[2]);
            normals.push(...n);
            if (i === 0) continue;
            const next = (k + 1) % sides, a = start - sides + k, b = start - sides + next;
            faces.push(a, start + k, b, b, start + k, start + next);
          }
        });
      }
      return { positions, normals, faces };
    }
    """
}
