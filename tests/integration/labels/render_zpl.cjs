// Reads a ZPL file and writes the label as PNG: node render_zpl.cjs PACKAGE_DIR IN OUT DOTS_PER_MM
const fs = require("node:fs");
const [, , packageDir, source, target, dotsPerMm] = process.argv;
const { ready } = require(packageDir);

ready.then(async ({ api }) => {
  const zpl = fs.readFileSync(source, "utf8");
  const image = await api.zplToBase64Async(zpl, 101.6, 152.4, Number(dotsPerMm));
  fs.writeFileSync(target, Buffer.from(image, "base64"));
  process.exit(0);
});
