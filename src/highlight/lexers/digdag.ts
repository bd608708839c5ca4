import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { list } from '../words.ts';
import { lexer as yaml, yamlStates } from './yaml.ts';

const OPERATORS = `
  call require loop for_each if fail echo td td_run td_ddl td_load td_for_each td_wait td_wait_table
  td_partial_delete td_table_export pg mail http s3_wait redshift redshift_load redshift_unload emr gcs_wait bq
  bq_ddl bq_extract bq_load sh py rb embulk
`;
const KEY = `(${list(OPERATORS)
  .map((name) => `${name}>`)
  .join('|')}|_do|_parallel)(:)(?=\\s|$)`;

export const lexer: LexerDefinition = {
  ...yaml,
  states: (rouge) => yamlStates(rouge.later, rx`${KEY}`),
};
