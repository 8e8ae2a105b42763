extension PageScript {
  /// Axons in space, from the moment that the reader comes near.
  static let axons = """
    const axonIndex = read("axon-index");
    if (axonIndex && byId("library-three") && byId("axons-space")) {
      const arm = byId("axons-arm"), look = byId("axons-look"), canvas = byId("axons-canvas");
      const say = text => { byId("axons-status").textContent = text; };
      axonIndex.arms.forEach((a, i) => arm.add(new Option(a.name, i)));
      if (axonIndex.arms.length < 2) arm.parentElement.hidden = true;
      // The arm with the most to see comes first.
      arm.value = axonIndex.arms.map((a, i) => [a.lines.reduce((sum, l) => sum + l[2], 0), -i]).reduce((a, b) => b[0] > a[0] ? b : a)[1] * -1;
      byId("axons-space").hidden = false;

      async function start() {
        const { THREE, OrbitControls } = await library("library-three");
        const renderer = new THREE.WebGLRenderer({ canvas, antialias: true, preserveDrawingBuffer: true });
        renderer.setClearColor(0x0d0f11);
        const scene = new THREE.Scene(), camera = new THREE.PerspectiveCamera(24, 2, .01, 1e4);
        const controls = new OrbitControls(camera, canvas);
        controls.enableDamping = false;
        const [sx, sy, sz] = axonIndex.size, c = axonIndex.centre;
        const lamp = new THREE.DirectionalLight(0xffffff, 2.1);
        camera.add(lamp);
        lamp.position.set(.6, 1, 1);
        scene.add(camera, new THREE.HemisphereLight(0xffffff, 0x404850, 1.5));
        let content = null, frames = 0;
        const draw = () => { if (!frames) frames = requestAnimationFrame(() => { frames = 0; renderer.render(scene, camera); }); };

        function geometry(shape) {
          const g = new THREE.BufferGeometry();
          g.setAttribute("position", new THREE.Float32BufferAttribute(shape.positions, 3));
          g.setIndex(shape.faces);
          if (shape.normals) g.setAttribute("normal", new THREE.Float32BufferAttribute(shape.normals, 3));
          else g.computeVertexNormals();
          return g;
        }
        function label(text, x, y, z, size = 1, color = "#c9d0d8") {
          const tile = document.createElement("canvas"), pen = tile.getContext("2d"), font = "600 40px system-ui,sans-serif";
          pen.font = font;
          tile.width = Math.ceil(pen.measureText(text).width) + 12;
          tile.height = 52;
          pen.font = font; pen.fillStyle = color; pen.textBaseline = "middle";
          pen.fillText(text, 6, 27);
          const map = new THREE.CanvasTexture(tile);
          map.colorSpace = THREE.SRGBColorSpace;
          const sprite = new THREE.Sprite(new THREE.SpriteMaterial({ map, depthTest: false, sizeAttenuation: false }));
          const height = .0165 * size;
          sprite.scale.set(height * tile.width / tile.height, height, 1);
          sprite.position.set(x, y, z);
          sprite.renderOrder = 9;
          return sprite;
        }
        // Stretch of the cord that is looked at: where nearly all of the arm's axons are.
        let reach = [-sz / 2, sz / 2];
        function stretch(numbers, epicentre) {
          const places = [];
          for (let i = 2; i < numbers.length; i += 3) places.push(numbers[i] * axonIndex.unit);
          places.sort((a, b) => a - b);
          const e = epicentre - c[2], at = share => places.length ? places[Math.round(share * (places.length - 1))] : e;
          return [Math.max(-sz / 2, Math.min(at(.01), e - sy * 1.5) - sy / 2),
            Math.min(sz / 2, Math.max(at(.99), e + sy * 1.5) + sy / 2)];
        }
        function surroundings(epicentre, [from, to]) {
          const group = new THREE.Group(), low = -sy / 2, deep = sy * .12;
          const line = (points, color) => new THREE.LineSegments(
            new THREE.BufferGeometry().setFromPoints(points.map(p => new THREE.Vector3(...p))),
            new THREE.LineBasicMaterial({ color }));
          const only = (looks, ...marks) => marks.forEach(m => { m.userData.looks = looks; group.add(m); });
          only(["oblique", "side"], label("D", from - deep, sy / 2, 0), label("V", from - deep, low, 0));
          only(["end"], label("D", to, sy * .62, 0), label("V", to, -sy * .62, 0));
          only(["oblique", "side", "above"], label("rostral", from, sy / 2 + 3 * deep, 0),
            label("caudal", to, sy / 2 + 3 * deep, 0));
          only(["oblique", "side"], ...axonIndex.segments.map(s =>
              label(s.name, s.place - c[2], sy / 2 + deep, 0, .8, "#8d97a2")));
          only(["oblique", "above", "end"], label("L", to + deep, 0, sx * .62), label("R", to + deep, 0, -sx * .62));
          const bar = [50, 20, 10, 5, 2, 1, .5, .2].find(l => l < (to - from) / 4) || .2;
          const rule = line([[to - bar, low - deep, 0], [to, low - deep, 0]], 0xdfe3e8);
          only(["oblique", "side"], rule, label(bar + " mm", to - bar / 2, low - 2.4 * deep, 0, .85));
          only(["above"], line([[to - bar, 0, sx * .56], [to, 0, sx * .56]], 0xdfe3e8),
            label(bar + " mm", to - bar / 2, 0, sx * .66, .85));
          // The section of the epicentre, as a frame.
          const e = epicentre - c[2], y = sy / 2, x = sx / 2;
          group.add(line([[e, -y, -x], [e, y, -x], [e, y, -x], [e, y, x], [e, y, x], [e, -y, x], [e, -y, x],
            [e, -y, -x]], 0x59626c));
          return group;
        }
        function ends(points, radius, color, glow) {
          const mesh = new THREE.InstancedMesh(new THREE.IcosahedronGeometry(radius, 1),
            new THREE.MeshStandardMaterial({ color, emissive: color, emissiveIntensity: glow, roughness: .5 }), points.length);
          points.forEach((p, i) => mesh.setMatrixAt(i, new THREE.Matrix4().makeTranslation(...p)));
          return mesh;
        }
        async function build(number) {
          const own = axonIndex.arms[number], group = new THREE.Group(), byType = new Map();
          const numbers = new Int16Array(await unpacked(own.points)), part = stretch(numbers, own.epicentre);
          const radius = Math.max(Math.min(sx, sy) * .006, (part[1] - part[0]) * .0006);
          group.userData.reach = part;
          let next = 0;
          for (const [type, state, count] of own.lines) {
            const line = [];
            for (let i = 0; i < count; i++, next += 3) line.push([numbers[next + 2], numbers[next + 1], numbers[next]]
              .map(v => v * axonIndex.unit));
            if (!byType.has(type)) byType.set(type, { lines: [], synapse: [], halted: [] });
            const kind = byType.get(type), what = axonIndex.states[state];
            kind.lines.push(line);
            if (what === "connected") kind.synapse.push(line[count - 1]);
            if (what === "arrested" || what === "trapped") kind.halted.push(line[count - 1]);
          }
          for (const [type, kind] of byType) {
            const axons = new THREE.Group(), color = axonIndex.types[type].colour;
            axons.userData.type = type;
            axons.add(new THREE.Mesh(geometry(tubes(kind.lines, radius)),
              new THREE.MeshStandardMaterial({ color, emissive: color, emissiveIntensity: .22, roughness: .6 })));
            if (kind.synapse.length) axons.add(ends(kind.synapse, radius * 3.2, 0xffffff, .6));
            if (kind.halted.length) axons.add(ends(kind.halted, radius * 2.4, 0x878e97, .1));
            group.add(axons);
          }
          const opacity = { cord: .13, grey: .16, lesion: .3, graft: .22, scaffold: .17 };
          for (const solid of axonIndex.solids) {
            const grid = own.bodies[solid.name];
            if (!grid) continue;
            const data = new Uint8Array(await unpacked(own.points + "-" + solid.name));
            const mesh = new THREE.Mesh(geometry(surfaceNet(data, grid, c)), new THREE.MeshStandardMaterial({
              color: solid.colour, transparent: true, opacity: opacity[solid.name], depthWrite: false,
              side: THREE.DoubleSide, roughness: .9 }));
            mesh.userData.solid = solid.name;
            group.add(mesh);
          }
          group.add(surroundings(own.epicentre, part));
          return group;
        }
        function toggle() {
          if (!content) return;
          content.traverse(part => { if (part.userData.looks) part.visible = part.userData.looks.includes(look.value); });
          for (const part of content.children) {
            const { type, solid } = part.userData;
            const box = type != null ? document.querySelector(`[data-type="${type}"]`)
              : solid ? document.querySelector(`[data-solid="${solid}"]`) : null;
            if (box) part.visible = box.checked;
          }
          draw();
        }
        function dispose(group) {
          group.traverse(part => {
            part.geometry?.dispose();
            part.material?.map?.dispose();
            part.material?.dispose();
          });
          scene.remove(group);
        }
        let latest = 0;
        async function show() {
          const turn = ++latest, own = axonIndex.arms[+arm.value];
          say("Unpacking…");
          const made = await build(+arm.value);
          if (turn !== latest) return;
          if (content) dispose(content);
          content = made;
          scene.add(content);
          byId("axons-day").value = dayName(own.day);
          canvas.setAttribute("aria-label", own.words);
          say("");
          reach = made.userData.reach;
          aim();
        }
        // Just so far that all corners of the box are seen, with room for the words around it.
        function aim() {
          const views = { oblique: [-.22, .34, 1], side: [0, 0, 1], above: [0, 1, .0001], end: [1, 0, .0001] };
          const from = new THREE.Vector3(...views[look.value]).normalize(), half = Math.tan(camera.fov * Math.PI / 360);
          const right = new THREE.Vector3(0, 1, 0).cross(from).normalize(), up = from.clone().cross(right);
          let far = 0;
          for (const i of [-1, 1]) for (const j of [-1, 1]) for (const k of [-1, 1]) {
            const p = new THREE.Vector3(i * (reach[1] - reach[0]) / 2, j * sy * .68, k * sx / 2);
            far = Math.max(far, p.dot(from) + Math.max(Math.abs(p.dot(right)) / (half * camera.aspect * .9),
              Math.abs(p.dot(up)) / (half * .94)));
          }
          controls.target.set((reach[0] + reach[1]) / 2, 0, 0);
          camera.position.copy(from).multiplyScalar(far).add(controls.target);
          camera.near = far / 200;
          camera.far = far * 20;
          camera.updateProjectionMatrix();
          controls.update();
          toggle();
          draw();
        }
        let isAimed = false;
        new ResizeObserver(() => {
          const box = canvas.parentElement.getBoundingClientRect();
          if (!box.width || !box.height) return;
          renderer.setPixelRatio(Math.min(devicePixelRatio, 2));
          renderer.setSize(box.width, box.height, false);
          camera.aspect = box.width / box.height;
          camera.updateProjectionMatrix();
          if (!isAimed) { isAimed = true; aim(); }
          draw();
        }).observe(canvas.parentElement);
        controls.addEventListener("change", draw);
        look.addEventListener("change", aim);
        document.querySelectorAll("#axons-space input[type=checkbox]").forEach(b => b.addEventListener("change", toggle));
        const update = () => show().catch(error => say("This arm could not be shown: " + error));
        arm.addEventListener("change", update);
        await show();
      }

      const begin = () => start().catch(error => say("The view in space could not start in this browser (" + error
        + "). The projections below show the same axons."));
      const near = 500;
      if (byId("axons-space").getBoundingClientRect().top < innerHeight + near) begin();
      else {
        const watch = new IntersectionObserver(entries => {
          if (!entries.some(e => e.isIntersecting)) return;
          watch.disconnect();
          begin();
        }, { rootMargin: near + "px" });
        watch.observe(byId("axons-space"));
      }
    }
    """
}
