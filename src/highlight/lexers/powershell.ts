import type { LexerDefinition, Lexing, Rule } from '../lexer.ts';
import { rx, rxi } from '../rx.ts';
import { list, words } from '../words.ts';

/** Tried in this order, so that `$PSHOME` is matched as the variable, not as `$PS…`. */
const AUTOMATIC_VARIABLES = `
  $$ $? $^ $_ $args $ConsoleFileName $Error $Event $EventArgs $EventSubscriber $ExecutionContext $false $foreach $HOME
  $Host $input $IsCoreCLR $IsLinux $IsMacOS $IsWindows $LastExitCode $Matches $MyInvocation $NestedPromptLevel $null
  $PID $PROFILE $PSBoundParameters $PSCmdlet $PSCommandPath $PSCulture $PSDebugContext $PSHOME $PSItem $PSScriptRoot
  $PSSenderInfo $PSUICulture $PSVersionTable $PWD $REPORTERRORSHOWEXCEPTIONCLASS $REPORTERRORSHOWINNEREXCEPTION
  $REPORTERRORSHOWSOURCE $REPORTERRORSHOWSTACKTRACE $SENDER $ShellId $StackTrace $switch $this $true
`;
const KEYWORDS = list(`
  assembly exit process base filter public begin finally return break for sequence catch foreach static class from
  switch command function throw configuration hidden trap continue if try data in type define inlinescript until do
  interface using dynamicparam module var else namespace while elseif parallel workflow end param enum private
`).join('|');
const OPERATORS = list(`
  -split -isplit -csplit -join -is -isnot -as -eq -ieq -ceq -ne -ine -cne -gt -igt -cgt -ge -ige -cge -lt -ilt -clt
  -le -ile -cle -like -ilike -clike -notlike -inotlike -cnotlike -match -imatch -cmatch -notmatch -inotmatch
  -cnotmatch -contains -icontains -ccontains -notcontains -inotcontains -cnotcontains -replace -ireplace -creplace
  -shl -shr -band -bor -bxor -and -or -xor -not += -= *= /= %=
`)
  .map((word) => word.replace(/[+*]/, '\\$&'))
  .join('|');
const HELP_WORDS = list(`
  synopsis description parameter example inputs outputs notes link component role functionality forwardhelptargetname
  forwardhelpcategory remotehelprunspace externalhelp
`).join('|');
const ATTRIBUTES = `
  ConfirmImpact DefaultParameterSetName HelpURI PositionalBinding SupportsPaging SupportsShouldProcess
`;

const automatic = list(AUTOMATIC_VARIABLES)
  .map((name) => name.replace(/[$?^]/g, '\\$&'))
  .join('|');

export const lexer: LexerDefinition = {
  states: (rouge) => {
    const later = rouge.later;
    return {
      variable: [
        [rx`${automatic}`, 'bp'],
        [/(\$)(?:(\w+)(:))?(\w+|\{(?:[^`]|`.)+?\})/, ['nv', 'nn', 'p', 'nv']],
        [/\$\w+/, 'nv'],
        [/\$\{(?:[^`]|`.)+?\}/, 'nv'],
      ],
      'help-comment': [
        [rxi`\.(?:${HELP_WORDS})`, 'cs'],
        [/#>/, 'cm', 'pop'],
        [/[^#.]+/, 'cm'],
        [/[#.]+/, 'cm'],
      ],
      interpolation: [[/\)/, 'si', 'pop'], 'root'],
      'double-quotes': [
        [/(?:\$#?)?"/, 's2', 'pop'],
        [/\$\(/, 'si', 'interpolation'],
        [/`$|`./, 'se'],
        [/[^"`$]+/, 's2'],
        'variable',
      ],
      'single-quotes': [
        [/'/, 's1', 'pop'],
        [/[^']+/, 's1'],
      ],
      'here-string': [
        [/(?:\$#?)?"@/, 'sh', 'pop'],
        [/\$\(/, 'si', 'interpolation'],
        [/`$|`./, 'se'],
        [/[^"`$]+/, 'sh'],
        [/"+/, 'sh'],
        'variable',
      ],
      class: [
        [/\{/, 'p', 'pop'],
        [/\s+/, 'w'],
        [/\w+/, 'nc'],
        [/[:,]/, 'p'],
      ],
      expression: [
        'comments',
        [/"/, 's2', 'double-quotes'],
        [/'/, 's1', 'single-quotes'],
        [/@"/, 'sh', 'here-string'],
        [/@'[\s\S]*?'@/, 'sh'],
        [/\d*\.\d+/, 'mf'],
        [/\d+/, 'mi'],
        [/@\{/, 'p', 'hash-table'],
        [/@\(/, 'p', 'array'],
        [/\{/, 'p', 'braces'],
        [/\[/, 'p', 'brackets'],
      ],
      'hash-table': [[/\}/, 'p', 'pop'], [/=/, 'o'], [/[,;]/, 'p'], 'expression', [/\w+/, 'nx'], 'variable'],
      array: [[/\s+/, 'w'], [/\)/, 'p', 'pop'], [/[,;]/, 'p'], 'expression', 'variable'],
      braces: [[/\}/, 'p', 'pop'], 'root'],
      brackets: [[/\]/, 'p', 'pop'], [/[A-Za-z]\w+\./, 'n'], [/[A-Za-z]\w+/, words({ bp: ATTRIBUTES }, 'n')], 'root'],
      parameters: [
        ...(later
          ? ([
              [
                /\)/,
                (lexing: Lexing) => {
                  lexing.token('p');
                  if (lexing.within('interpolation')) lexing.pop(2);
                },
              ],
            ] as Rule[])
          : []),
        [/`[\s\S]/, 'se'],
        [/\s*?\n/, 'w', 'pop'],
        [/[;(){}\]]/, 'p', 'pop'],
        [/[|=]/, 'o', 'pop'],
        [/[/\\~\w][-.:/\\~\w]*/, 'nx'],
        'root',
      ],
      comments: [
        [/\s+/, 'w'],
        [/#.*/, 'c'],
        [/<#/, 'cm', 'help-comment'],
      ],
      root: [
        'comments',
        [/\.\.(?=\.?\d)/, 'o'],
        [rxi`(?:${OPERATORS})\b`, 'o'],
        [/(class)(\s+)(\w+)/i, ['kr', 'w', 'nc'], 'class'],
        [/(function)(\s+)(?:(\w+)(:))?(\w[-\w]+)/i, ['kr', 'w', 'nn', 'p', 'nf']],
        [rxi`(?:${KEYWORDS})\b(?![-.])`, 'kr'],
        [/-{1,2}\w+/, 'nt'],
        [/(\.)?([-\w]+)(\[)/, ['o', 'n', 'p'], 'brackets'],
        [/([/\\~a-z][-.:/\\~\w]*)(\n)?/i, ['n', 'w'], 'parameters'],
        [
          /(\.)([-\w]+)(?:(\()|(\n))?/,
          (lexing: Lexing) => {
            lexing.groups('o', 'nf', 'p', 'w');
            if (lexing.match![3] !== undefined) lexing.push('parameters');
          },
        ],
        [/\?/, 'nf', 'parameters'],
        'expression',
        'variable',
        ...(later ? ([[/`$/, 'se']] as Rule[]) : []),
        [/[-+*/%=!.&|]/, 'o'],
        [/[{}(),:;]/, 'p'],
      ],
    };
  },
};
