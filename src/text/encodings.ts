// The names of encodings that Ruby 3.1 knows (Encoding.name_list), except those that depend on the machine.

const NAMES: ReadonlySet<string> = new Set(
  `
  646 ansi_x3.4-1968 ascii ascii-8bit big5 big5-hkscs big5-hkscs:2008 big5-uao binary cesu-8 cp1250 cp1251
  cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp437 cp50220 cp50221 cp51932 cp65000 cp65001 cp720 cp737
  cp775 cp850 cp852 cp855 cp857 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874 cp878 cp932 cp936 cp949
  cp950 cp951 cswindows31j ebcdic-cp-us emacs-mule euc-cn euc-jis-2004 euc-jisx0213 euc-jp euc-jp-ms euc-kr
  euc-tw euccn eucjp eucjp-ms euckr euctw gb12345 gb18030 gb1988 gb2312 gbk ibm037 ibm437 ibm720 ibm737 ibm775
  ibm850 ibm852 ibm855 ibm857 ibm860 ibm861 ibm862 ibm863 ibm864 ibm865 ibm866 ibm869 iso-2022-jp iso-2022-jp-2
  iso-2022-jp-kddi iso-8859-1 iso-8859-10 iso-8859-11 iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16 iso-8859-2
  iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-9 iso2022-jp iso2022-jp2 iso8859-1
  iso8859-10 iso8859-11 iso8859-13 iso8859-14 iso8859-15 iso8859-16 iso8859-2 iso8859-3 iso8859-4 iso8859-5
  iso8859-6 iso8859-7 iso8859-8 iso8859-9 koi8-r koi8-u maccenteuro maccroatian maccyrillic macgreek maciceland
  macjapan macjapanese macroman macromania macthai macturkish macukraine pck shift_jis sjis sjis-docomo
  sjis-kddi sjis-softbank stateless-iso-2022-jp stateless-iso-2022-jp-kddi tis-620 ucs-2be ucs-4be ucs-4le
  us-ascii utf-16 utf-16be utf-16le utf-32 utf-32be utf-32le utf-7 utf-8 utf-8-hfs utf-8-mac utf8-docomo
  utf8-kddi utf8-mac utf8-softbank windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255
  windows-1256 windows-1257 windows-1258 windows-31j windows-874
`.match(/\S+/g),
);

const ASCII: readonly string[] = ['us-ascii', 'ascii', 'ansi_x3.4-1968', '646'];

/** The encoding that Ruby reads a file in. For an unknown name it warns and uses UTF-8. */
export const encodingOf = (name: string): string => (isEncoding(name) ? name : 'utf-8');

export const isEncoding = (name: string): boolean => NAMES.has(name.toLowerCase());

export const isAscii = (name: string): boolean => ASCII.includes(name.toLowerCase());
