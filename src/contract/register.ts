// Registers what a plugin declares with a site. Whatever fails in it is reported under its name.

import type { Document } from '../content/document.ts';
import { Excerpt } from '../content/excerpt.ts';
import type { Page } from '../content/page.ts';
import type { Converter } from '../converters/converter.ts';
import type { Payload } from '../liquid/runtime/context.ts';
import { fromPlain, toPlain } from '../ruby/plain.ts';
import type { ItemEvent, SiteEvent } from '../site/hooks.ts';
import type { Site } from '../site/site.ts';
import { blamed, blaming, checkSynchronous } from './blame.ts';
import { checkBuildParts, checkPlugin } from './check.ts';
import type { PluginPage, PluginSite, PluginVariables } from './facade.ts';
import { filterOf } from './filters.ts';
import type { Hook } from './hooks.ts';
import type { PluginConverter, PluginParts } from './parts.ts';
import type { Plugin } from './plugin.ts';
import { PRIORITY } from './priority.ts';
import { SiteFacade } from './site-facade.ts';
import { tagOf } from './tags.ts';

/**
 * @param isLate Jekyll has created its generators and converters before this plugin was loaded: its own have no effect
 * @throws BuildError if the declaration isn't valid
 */
export function registerPlugin(site: Site, plugin: Plugin, isLate = false): void {
  checkPlugin(plugin);
  const registration = new Registration(site, plugin, isLate);
  registration.add(plugin);
  const parts = registration.blaming('perBuild', () => plugin.perBuild?.(registration.facade));
  if (parts === undefined) return;
  checkBuildParts(plugin.name, parts);
  registration.add(parts);
}

class Registration {
  readonly facade: SiteFacade;
  readonly #site: Site;
  readonly #name: string;
  readonly #isLate: boolean;

  constructor(site: Site, plugin: Plugin, isLate: boolean) {
    this.facade = new SiteFacade(site, plugin);
    this.#site = site;
    this.#name = plugin.name;
    this.#isLate = isLate;
  }

  /** Runs a part of the plugin: what it changes and what goes wrong is attributed to it. */
  blaming<T>(part: string, work: () => T, path?: () => string): T {
    return blaming(this.#name, part, () => checkSynchronous(this.#site.results.making(this.#name, work)), path);
  }

  add(parts: PluginParts): void {
    const { liquid } = this.#site;
    for (const [name, tag] of Object.entries(parts.tags ?? {})) {
      liquid.tags.set(name, tagOf(this.#name, name, tag, this.facade));
      if ('block' in tag && tag.block === true) this.#site.addBlockTag(name);
    }
    for (const [name, filter] of Object.entries(parts.filters ?? {}))
      liquid.filters.set(name, filterOf(this.#name, name, filter));
    this.#addHooks(parts);
    if (parts.prepare !== undefined) this.#site.addPreparation(() => this.#prepare(parts));
    if (this.#isLate) return;
    for (const [name, generator] of Object.entries(parts.generators ?? {})) {
      const { priority = 'normal', takes = null, makes = null } = generator;
      const run = (): void => this.blaming(`its generator ${name}`, () => generator.generate(this.facade));
      this.#site.addGenerator({ priority: PRIORITY[priority], takes, makes, run });
    }
    for (const [name, converter] of Object.entries(parts.converters ?? {}))
      this.#site.addConverter(this.#converter(name, converter));
  }

  async #prepare(parts: PluginParts): Promise<void> {
    try {
      await parts.prepare?.(this.facade);
    } catch (error) {
      throw blamed(this.#name, 'prepare', error);
    }
  }

  #converter(name: string, converter: PluginConverter<unknown>): Converter {
    const { extensions, outputExtension, priority = 'normal' } = converter;
    return {
      name,
      priority: PRIORITY[priority],
      matches: (extension) => extensions.includes(extension.toLowerCase()),
      outputExtension: () => outputExtension,
      convert: (text, item) => {
        const of = item instanceof Excerpt ? item.document : item;
        const page = this.facade.page(of);
        return this.blaming(
          `its converter ${name}`,
          () => converter.convert(text, page, this.facade),
          () => pathOf(of),
        );
      },
    };
  }

  #addHooks({ hooks }: PluginParts): void {
    if (hooks === undefined) return;
    const { site, clean, collections = {}, ...owners } = hooks;
    for (const [event, { priority, run }] of events<SiteEvent, SiteRun>(site)) {
      this.#site.hooks.onSite(event, priority, (payload) => {
        this.blaming(`its hook site.${event}`, () => run(this.facade, this.#variables(payload)));
      });
    }
    for (const [owner, list] of [...Object.entries(owners), ...Object.entries(collections)]) {
      for (const [event, { priority, run }] of events<ItemEvent, ItemRun>(list)) {
        this.#site.hooks.onItem(owner, event, priority, (item, payload) => {
          const call = (): void => run(this.facade.page(item), this.facade, this.#variables(payload));
          this.blaming(`its hook ${owner}.${event}`, call, () => pathOf(item));
        });
      }
    }
    for (const [event, { priority, run }] of events<'on_obsolete', ObsoleteRun>(clean)) {
      this.#site.hooks.onObsolete(priority, (paths) => {
        this.blaming(`its hook clean.${event}`, () => run(paths, this.facade));
      });
    }
  }

  #variables(payload: Payload | null): PluginVariables {
    const { zone } = this.#site;
    return {
      get: (name) => toPlain(payload?.get(name) ?? null),
      set: (name, value) => payload?.set(name, fromPlain(value, zone)),
    };
  }
}

type SiteRun = (site: PluginSite, variables: PluginVariables) => void;
type ItemRun = (page: PluginPage, site: PluginSite, variables: PluginVariables) => void;
type ObsoleteRun = (paths: readonly string[], site: PluginSite) => void;

/** An owner's hooks by event, each with its priority. */
function events<Event extends string, Run extends (...args: never[]) => void>(
  owner: { readonly [event in Event]?: Hook<Run> } | undefined,
): [Event, { readonly priority: number; readonly run: Run }][] {
  return (Object.entries(owner ?? {}) as [Event, Hook<Run>][]).map(([event, hook]) => [
    event,
    typeof hook === 'function'
      ? { priority: PRIORITY.normal, run: hook }
      : { priority: PRIORITY[hook.priority], run: hook.run },
  ]);
}

const pathOf = (item: Page | Document): string => item.source?.path ?? item.relativePath;
