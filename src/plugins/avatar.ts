// jekyll-avatar 0.8.0: `{% avatar USER size=40 user=variable lazy=true %}`.

import { definePlugin } from '../contract/plugin.ts';
import type { TagDefinition } from '../liquid/compile/environment.ts';
import type { Context } from '../liquid/runtime/context.ts';
import type { Body, CustomTag } from '../liquid/syntax/tree.ts';
import { split } from '../ruby/strings.ts';
import { toS } from '../ruby/to-s.ts';
import { crc32 } from '../text/crc32.ts';
import { lookupVariable } from './lookup-variable.ts';

const SMALL = 48;

export const plugin = definePlugin({
  api: 1,
  name: 'jekyll-avatar',
  perBuild: ({ exact }) => ({
    tags: { avatar: { exact: avatarTag(exact.env.PAGES_AVATARS_URL || null) } },
  }),
});

interface AvatarTag extends CustomTag {
  readonly written: string;
  /** The markup, which may contain Liquid. */
  readonly body: Body;
}

const avatarTag = (ownHost: string | null): TagDefinition<AvatarTag> => ({
  parse(markup, parser) {
    const written = markup.trim();
    const body = parser.inner(written);
    return { written, body, parts: { bodies: [body] } };
  },
  compile({ written, body }, compiler) {
    const render = compiler.text(body);
    return (context) => avatar(written, render(context), context, ownHost);
  },
});

/** Size and variable are read from the raw markup, everything else from the rendered one. */
function avatar(written: string, text: string, context: Context, ownHost: string | null): string {
  const size = /\bsize=(\d+)\b/i.exec(written)?.[1] ?? '40';
  const variable = /\buser=([\w.]+)\b/.exec(written)?.[1];
  const first = text.includes(' ') ? (split(text)[0] ?? '') : text;
  const user = variable === undefined ? first.replace(/^@/, '') : toS(lookupVariable(variable, context));

  const query = (scale: number): string => `${user}?v=3&s=${scale === 1 ? size : Number(size) * scale}`;
  const host = ownHost ?? `https://avatars${crc32(query(1)) % 4}.githubusercontent.com`;
  const url = (scale: number): string => `${host.replace(/\/$/, '')}/${query(scale)}`;
  const set = [1, 2, 3, 4].map((scale) => `${url(scale)} ${scale}x`).join(', ');
  const lazy = text.includes('lazy=true');
  const attributes = [
    ['class', Number(size) < SMALL ? 'avatar avatar-small' : 'avatar'],
    ['alt', user],
    ['width', size],
    ['height', size],
    ['data-proofer-ignore', 'true'],
    ['src', lazy ? '' : url(1)],
    ...(lazy
      ? [
          ['data-src', url(1)],
          ['data-srcset', set],
        ]
      : [['srcset', set]]),
  ];
  return `<img ${attributes.map(([name, value]) => `${name}="${value}"`).join(' ')} />`;
}
