import { toolName } from '@shared/library/provenance';
import { starsInWords } from '@shared/story/words';
import { Button } from '../../parts/button';
import { Token } from '../../parts/token';
import { setLibrary, useView } from '../../store/use-view';
import styles from './filter-tokens.module.css';

/** The filters that are on, each with the way to take it off. */
export function FilterTokens() {
  const { text, project, stars, tools } = useView((state) => state.library);
  if (text === '' && project === null && stars.length === 0 && tools.length === 0) return null;
  return (
    <div className={styles.row}>
      {project !== null && <Token name="Project" value={project} removeLabel="Show all projects" onRemove={() => setLibrary({ project: null })} />}
      {text !== '' && <Token name="Text" value={`“${text}”`} removeLabel="Remove the text filter" onRemove={() => setLibrary({ text: '' })} />}
      {stars.length > 0 && (
        <Token
          name="Stars"
          value={stars.map((count) => (count === 0 ? 'not rated' : starsInWords(count))).join(', ')}
          removeLabel="Remove the star filter"
          onRemove={() => setLibrary({ stars: [] })}
        />
      )}
      {tools.length > 0 && (
        <Token name="Tool" value={tools.map(toolName).join(', ')} removeLabel="Remove the tool filter" onRemove={() => setLibrary({ tools: [] })} />
      )}
      <Button kind="quiet" onPress={() => setLibrary({ text: '', project: null, stars: [], tools: [] })}>
        Clear all
      </Button>
    </div>
  );
}
