import type { LexerDefinition, Lexing, Rule } from '../lexer.ts';
import { rx } from '../rx.ts';
import type { Token } from '../tokens.ts';
import { words } from '../words.ts';

const DEVICES = `
  con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9
`;
const COMMANDS = `
  assoc attrib break bcdedit cacls cd chcp chdir chkdsk chkntfs choice cls cmd color comp compact convert copy date
  del dir diskpart doskey dpath driverquery echo endlocal erase fc find findstr format fsutil ftype gpresult
  graftabl help icacls label md mkdir mklink mode more move openfiles path pause popd print prompt pushd rd recover
  ren rename replace rmdir robocopy setlocal sc schtasks shift shutdown sort start subst systeminfo takeown tasklist
  taskkill time timeout title tree type ver verify vol xcopy waitfor wmic addusers admodcmd ansicon arp at bcdboot
  bitsadmin browstat certreq certutil change cidiag cipher cleanmgr clip cmdkey compress convertcp coreinfo csccmd
  csvde cscript curl debug defrag delprof deltree devcon diamond dirquota diruse diskshadow diskuse dism dnscmd
  dsacls dsadd dsget dsquery dsmod dsmove dsrm dsmgmt dsregcmd edlin eventcreate expand extract fdisk fltmc forfiles
  freedisk ftp getmac gpupdate hostname ifmember inuse ipconfig kill lgpo lodctr logman logoff logtime makecab
  mapisend mbsacli mem mountvol moveuser msg mshta msiexec msinfo32 mstsc nbtstat net net1 netdom netsh netstat
  nlsinfo nltest now nslookup ntbackup ntdsutil ntoskrnl ntrights nvspbind pathping perms ping portqry powercfg
  pngout pnputil printbrm prncnfg prnmngr procdump psexec psfile psgetsid psinfo pskill pslist psloggedon psloglist
  pspasswd psping psservice psshutdown pssuspend qbasic qgrep qprocess query quser qwinsta rasdial reg reg1 regdump
  regedt32 regsvr32 regini reset restore rundll32 rmtshare route rpcping run runas scandisk setspn setx sfc share
  shellrunas shortcut sigcheck sleep slmgr strings subinacl sysmon telnet tftp tlist touch tracerpt tracert tscon
  tsdiscon tskill tttracer typeperf tzutil undelete unformat verifier vmconnect vssadmin w32tm wbadmin wecutil
  wevtutil wget where whoami windiff winrm winrs wpeutil wpr wusa wuauclt wscript
`;

const WORDS = words(
  {
    kr: DEVICES,
    k: 'if else for in do goto call exit',
    ow: 'exist defined errorlevel cmdextversion not equ neq lss leq gtr geq',
    nb: COMMANDS,
    na: 'on off disable enableextensions enabledelayedexpansion',
  },
  'kd',
);

/** A word, with what looks like a file extension; the extension is an error, except after a builtin. */
function word(lexing: Lexing): void {
  const { token } = WORDS.of(lexing.match![1]!);
  if (token === 'nb') lexing.token('nb');
  else lexing.groups(token, 'err');
}

function quoted(quote: string, token: Token): Rule[] {
  return ['escape', [rx`${quote}`, token, 'pop'], 'expansions', [rx`[^\^${quote}%!]+`, token]];
}

export const lexer: LexerDefinition = {
  states: () => ({
    escape: [[/\^[\s\S]/, 'se']],
    expansions: [
      [/[%!]+[a-z_$@#]+[%!]+/i, 'nv'],
      [/%+~?[a-z]+\d?/i, 'vm'],
    ],
    'double-quotes': quoted('"', 's2'),
    'single-quotes': quoted("'", 's1'),
    backticks: quoted('`', 'sb'),
    root: [
      [/@?rem\b.*/i, 'c'],
      [/^::.*/, 'c'],
      [/:[a-z]+/i, 'nl'],
      [/([a-z]\w*)(\.exe|com|bat|cmd|msi)?/i, word],
      [/(?:[/+]|--?)[a-z]+\s*/i, 'na'],
      'expansions',
      [/[<>&|(){}[\]\-+=;,~?*]/, 'o'],
      [/\s+/, ''],
      [/0x[0-9a-f]+/i, 'mh'],
      [/[0-9]/, 'm'],
      [/"/, 's2', 'double-quotes'],
      [/'/, 's1', 'single-quotes'],
      [/`/, 'sb', 'backticks'],
      [/[^\s&|()[\]{}^=;!%+\-,"'`~?*]+/, ''],
      'escape',
    ],
  }),
};
