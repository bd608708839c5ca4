// Small archives, valid ones as an author's tools would make them, and invalid ones.

import { packTar, type TarEntry } from 'modern-tar';
import { crc32 } from '../../src/archives/crc32.ts';

export type Files = Readonly<Record<string, string>>;

/** Entries besides plain files: a link's target, a device, a wrong name. */
export type Extra = TarEntry['header'];

export async function makeTar(files: Files, extra: readonly Extra[] = []): Promise<Uint8Array> {
  const entries = Object.entries(files).map(([name, body]) => {
    return { header: { name, size: new TextEncoder().encode(body).length, type: 'file' as const }, body };
  });
  return packTar([...entries, ...extra.map((header) => ({ header }))]);
}

export async function gzip(bytes: Uint8Array | string): Promise<Uint8Array> {
  const blob = new Blob([bytes as Uint8Array<ArrayBuffer>]);
  const packed = blob.stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/**
 * A gem of these files.
 * @param dependencies runtime dependencies and their requirements, '>= 1.0'
 * @param odd is added to the specification's YAML
 */
export async function makeGem(
  name: string,
  version: string,
  files: Files,
  { dependencies = {}, extra = [], odd = '' }: { dependencies?: Files; extra?: readonly Extra[]; odd?: string } = {},
): Promise<Uint8Array> {
  const needed = Object.entries(dependencies).map(([gem, asked]) => {
    const [operator, wanted] = asked.split(' ');
    return `- !ruby/object:Gem::Dependency
  name: ${gem}
  requirement: &${gem.replaceAll('-', '')} !ruby/object:Gem::Requirement
    requirements:
    - - "${operator}"
      - !ruby/object:Gem::Version
        version: '${wanted}'
  type: :runtime
  prerelease: false
  version_requirements: *${gem.replaceAll('-', '')}
`;
  });
  const metadata = `--- !ruby/object:Gem::Specification
name: ${name}
version: !ruby/object:Gem::Version
  version: ${version}
platform: ruby
authors:
- Ann Author
date: 2026-01-01 00:00:00.000000000 Z
dependencies:${needed.length === 0 ? ' []' : `\n${needed.join('')}`.trimEnd()}
description:
metadata:
  plugin_type: theme
summary: A theme for tests
${odd}`;
  const parts = [
    ['metadata.gz', await gzip(metadata)],
    ['data.tar.gz', await gzip(await makeTar(files, extra))],
    ['checksums.yaml.gz', await gzip('---\n')],
  ] as const;
  return packTar(parts.map(([part, body]) => ({ header: { name: part, size: body.length, type: 'file' }, body })));
}

/**
 * A zip as GitHub packs a repository: all below one folder.
 * @param links symbolic links and their targets
 * @param damage is added to each checksum
 */
export async function makeZip(folder: string, files: Files, links: Files = {}, damage = 0): Promise<Uint8Array> {
  const entries = [
    ...Object.entries(files).map(([name, text]) => ({ name, text, mode: 0o100644 })),
    ...Object.entries(links).map(([name, text]) => ({ name, text, mode: 0o120777 })),
  ];
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, text, mode } of entries) {
    const path = new TextEncoder().encode(`${folder}${name}`);
    const body = new TextEncoder().encode(text);
    const packed = new Uint8Array(
      await new Response(new Blob([body]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer(),
    );
    const fixed = numbers(
      [2, 0x0800],
      [2, 8],
      [4, 0],
      [4, crc32(body) + damage],
      [4, packed.length],
      [4, body.length],
      [2, path.length],
      [2, 0],
    );
    const local = join(numbers([4, 0x04034b50], [2, 20]), fixed, path, packed);
    directory.push(
      numbers([4, 0x02014b50], [2, (3 << 8) | 20], [2, 20]),
      fixed,
      numbers([2, 0], [2, 0], [2, 0], [4, mode * 65536], [4, offset]),
      path,
    );
    parts.push(local);
    offset += local.length;
  }
  const central = join(...directory);
  const count = entries.length;
  const end = numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, central.length],
    [4, offset],
    [2, 0],
  );
  return join(...parts, central, end);
}

/** Little-endian numbers of 2 or 4 bytes. */
const numbers = (...list: readonly (readonly [size: number, value: number])[]): Uint8Array =>
  new Uint8Array(
    list.flatMap(([size, value]) => Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** i) & 255)),
  );

const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
