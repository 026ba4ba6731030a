// The words of the pathway page.
import { texts } from '../../text/language.tsx'

export const words = texts(
  {
    title: 'Zorgpad',
    lead: (version: string, status: string) => `Versie ${version}, ${status}. Getekend uit de stappen zelf.`,
    draft: 'concept: nog niet vrijgegeven',
    released: 'vrijgegeven',
    views: 'Wat u van het zorgpad ziet',
    drawing: 'Tekening',
    list: 'Lijst',
    rules: 'Regels',
    settings: 'Instellingen',
    case: 'Het pad van een oudere',
    assignment: 'Eén opdracht aan een aanbieder',
    ofPractice: 'Aantallen van uw praktijk, nu.',
    ofRegion: 'Aantallen van de regio, nu. Zonder namen.',
    held: (count: number) =>
      count === 1
        ? 'Bij 1 persoon kijkt eerst de huisarts. Die telt bij geen stap mee.'
        : `Bij ${count} mensen kijkt eerst de huisarts. Zij tellen bij geen stap mee.`,
    drawingOf: (title: string) => `Tekening: ${title}. De tab Lijst zegt hetzelfde in woorden.`,
    endMark: 'Vierkantje: van hier kan het ook eindigen.',
    back: 'Streepjeslijn: terug naar een eerdere stap.',
    sideways: 'Schuif opzij voor de rest; de tab Lijst zegt hetzelfde in woorden.',
    step: 'Stap',
    owner: 'Wie aan zet is',
    count: 'Nu',
    next: 'Wat daarna kan',
    ends: 'Eindpunt',
    table: 'Tabel',
    choose: 'Kies een tabel',
    rows: (rows: number, unverified: number) =>
      unverified === 0
        ? `${rows} regels, alle nagegaan.`
        : `${rows} regels, waarvan ${unverified} nog niet nagegaan bij de bron.`,
    id: 'Regel',
    sourceStatus: 'Bron en status',
    statuses: {
      read: 'gelezen in de bron',
      secondary: 'uit tweede hand',
      memory: 'uit het hoofd',
      'local default': 'eigen keuze',
    },
    settingsLead: 'Wat deze regio zelf mag kiezen, en binnen welke grenzen. Een wijziging geeft een nieuwe versie.',
    alone: 'Uw praktijk heeft nog niemand op het pad. Voeg iemand toe bij Personen.',
  },
  {
    title: 'Pathway',
    lead: (version: string, status: string) => `Version ${version}, ${status}. Drawn from the steps themselves.`,
    draft: 'draft: not released yet',
    released: 'released',
    views: 'What you see of the pathway',
    drawing: 'Drawing',
    list: 'List',
    rules: 'Rules',
    settings: 'Settings',
    case: 'The path of an older adult',
    assignment: 'One assignment to a provider',
    ofPractice: 'How many people of your practice are where now.',
    ofRegion: 'How many people of the region are where now, without names.',
    held: (count: number) =>
      count === 1
        ? 'One person is waiting for the GP and is not counted at any step.'
        : `${count} people are waiting for the GP and are not counted at any step.`,
    drawingOf: (title: string) => `Drawing: ${title}. The tab List says the same in words.`,
    endMark: 'Small square: it can also end from here.',
    back: 'Dashed line: back to an earlier step.',
    sideways: 'Scroll sideways for the rest; the tab List says the same in words.',
    step: 'Step',
    owner: 'Whose move it is',
    count: 'Now',
    next: 'What can come next',
    ends: 'End',
    table: 'Table',
    choose: 'Choose a table',
    rows: (rows: number, unverified: number) =>
      unverified === 0 ? `${rows} rows, all verified.` : `${rows} rows, ${unverified} of them not verified at the source yet.`,
    id: 'Row',
    sourceStatus: 'Source and status',
    statuses: { read: 'read in the source', secondary: 'second hand', memory: 'from memory', 'local default': 'own choice' },
    settingsLead: 'What this region may choose for itself, and within which bounds. Every change makes a new version.',
    alone: 'Your practice has nobody on the path yet. Add somebody under People.',
  },
)
