"""The measures of `myelon lesion` once more, with nibabel and numpy, for scripts/check-lesion.

Written from the definitions in Docs/Imaging.md and not from the Swift code, and other numerics wherever there is a
choice: the centreline is a polynomial through all voxels of the cord and not a spline through sections; areas and
moments count fine lattice points; ends of lines are the first and last of many points. What both share is that a mask
is trilinear between voxel centres and inside where it is at least 0.5.
"""

import numpy as np


class Mask:
    """A NIfTI mask as a function of space."""

    def __init__(self, path):
        import nibabel

        image = nibabel.load(path)
        self.values = np.clip(np.asarray(image.dataobj, dtype=float).reshape(image.shape[:3]), 0, 1)
        self.affine = image.affine
        self.inverse = np.linalg.inv(image.affine)
        self.voxel = abs(np.linalg.det(image.affine[:3, :3]))
        self.edges = np.linalg.norm(image.affine[:3, :3], axis=0)

    def places(self):
        """World coordinates of the voxels inside."""
        return np.argwhere(self.values >= 0.5) @ self.affine[:3, :3].T + self.affine[:3, 3]

    def at(self, points):
        """Trilinear values at world coordinates, 0 outside."""
        index = points @ self.inverse[:3, :3].T + self.inverse[:3, 3]
        lower = np.floor(index).astype(int)
        part = index - lower
        total = np.zeros(points.shape[:-1])
        for corner in np.ndindex(2, 2, 2):
            at = lower + corner
            inside = np.all((at >= 0) & (at < self.values.shape), axis=-1)
            weight = np.prod(np.where(np.array(corner) == 1, part, 1 - part), axis=-1)
            at = np.where(inside[..., None], at, 0)
            total += np.where(inside, weight * self.values[at[..., 0], at[..., 1], at[..., 2]], 0)
        return total


class Centreline:
    """A polynomial through the cord: the middle across its long axis as a function of the place along it."""

    DEGREE = 7

    def __init__(self, cord):
        places = cord.places()
        self.middle = places.mean(axis=0)
        axis = np.linalg.svd(places - self.middle, full_matrices=False)[2][0]
        self.axis = axis if axis[2] < 0 else -axis  # to the feet
        along = (places - self.middle) @ self.axis
        self.half = np.abs(along).max()
        rest = places - self.middle - along[:, None] * self.axis
        # Ends cut square to the cord, or to the image, are left out: half a diameter or so.
        keep = (along > along.min() + 4) & (along < along.max() - 4)
        basis = np.polynomial.legendre.legvander(along[keep] / self.half, self.DEGREE)
        self.coefficients = np.linalg.lstsq(basis, rest[keep], rcond=None)[0]
        # Arc length, from where the line enters the mask to where it leaves it.
        t = np.linspace(along.min() - 3, along.max() + 3, 8001)
        line = self.curve(t)
        inside = np.flatnonzero(cord.at(line) >= 0.5)
        t, line = t[inside[0]:inside[-1] + 1], line[inside[0]:inside[-1] + 1]
        self.t = t
        self.s = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
        self.length = self.s[-1]

    def curve(self, t):
        t = np.asarray(t, dtype=float)
        basis = np.polynomial.legendre.legvander(np.atleast_1d(t) / self.half, self.DEGREE).reshape(*t.shape, -1)
        return self.middle + t[..., None] * self.axis + basis @ self.coefficients

    def axes(self, s):
        """Origin, left, dorsal and caudal unit vectors at an arc length."""
        t = np.interp(s, self.s, self.t)
        origin = self.curve(t)
        caudal = self.curve(t + 0.05) - self.curve(t - 0.05)
        caudal /= np.linalg.norm(caudal)
        left = np.array([-1.0, 0, 0])
        left = left - (left @ caudal) * caudal
        left /= np.linalg.norm(left)
        return origin, left, np.cross(left, caudal), caudal


def section(cord, lesion, axes, reach, pitch):
    """Counts on a lattice across the cord; None where it meets none."""
    origin, left, dorsal, _ = axes
    ticks = np.arange(-reach, reach + pitch / 2, pitch)
    a, b = np.meshgrid(ticks, ticks, indexing="ij")
    points = origin + a[..., None] * left + b[..., None] * dorsal
    inside = cord.at(points) >= 0.5
    if not inside.any():
        return None
    hurt = inside & (lesion.at(points) >= 0.5)
    centre = np.array([a[inside].mean(), b[inside].mean()])
    row = {
        "area": inside.sum() * pitch**2, "damage": hurt.sum() / inside.sum(),
        "anteroposterior": 4 * b[inside].std(), "lateral": 4 * a[inside].std(), "lesion": bool(hurt.any()),
    }
    if hurt.any():
        row["width"] = a[hurt].max() - a[hurt].min() + pitch
        row["height"] = b[hurt].max() - b[hurt].min() + pitch
        row["left"] = (hurt & (a > centre[0])).sum() / hurt.sum()
        row["u"] = (a[hurt].mean() - centre[0]) / (2 * a[inside].std())
        row["v"] = (b[hurt].mean() - centre[1]) / (2 * b[inside].std())
        row["lesion_area"] = hurt.sum() * pitch**2
    fine = np.arange(-reach, reach, 0.01)
    for names, direction, start in (
        (("ventral", "dorsal"), dorsal, origin + centre[0] * left),
        (("right", "leftmost"), left, origin + centre[1] * dorsal),
    ):
        line = start + fine[:, None] * direction
        cord_on = np.flatnonzero(cord.at(line) >= 0.5)
        lesion_on = np.flatnonzero(np.minimum(cord.at(line), lesion.at(line)) >= 0.5)
        if len(cord_on) and len(lesion_on):
            row[names[0]] = max(0, fine[lesion_on[0]] - fine[cord_on[0]])
            row[names[1]] = max(0, fine[cord_on[-1]] - fine[lesion_on[-1]])
    return row


def lesion_end(cord, lesion, line, inside, outside, reach):
    """Arc length at which the lesion ends between a section that holds it and one that does not."""
    for _ in range(12):
        middle = (inside + outside) / 2
        row = section(cord, lesion, line.axes(middle), reach, 0.1)
        if row and row["lesion"]:
            inside = middle
        else:
            outside = middle
    return (inside + outside) / 2


def measure(lesion_path, cord_path):
    """All measures of a pair of masks."""
    cord, lesion = Mask(cord_path), Mask(lesion_path)
    line = Centreline(cord)
    diameter = np.sqrt(4 * (cord.values >= 0.5).sum() * cord.voxel / line.length / np.pi)
    reach = diameter
    stations = np.arange(0.1, line.length, 0.5)
    rows = {}
    for s in stations:
        found = section(cord, lesion, line.axes(s), reach, 0.15)
        if found:
            rows[s] = found
    hurt = [s for s in rows if rows[s]["lesion"]]
    start = lesion_end(cord, lesion, line, hurt[0], max(hurt[0] - 0.5, 0), reach)
    end = lesion_end(cord, lesion, line, hurt[-1], min(hurt[-1] + 0.5, line.length), reach)
    worst = max(rows[s]["damage"] for s in hurt)
    zone = [s for s in hurt if rows[s]["damage"] >= 0.9 * worst]
    result = {
        "volume": ((lesion.values >= 0.5) & (cord.at(
            np.indices(lesion.values.shape).reshape(3, -1).T @ lesion.affine[:3, :3].T + lesion.affine[:3, 3]
        ).reshape(lesion.values.shape) >= 0.5)).sum() * lesion.voxel,
        "cordVolume": (cord.values >= 0.5).sum() * cord.voxel, "cordLength": line.length, "cordDiameter": diameter,
        "start": start, "end": end, "length": end - start, "axialDamageRatio": worst,
        "width": max(rows[s]["width"] for s in hurt), "height": max(rows[s]["height"] for s in hurt),
        "epicentre": (zone[0] + zone[-1]) / 2,
        "leftShare": np.average([rows[s]["left"] for s in hurt], weights=[rows[s]["lesion_area"] for s in hurt]),
        "lateral": np.average([rows[s]["u"] for s in zone], weights=[rows[s]["lesion_area"] for s in zone]),
        "depth": np.average([rows[s]["v"] for s in zone], weights=[rows[s]["lesion_area"] for s in zone]),
    }
    for name, key in (("dorsal", "dorsal"), ("ventral", "ventral"), ("left", "leftmost"), ("right", "right")):
        widths = [rows[s][key] for s in hurt if key in rows[s]]
        result["bridge " + name] = min(widths) if widths else None
    result["compression"] = compression(rows, start, end, diameter, line.length)
    return result


def compression(rows, start, end, diameter, length):
    """1 - d_i / mean(d_a, d_b)."""
    whole = {s: row["anteroposterior"] for s, row in rows.items() if diameter / 2 <= s <= length - diameter / 2}
    near = {s: d for s, d in whole.items() if start - diameter <= s <= end + diameter}
    if not near:
        return None
    thinnest = min(near, key=near.get)
    rostral, caudal = min(start, thinnest) - 10, max(end, thinnest) + 10
    means = []
    for low, high in ((rostral - 20, rostral), (caudal, caudal + 20)):
        inside = [s for s in whole if low <= s <= high]
        if inside and inside[-1] - inside[0] >= 5:
            means.append(np.mean([whole[s] for s in inside]))
    return 1 - near[thinnest] / np.mean(means) if means else None
