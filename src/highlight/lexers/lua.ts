import type { LexerDefinition, Lexing, Rule } from '../lexer.ts';

const BUILTINS = new Set(
  `
    _g _version assert collectgarbage dofile error getmetatable ipairs load loadfile next pairs pcall print rawequal
    rawget rawlen rawset select setmetatable tonumber tostring type xpcall lua_cpath lua_cpath_5_3 lua_init
    lua_init_5_3 lua_path lua_path_5_3 luaopen_base luaopen_coroutine luaopen_debug luaopen_io luaopen_math luaopen_os
    luaopen_package luaopen_string luaopen_table luaopen_utf8 lua_errerr lua_errfile lua_errgcmm lua_errmem lua_errrun
    lua_errsyntax lua_hookcall lua_hookcount lua_hookline lua_hookret lua_hooktailcall lua_maskcall lua_maskcount
    lua_maskline lua_maskret lua_maxinteger lua_mininteger lua_minstack lua_multret lua_noref lua_ok lua_opadd
    lua_opband lua_opbnot lua_opbor lua_opbxor lua_opdiv lua_opeq lua_opidiv lua_ople lua_oplt lua_opmod lua_opmul
    lua_oppow lua_opshl lua_opshr lua_opsub lua_opunm lua_refnil lua_registryindex lua_ridx_globals
    lua_ridx_mainthread lua_tboolean lua_tfunction lua_tlightuserdata lua_tnil lua_tnone lua_tnumber lua_tstring
    lua_ttable lua_tthread lua_tuserdata lua_use_apicheck lua_yield lual_buffersize require package.config
    package.cpath package.loaded package.loadlib package.path package.preload package.searchers package.searchpath
    coroutine.create coroutine.isyieldable coroutine.resume coroutine.running coroutine.status coroutine.wrap
    coroutine.yield debug.debug debug.gethook debug.getinfo debug.getlocal debug.getmetatable debug.getregistry
    debug.getupvalue debug.getuservalue debug.sethook debug.setlocal debug.setmetatable debug.setupvalue
    debug.setuservalue debug.traceback debug.upvalueid debug.upvaluejoin io.close io.flush io.input io.lines io.open
    io.output io.popen io.read io.stderr io.stdin io.stdout io.tmpfile io.type io.write math.abs math.acos math.asin
    math.atan math.ceil math.cos math.deg math.exp math.floor math.fmod math.huge math.log math.max math.maxinteger
    math.min math.mininteger math.modf math.pi math.rad math.random math.randomseed math.sin math.sqrt math.tan
    math.tointeger math.type math.ult os.clock os.date os.difftime os.execute os.exit os.getenv os.remove os.rename
    os.setlocale os.time os.tmpname string.byte string.char string.dump string.find string.format string.gmatch
    string.gsub string.len string.lower string.match string.pack string.packsize string.rep string.reverse string.sub
    string.unpack string.upper table.concat table.insert table.move table.pack table.remove table.sort table.unpack
    utf8.char utf8.charpattern utf8.codepoint utf8.codes utf8.len utf8.offset
  `.split(/\s+/),
);

function name(lexing: Lexing): unknown {
  const { text } = lexing;
  if (text === 'gsub') {
    lexing.token('nb');
    lexing.push('gsub');
  } else if (BUILTINS.has(text)) lexing.token('nb');
  else {
    const dot = text.indexOf('.');
    if (dot < 0) return lexing.token('n');
    lexing.token('n', text.slice(0, dot));
    lexing.token('p', '.');
    lexing.token('n', text.slice(dot + 1));
  }
  return undefined;
}

export const lexer: LexerDefinition = {
  states: (rouge) => {
    const later = rouge.later;
    const patterns: Rule[] = later
      ? [
          [/'/, 'sr', 'pattern-in-single-quotes'],
          [/"/, 'sr', 'pattern-in-double-quotes'],
        ]
      : [[/"/, 'sr', 'pattern-in-double-quotes']];
    return {
      root: [
        [/#!.*/, 'cp'],
        [/(?:)/, '', 'base'],
      ],
      base: [
        [/--\[(=*)\[[\s\S]*?\]\1\]/, (lexing: Lexing) => lexing.token('cm')],
        [/--.*/, 'c1'],
        // The quote is a mistake in Rouge's pattern.
        [/(?:\d*\.\d+|\d+\.\d*)(?:e[+-]?\d+)?'/i, 'mf'],
        [/\d+e[+-]?\d+/i, 'mf'],
        [/0x[0-9a-f]*/i, 'mh'],
        [/\d+/, 'mi'],
        [/\n/, ''],
        [/[^\S\n]/, ''],
        [/\[(=*)\[[\s\S]*?\]\1\]/, (lexing: Lexing) => lexing.token('s')],
        [/==|~=|<=|>=|\.\.\.|\.\.|[=+\-*/%^<>#]/, 'o'],
        [/[[\]{}().,:;]/, 'p'],
        [/(?:and|or|not)\b/, 'ow'],
        [/(?:break|do|else|elseif|end|for|if|in|repeat|return|then|until|while)\b/, 'k'],
        [/local\b/, 'kd'],
        [/(?:true|false|nil)\b/, 'kc'],
        [/function\b/, 'k', 'function-name'],
        [/[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)?/, name],
        [/'/, 's1', 'single-quotes'],
        [/"/, 's2', 'double-quotes'],
      ],
      'function-name': [
        [/\s+/, ''],
        [/(?:([A-Za-z_][A-Za-z0-9_]*)(\.))?([A-Za-z_][A-Za-z0-9_]*)/, ['nc', 'p', 'nf'], 'pop'],
        [/\(/, 'p', 'pop'],
      ],
      gsub: [[/\)/, 'p', 'pop'], [/[(,]/, 'p'], [/\s+/, ''], ...patterns],
      'pattern-in-single-quotes': [[/'/, 'sr', 'goto pattern-end'], 'pattern'],
      'pattern-in-double-quotes': [[/"/, 'sr', 'goto pattern-end'], 'pattern'],
      pattern: [
        [/\[\^?/, 'se', 'pattern-class'],
        [/\\./, 'se'],
        [/\(\?[:=<!]/, 'se'],
        [/\{[\d,]+\}/, 'se'],
        [/[()?]/, 'se'],
        [/./, 'sr'],
      ],
      'pattern-end': [
        [/[$]+/, 'sr', 'pop'],
        [/(?:)/, '', 'pop'],
      ],
      'pattern-class': [
        [/\//, 'se'],
        [/\]/, 'se', 'pop'],
        [/(\\)(.)/, ['se', 'sr']],
        [/./, 'sr'],
      ],
      escapes: [[/\\(?:[abfnrtv\\"']|\d{1,3})/, 'se']],
      'single-quotes': [
        'escapes',
        [/'/, 's1', 'pop'],
        ...(later
          ? ([
              [/\\'/, 'se'],
              [/[^'\\]+/, 's1'],
            ] as Rule[])
          : ([[/[^']+/, 's1']] as Rule[])),
      ],
      'double-quotes': [
        'escapes',
        [/"/, 's2', 'pop'],
        ...(later
          ? ([
              [/\\"/, 'se'],
              [/[^"\\]+/, 's2'],
            ] as Rule[])
          : ([[/[^"]+/, 's2']] as Rule[])),
      ],
    };
  },
};
