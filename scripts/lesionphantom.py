"""Cords and lesions given by formulas, for scripts/check-lesion and scripts/make-patient-c6.

The frame of a phantom: x to the right, y to the front, z to the head, mm. A cord runs along a circle in the sagittal
plane, convex to the front like a neck; `along` rises towards the head.
"""

import gzip

import numpy as np


def rotation(x, y, z):
    """Turns about x, then y, then z, degrees."""
    matrix = np.eye(3)
    for axis, degrees in ((0, x), (1, y), (2, z)):
        i, j = (axis + 1) % 3, (axis + 2) % 3
        c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
        turn = np.eye(3)
        turn[i, i], turn[i, j], turn[j, i], turn[j, j] = c, -s, s, c
        matrix = turn @ matrix
    return matrix


def straightened(points, radius):
    """Right, front, along: coordinates on a circle of that radius through the origin; infinity for a line."""
    if not np.isfinite(radius):
        return points
    y, z = points[..., 1] + radius, points[..., 2]
    return np.stack([points[..., 0], np.hypot(y, z) - radius, radius * np.arctan2(z, y)], axis=-1)


def grid(spacing, size, turn, middle):
    """Affine of a box of voxels about a middle, its axes turned."""
    affine = np.eye(4)
    affine[:3, :3] = rotation(*turn) @ np.diag(spacing)
    affine[:3, 3] = np.asarray(middle) - affine[:3, :3] @ ((np.asarray(size) - 1) / 2)
    return affine


def sampled(formula, affine, size, pose, points=1):
    """Share of the points of each voxel at which a formula of the frame's coordinates holds."""
    turn, shift = pose
    index = np.stack(np.meshgrid(*[np.arange(n) for n in size], indexing="ij"), axis=-1).astype(float)
    parts = (np.arange(points) + 0.5) / points - 0.5
    share = np.zeros(size, dtype=np.float32)
    for a in parts:
        for b in parts:
            for c in parts:
                world = (index + [a, b, c]) @ affine[:3, :3].T + affine[:3, 3]
                share += formula((world - shift) @ turn)
    return share / points**3


def write(image, path):
    """Writes an image; packed files hold no time, so that the same image gives the same bytes."""
    data = image.to_bytes()
    if str(path).endswith(".gz"):
        data = gzip.compress(data, 9, mtime=0)
    with open(path, "wb") as file:
        file.write(data)
