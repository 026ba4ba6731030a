// Reads one list in a thread of its own, so that a heavy file keeps nobody waiting and cannot take the memory of the server.
import { parentPort, workerData } from 'node:worker_threads'
import { type FileAsked, readListFile } from '../supply/list-file.ts'

parentPort?.postMessage(await readListFile(workerData as FileAsked))
