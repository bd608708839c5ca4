// `forloop` and `tablerowloop`. They change during the loop, so a copy made by assign changes too.

import { Drop, type Value } from '../../ruby/values.ts';

export class ForloopDrop extends Drop {
  readonly className = 'Liquid::ForloopDrop';
  position = 0;
  private readonly name: string;
  private readonly length: number;
  private readonly parent: ForloopDrop | null;

  constructor(name: string, length: number, parent: ForloopDrop | null) {
    super();
    this.name = name;
    this.length = length;
    this.parent = parent;
  }

  get(key: string): Value | undefined {
    switch (key) {
      case 'index':
        return this.position + 1;
      case 'index0':
        return this.position;
      case 'first':
        return this.position === 0;
      case 'last':
        return this.position === this.length - 1;
      case 'length':
        return this.length;
      case 'rindex':
        return this.length - this.position;
      case 'rindex0':
        return this.length - this.position - 1;
      case 'name':
        return this.name;
      case 'parentloop':
        return this.parent;
      default:
        return undefined;
    }
  }
}

export class TablerowloopDrop extends Drop {
  readonly className = 'Liquid::TablerowloopDrop';
  private position = 0;
  private row = 1;
  private column = 1;
  private readonly length: number;
  private readonly columns: number;

  constructor(length: number, columns: number) {
    super();
    this.length = length;
    this.columns = columns;
  }

  get(key: string): Value | undefined {
    switch (key) {
      case 'length':
        return this.length;
      case 'col':
        return this.column;
      case 'col0':
        return this.column - 1;
      case 'row':
        return this.row;
      case 'index':
        return this.position + 1;
      case 'index0':
        return this.position;
      case 'rindex':
        return this.length - this.position;
      case 'rindex0':
        return this.length - this.position - 1;
      case 'first':
        return this.position === 0;
      case 'last':
        return this.position === this.length - 1;
      case 'col_first':
        return this.column === 1;
      case 'col_last':
        return this.column === this.columns;
      default:
        return undefined;
    }
  }

  advance(): void {
    this.position++;
    if (this.column === this.columns) {
      this.column = 1;
      this.row++;
    } else {
      this.column++;
    }
  }
}
