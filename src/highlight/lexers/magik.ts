import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { anyOf } from '../words.ts';

const KEYWORDS = `
  _package _pragma _block _endblock _handling _default _protect _protection _endprotect _try _with _when _endtry
  _catch _endcatch _throw _lock _endlock _if _then _elif _else _endif _for _over _while _loop _finally _endloop
  _loopbody _continue _leave _return _class _local _constant _recursive _global _dynamic _import _private _iter
  _abstract _method _endmethod _proc _endproc _gather _scatter _allresults _optional _thisthread _self _clone _super
  _primitive _unset _true _false _maybe _is _isnt _not _and _or _xor _cf _andif _orif _div _mod
`;
const NAME = '(?:[a-zA-Z0-9_!?]|\\\\.|\\|[^|\\n]*\\|)+';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/##.*/, 'cd'],
      [/#.*/, 'c1'],
      [/(_method)(\s+)/, ['k', 'w'], 'method-name'],
      [rx`(?:${anyOf(KEYWORDS)})\b`, 'k'],
      [/"[^"\n]*"/, 's'],
      [/'[^'\n]*'/, 's'],
      [rx`:${NAME}`, 'ss'],
      [rx`@\s*${NAME}:${NAME}`, 'nl'],
      [rx`@\s*${NAME}`, 'nl'],
      [/%u[0-9a-z]{4}|%[^\s]+/i, 'sc'],
      [/[0-9]+(?:r[0-9a-z]|[e&][+-]?[0-9]+|\.[0-9]+)*/i, 'm'],
      [rx`${NAME}:${NAME}`, 'n'],
      [rx`${NAME}`, 'n'],
      [/[[\]{}().,;]/, 'p'],
      [/\$/, 'p'],
      [/<<|>>|!=|[-~+/*%=&^<>]/, 'o'],
      [/\s+/, 'w'],
    ],
    'method-name': [[rx`(${NAME})(\.)(${NAME})`, ['nc', 'p', 'nf'], 'pop']],
  }),
};
