import type { LexerDefinition, Lexing } from '../lexer.ts';
import { rx } from '../rx.ts';
import { list, wordsInAnyCase } from '../words.ts';

const OBJECTS = new Set(
  list(`
  roAppendFile roAppInfo roAppManager roArray roAssociativeArray roAudioGuide roAudioMetadata roAudioPlayer
  roAudioPlayerEvent roAudioResourceroBitmap roBoolean roBrightPackage roBrSub roButton roByteArray
  roCaptionRenderer roCaptionRendererEvent roCecInterface roCECStatusEvent roChannelStore roChannelStoreEvent
  roClockWidget roCodeRegistrationScreen roCodeRegistrationScreenEventroCompositor roControlDown roControlPort
  roControlUp roCreateFile roDatagramReceiver roDatagramSender roDataGramSocket roDateTime roDeviceInfo
  roDeviceInfoEvent roDoubleroEVPCipher roEVPDigest roFileSystem roFileSystemEvent roFloat roFont roFontMetrics
  roFontRegistry roFunction roGlobal roGpio roGridScreen roGridScreenEvent roHdmiHotPlugEventroHdmiStatus
  roHdmiStatusEvent roHMAC roHttpAgent roImageCanvas roImageCanvasEvent roImageMetadata roImagePlayer
  roImageWidgetroInput roInputEvent roInt roInvalid roIRRemote roKeyboard roKeyboardPress roKeyboardScreen
  roKeyboardScreenEventroList roListScreen roListScreenEvent roLocalization roLongInteger roMessageDialog
  roMessageDialogEvent roMessagePort roMicrophone roMicrophoneEvent roNetworkConfiguration roOneLineDialog
  roOneLineDialogEventroParagraphScreen roParagraphScreenEvent roPath roPinEntryDialog roPinEntryDialogEvent
  roPinentryScreen roPosterScreen roPosterScreenEventroProgramGuide roQuadravoxButton roReadFile
  roRectangleroRegexroRegion roRegistry roRegistrySection roResourceManager roRSA roRssArticle roRssParser roScreen
  roSearchHistory roSearchScreen roSearchScreenEvent roSerialPort roSGNode roSGNodeEvent roSGScreenroSGScreenEvent
  roSlideShowroSlideShowEvent roSNS5 roSocketAddress roSocketEvent roSpringboardScreen
  roSpringboardScreenEventroSprite roStorageInfo roStreamSocket roStringroSystemLogroSystemLogEvent roSystemTime
  roTextFieldroTextScreen roTextScreenEvent roTextToSpeech roTextToSpeechEvent roTextureManager roTextureRequest
  roTextureRequestEventroTextWidget roTimer roTimespan roTouchScreen roTunerroTunerEvent roUniversalControlEvent
  roUrlEvent roUrlTransfer roVideoEvent roVideoInput roVideoMode roVideoPlayer roVideoPlayerEvent roVideoScreen
  roVideoScreenEventroWriteFile roXMLElement roXMLList
`),
);
const NAMES = wordsInAnyCase(
  {
    kr: `
  BOX CREATEOBJECT DIM EACH ELSE ELSEIF END ENDFUNCTION ENDIF ENDSUB ENDWHILE EVAL EXIT EXITWHILE FALSE FOR FUNCTION
  GETGLOBALAA GETLASTRUNCOMPILEERROR GETLASTRUNRUNTIMEERROR GOTO IF IN INVALID LET LINE_NUM M NEXT OBJFUN POS PRINT
  REM RETURN RUN STEP STOP SUB TAB TO TRUE TYPE WHILE CLASS CONST IMPORT LIBRARY NAMESPACE PRIVATE PROTECTED PUBLIC
`,
    kt: `
  BOOLEAN DIM DOUBLE DYNAMIC FLOAT FUNCTION INTEGER INTERFACE INVALID LONGINTEGER OBJECT STRING VOID
`,
    nb: `
  ABS ASC ATN CDBL CHR CINT CONTROL COPYFILE COS CREATEDIRECTORY CSNG DELETEDIRECTORY DELETEFILE EXP
  FINDMEMBERFUNCTION FINDNODE FIX FORMATDRIVEFORMATJSON GETINTERFACE INSTR INT LCASE LEFT LEN LISTDIR LOG MATCHFILES
  MID MOVEFILE OBSERVEFIELD PARSEJSON PARSEXML READASCIIFILE REBOOTSYSTEM RIGHT RND RUNGARBAGECOLLECTOR SGN SIN
  SLEEP SQR STR STRI STRING STRINGI STRTOI SUBSTITUTE TANTEXTTOP TEXT TRUCASE UPTIME VALVISIBLE VISIBLE WAIT
`,
    ow: 'AND AS MOD NOT OR THEN',
  },
  'n',
);
const NAME = '[$a-zA-Z_][a-zA-Z0-9_]*';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, 'w'],
      [/'.*/, 'c1'],
      [/REM.*/i, 'c1'],
      [/[~!%^&*+=|?:<>/-]/, 'o'],
      [/\d*\.\d+(?:e-?\d+)?/i, 'mf'],
      [/\d+[lu]*/i, 'mi'],
      [/".*?"/, 's2'],
      [rx`${NAME}(?=\s*[(])`, 'nf'],
      [/[()[\],.;{}]/, 'p'],
      [rx`${NAME}`, (lexing: Lexing) => lexing.token(OBJECTS.has(lexing.text) ? 'kr' : NAMES.of(lexing.text).token)],
    ],
  }),
};
