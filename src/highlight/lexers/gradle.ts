import type { LexerDefinition } from '../lexer.ts';
import { groovyStates, groovyWords } from './groovy-states.ts';

const KEYWORDS = `
  allprojects artifacts buildscript configuration dependencies repositories sourceSets subprojects publishing
`;
const TYPES = `
  Project Task Gradle Settings Script JavaToolChain SourceSet SourceSetOutput IncrementalTaskInputs Configuration
  ResolutionStrategy ArtifactResolutionQuery ComponentSelection ComponentSelectionRules ConventionProperty
  ExtensionAware ExtraPropertiesExtension PublishingExtension IvyPublication IvyArtifact IvyArtifactSet
  IvyModuleDescriptorSpec MavenPublication MavenArtifact MavenArtifactSet MavenPom PluginDependenciesSpec
  PluginDependencySpec ResourceHandler TextResourceFactory
`;

export const lexer: LexerDefinition = {
  states: (rouge) => {
    const groovy = groovyWords(rouge);
    const keywords = `${groovy.keywords} ${KEYWORDS}`;
    return groovyStates(rouge, { ...groovy, keywords, types: `${groovy.types} ${TYPES}` });
  },
};
