import type { LexerDefinition } from '../lexer.ts';
import { words } from '../words.ts';

const KEYWORDS = `
  as assert existing extends extension false for from func if import in metadata module none null output param
  provider resource targetScope test true type using var void with
`;
const FUNCTIONS = `
  array base64 base64ToJson base64ToString bool cidrHost cidrSubnet concat contains dataUri dataUriToString
  dateTimeAdd dateTimeFromEpoch dateTimeToEpoch deployer deployment empty endsWith environment extensionResourceId
  fail filter first flatten format getSecret groupBy guid indexOf int intersection items join json last lastIndexOf
  length list* listAccountSas listKeys listSecrets loadFileAsBase64 loadJsonContent loadTextContent loadYamlContent
  managementGroup managementGroupResourceId map mapValue max min newGuid objectKeys padLeft parseCidr pickZones
  range readEnvironmentVariable reduce reference replace resourceGroup resourceId shallowMerge skip sort split
  startsWith string subscription subscriptionResourceId substring take tenant tenantResourceId toLogicalZone toLower
  toObject toPhysicalZone toUpper trim union uniqueString uri uriComponent uriComponentToString utcNow
`;

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\/\/[^\n\r]+/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm'],
      [/'/, 's1', 'string'],
      [/\d+\b/, 'm'],
      [/\w+\b/, words({ k: KEYWORDS, kt: 'array bool int object string', nf: FUNCTIONS }, 'n')],
      [/[+\-*/%<>]|==|!=|=~|!~|&&|\|\||!|\?\?|\.\.\.|\.\?/, 'o'],
      [/\{/, 'pi', 'block'],
      [/[(){}[\],:;=.]/, 'p'],
      [/[a-zA-Z_]\w*/, 'n'],
      [/@[a-zA-Z_]\w*/, 'nd'],
      [/\s+/, ''],
    ],
    string: [
      [/[^'$}]+/, 's1'],
      [/\$(?!\{)/, 's1'],
      [/\$\{/, 'si', 'interpolation'],
      [/'/, 's1', 'pop'],
    ],
    interpolation: [[/\}/, 'si', 'pop'], 'root'],
    block: [[/[a-zA-Z_]\w*\b(?=\s*:)/, 'py'], [/\}/, 'pi', 'pop'], 'root'],
  }),
};
