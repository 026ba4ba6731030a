// The pathway itself: versions, tables, machines as drawings, and an assessment that stores nothing.
import { createHash } from 'node:crypto'
import * as contract from '../../contract/pathways.ts'
import { diagramOf } from '../../domain/diagram.ts'
import { asMermaid } from '../../domain/diagram-text.ts'
import { factParser } from '../../domain/facts.ts'
import { machineMetaOf } from '../../domain/machine-definition.ts'
import type { Pathway } from '../../domain/pathway.ts'
import { pathwayData } from '../../domain/pathway-data.ts'
import { tablesOf } from '../../domain/pathway-tables.ts'
import { isVerified } from '../../domain/provenance.ts'
import type { Language } from '../../domain/words.ts'
import type { Engine } from '../../engine/engine.ts'
import { assessorOf } from '../../readmodels/case-explanation.ts'
import { namesTag } from '../preconditions.ts'
import { faulty, notThere } from '../problems.ts'
import type { Serve } from '../serve.ts'

export function pathwayRoutesOn(serve: Serve, { pathways, newest }: Engine): void {
  const headOf = (pathway: Pathway, language: Language): contract.PathwayHead => {
    const version = `${pathway.id}@${pathway.version}`
    return {
      version,
      title: pathway.title[language],
      status: pathway.status,
      newest: pathway === newest,
      href: `/v1/pathways/${version}`,
    }
  }

  serve(contract.listPathways, async ({ language }) => ({
    body: { items: [...pathways.values()].map((pathway) => headOf(pathway, language)) },
  }))

  serve(contract.getPathway, async ({ params, query, language: asked }) => {
    const language = query.language ?? asked
    const pathway = pathways.get(params.version)
    if (pathway === undefined) return { trouble: notThere }
    const head = headOf(pathway, language)
    const overview: contract.PathwayOverview = {
      ...head,
      tables: tablesOf(pathway, language).map(({ name, title, rows }) => ({
        name,
        title,
        rows: rows.length,
        unverified: rows.filter((row) => !isVerified(row)).length,
        href: `${head.href}/tables/${name}`,
      })),
      machines: (['case', 'assignment'] as const).map((name) => ({
        name,
        title: machineMetaOf(pathway.machines[name]).words[language],
        href: `${head.href}/machines/${name}`,
      })),
    }
    return { body: overview, headers: { 'content-language': language } }
  })

  const texts = new Map<string, { readonly text: string; readonly tag: string }>()
  serve(contract.getPathwayData, async ({ params, ifNoneMatch }) => {
    const pathway = pathways.get(params.version)
    if (pathway === undefined) return { trouble: notThere }
    let known = texts.get(params.version)
    if (known === undefined) {
      const { machines: _, ...data } = pathwayData(pathway)
      const text = JSON.stringify(data)
      known = { text, tag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` }
      texts.set(params.version, known)
    }
    const headers = { etag: known.tag }
    return namesTag(ifNoneMatch, known.tag) ? { body: '', status: 304, headers } : { body: known.text, headers }
  })

  serve(contract.getTable, async ({ params, query, language: asked }) => {
    const language = query.language ?? asked
    const pathway = pathways.get(params.version)
    const table = pathway === undefined ? undefined : tablesOf(pathway, language).find(({ name }) => name === params.name)
    return table === undefined ? { trouble: notThere } : { body: table, headers: { 'content-language': language } }
  })

  serve(contract.getMachine, async ({ params, query, language: asked, accept }) => {
    const language = query.language ?? asked
    const pathway = pathways.get(params.version)
    if (pathway === undefined) return { trouble: notThere }
    const diagram = diagramOf(pathway.machines[params.name], language)
    const headers = { 'content-language': language }
    const mermaid = query.format === 'mermaid' || (query.format === undefined && accept.includes('text/vnd.mermaid'))
    return mermaid
      ? { body: asMermaid(diagram), headers, mediaType: 'text/vnd.mermaid; charset=utf-8' }
      : { body: diagram, headers }
  })

  const parseFacts = factParser(newest.rules.facts, newest.rules.byDefinition)
  serve(contract.assess, async ({ body }) => {
    const facts = parseFacts(body)
    if (!facts.ok) return { trouble: faulty(facts.faults.map((fault) => ({ ...fault, in: 'body' }))) }
    return { body: assessorOf(newest).assess(facts.value) }
  })
}
