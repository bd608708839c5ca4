// Stands in for gray-matter in the bundle for browsers: the package needs Node's Buffer, and it only carries front matter
// to the engine that content/front-matter.ts gives it.

interface Carried {
  readonly engines: { readonly yaml: { parse(): unknown } };
}

export default (_text: string, { engines }: Carried): unknown => engines.yaml.parse();
