/**
 * Bundles the workflows ahead of the worker's start, into the folder that WORKFLOW_BUNDLES names: an image is
 * built with it, so that none of its workers has to.
 */
import { workflowBundle } from '../workflow-bundle.ts'
import { inheritedEnvironment } from './embedded/environment.ts'

const folder = inheritedEnvironment()['WORKFLOW_BUNDLES']
if (!folder) throw new Error('WORKFLOW_BUNDLES is missing.')
const code = await workflowBundle({ folder })
process.stdout.write(`${code.length} bytes of workflows\n`)
