import { seededRandom } from '../../lib/seeded-random.mjs';

const styles = ['Sodium and indigo', 'Paper and salt', 'Wet slate', 'Tallow light', 'Copper fog', 'Chalk and tar', 'Glass noon', 'Moth wing'];
const characters = ['Moth-7', 'The Ferryman', 'Ada Quill', 'The bell keeper', 'Old Marrow', 'Ines', 'Saltwife', 'The pilot', 'Two brothers', 'Wren', 'Harbour cat', 'The surveyor'];
const concepts = [
  'The tide brings them back', 'First light on the quay', 'Crossing at high tide', 'Market under the bridge', 'Night crossing', 'The bell is heard before it is seen',
  'Lanterns let go', 'Rain on brass', 'An empty berth', 'The last ferry',
];
const words = [
  'Every lantern that was let go in the first verse returns in the last, in the reflection only.', 'The only daylight scene. Keep it under four seconds.',
  'All colour comes from the stalls; the bridge stays a shape.', 'Patient, literal, afraid of rain.', 'Nothing after it may be brighter.',
];
const notes = ['Ask whether the bell can be heard before it is seen.', 'Too blue at the edges.', 'The ferry needs a wake.', 'Compare with the second take.', 'Who lights the lamps?'];
const categories = ['visual', 'mood', 'technique', 'reference'];
const columns = ['idea', 'in_progress', 'review', 'approved', 'archived'];

/** What was decided in a project of many pictures: 8 styles, 12 characters, 10 concepts, 30 notes, and some cards put elsewhere. */
export function* boardDecisions({ creative, board }, { project_id, project_name, hashes, seed }) {
  const random = seededRandom(seed);
  const below = (end) => Math.floor(random() * end);
  const some = (count) => Array.from({ length: count }, () => hashes[below(hashes.length)]);
  const one = (list) => list[below(list.length)];
  yield creative.projectCreated({ project_id, project_name, project_type: 'Music video', description: 'A harbour town at night, told by those who keep its lamps.' });
  for (const [at, style_name] of styles.entries()) {
    const alternatives_considered = at % 2 === 0 ? [{ style_name: `${style_name}, colder`, reason: 'Faces are lost in it.', reference_assets: [] }] : [];
    yield creative.styleChosen({
      project_id, style_name, style_category: categories[at % 4], reason: one(words), alternatives_considered, reference_assets: some(3),
      style_parameters: { palette: ['#0d1a3a', '#2b3d6b', '#6d6a86', '#ffb45e', '#ffe3b0'] },
    });
  }
  for (const [at, character_name] of characters.entries()) {
    yield creative.characterDefined({
      project_id, character_id: `character-${at}`, character_name, character_type: ['protagonist', 'supporting', 'background'][at % 3],
      visual_description: { lantern: 'left hand', skin: 'brass' }, personality_traits: ['patient', 'literal'], backstory: one(words), reference_assets: some(2),
    });
  }
  for (const [at, concept_name] of concepts.entries()) {
    const concept = { project_id, concept_id: `concept-${at}`, concept_type: 'scene', concept_name, description: words[at % words.length], concept_assets: some(3) };
    yield board.conceptProposed(concept);
    if (at % 3 === 0) yield creative.conceptApproved({ ...concept, approval_notes: 'As it is.' });
  }
  for (let at = 0; at < 30; at += 1) yield board.noteWritten({ project_id, note_id: `note-${at}`, text: notes[at % notes.length] });
  for (let at = 0; at < 60; at += 1) {
    const column_id = columns[at % columns.length];
    const rank = `z${String(at).padStart(3, '0')}V`;
    yield board.cardPlaced({ project_id, card_kind: 'asset', card_id: hashes[at * 7 % hashes.length], column_id, rank });
  }
}
