import {
  createBaseProcedure,
  deleteBaseProcedure,
  getBaseProcedure,
  listBasesProcedure,
  listDeletedBasesProcedure,
  restoreBaseProcedure,
  setFourEyes,
  updateBaseProcedure,
} from "./bases.ts";
import { caseProcedures } from "./cases.ts";
import {
  createCategoryProcedure,
  deleteCategoryProcedure,
  listCategoriesProcedure,
  updateCategoryProcedure,
} from "./categories.ts";
import { checkEntryProcedure, trySentenceProcedure } from "./checks.ts";
import { documentProcedures } from "./documents.ts";
import {
  changeEntriesProcedure,
  createEntryProcedure,
  getEntryProcedure,
  listEntriesProcedure,
  listTagsProcedure,
  updateEntryProcedure,
} from "./entries.ts";
import { graphProcedures } from "./graph.ts";
import { compareRevisionsProcedure, listHistory, restoreRevisionProcedure } from "./history.ts";
import { learningProcedures } from "./learning.ts";
import { glossaryProcedures, healthProcedures } from "./quality/health.ts";
import { labelProcedures } from "./quality/labels.ts";
import { taskProcedures } from "./quality/tasks.ts";
import {
  compareReleasesProcedure,
  deleteTestProcedure,
  getReleaseProgress,
  listReleasesProcedure,
  listTestsProcedure,
  releaseProcedure,
  rollBackBaseProcedure,
} from "./releases.ts";
import { approve, changeStatesProcedure } from "./states.ts";
import { deleteSynonymProcedure, listSynonymsProcedure, saveSynonymProcedure } from "./synonyms.ts";
import { vectorProcedures } from "./vectors.ts";

/** Everything of the console about knowledge, as `knowledge.*`. */
export const knowledgeProcedures = {
  bases: listBasesProcedure,
  base: getBaseProcedure,
  createBase: createBaseProcedure,
  updateBase: updateBaseProcedure,
  setFourEyes,
  deleteBase: deleteBaseProcedure,
  deletedBases: listDeletedBasesProcedure,
  restoreBase: restoreBaseProcedure,
  entries: listEntriesProcedure,
  tags: listTagsProcedure,
  entry: getEntryProcedure,
  createEntry: createEntryProcedure,
  updateEntry: updateEntryProcedure,
  changeEntries: changeEntriesProcedure,
  changeStates: changeStatesProcedure,
  approve,
  document: documentProcedures,
  case: caseProcedures,
  vectors: vectorProcedures,
  label: labelProcedures,
  graph: graphProcedures,
  health: healthProcedures,
  glossary: glossaryProcedures,
  task: taskProcedures,
  learning: learningProcedures,
  tests: listTestsProcedure,
  deleteTest: deleteTestProcedure,
  history: listHistory,
  compareRevisions: compareRevisionsProcedure,
  restoreRevision: restoreRevisionProcedure,
  checkEntry: checkEntryProcedure,
  trySentence: trySentenceProcedure,
  releases: listReleasesProcedure,
  compareReleases: compareReleasesProcedure,
  releaseProgress: getReleaseProgress,
  release: releaseProcedure,
  rollBack: rollBackBaseProcedure,
  categories: listCategoriesProcedure,
  createCategory: createCategoryProcedure,
  updateCategory: updateCategoryProcedure,
  deleteCategory: deleteCategoryProcedure,
  synonyms: listSynonymsProcedure,
  saveSynonym: saveSynonymProcedure,
  deleteSynonym: deleteSynonymProcedure,
};
