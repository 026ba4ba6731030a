// The fields of an offer in their four groups.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SupplyDesk } from '../../../contract/supply-desk.ts'
import { accessFeatures, offerForms, payerCodes, weekdays } from '../../../domain/supply.ts'
import { accessWords, formWords, payerWords, weekdayWords } from '../../../domain/supply-words.ts'
import type { Words } from '../../../domain/words.ts'
import { regionQuery } from '../../api/queries.ts'
import { contactsQuery, locationsQuery, organisationsQuery } from '../../api/supply-queries.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Field } from '../../ui/field.tsx'
import { Part } from '../../ui/page.tsx'
import { AddContact } from '../who/add-contact.tsx'
import { words as contactWords } from '../who/contact-words.ts'
import { AddLocation } from './add-location.tsx'
import { words as locationWords } from './location-words.ts'
import { type Choice, type FormParts, More, type NamedField, Names, Select, Text, Tick, Ticks } from './offer-controls.tsx'
import { words } from './offer-words.ts'

export function OfferFields({
  parts,
  desk,
  isNew,
}: {
  readonly parts: FormParts
  readonly desk: SupplyDesk
  readonly isNew: boolean
}) {
  const t = useTexts(words)
  const contact = useTexts(contactWords)
  const place = useTexts(locationWords)
  const [adding, setAdding] = useState<NamedField | null>(null)
  const wanted = desk.wanted.map(({ code, words: said }) => ({ value: code, words: said }))
  /** Null: of every provider. */
  const ownOnly = desk.edits === 'everything' ? null : desk.organisationId
  const { language } = useLanguage()
  const { typed } = parts
  const organisations = useQuery(organisationsQuery(language))
  const region = useQuery(regionQuery)
  const contacts = useQuery(contactsQuery({}, language))
  const locations = useQuery(locationsQuery(typed.organisationId, language))
  const municipalities = (region.data?.municipalities ?? []).map(({ code, name }) => ({ value: code, words: name }))
  const providers = (organisations.data ?? []).filter(
    ({ organisationId, organisation }) =>
      organisationId === typed.organisationId ||
      (organisation.kind === 'provider' && (ownOnly ?? organisationId) === organisationId),
  )
  const coalitions = (organisations.data ?? []).filter(({ organisation }) => organisation.kind === 'coalition')
  const people = (contacts.data ?? []).map(({ accountId, contact, roleWords }) => ({
    at: contact.organisationId,
    value: accountId,
    words: `${contact.name}, ${roleWords}`,
  }))
  const own = people.filter(({ at }) => at === typed.organisationId)
  const ofCoalition = people.filter(({ at }) => coalitions.some(({ organisationId }) => organisationId === at))
  const withCoalition = [
    { title: t.colleagues, options: own },
    { title: t.coalition, options: ofCoalition.filter((one) => !own.includes(one)) },
  ]
  const said = (table: { readonly [code: string]: Words }, codes: readonly string[]): Choice[] =>
    codes.map((code) => ({ value: code, words: table[code]![language] }))
  return (
    <>
      <Part id="group-what" title={t.what}>
        <div className="fields">
          {isNew ? (
            <Names
              parts={parts}
              field="organisationId"
              label={t.organisation}
              groups={[
                {
                  options: providers
                    .map(({ organisationId, organisation }) => ({ value: organisationId, words: organisation.name }))
                    .sort((a, b) => a.words.localeCompare(b.words, 'nl')),
                },
              ]}
            />
          ) : null}
          <Select parts={parts} field="code" label={t.code} options={wanted} />
          <Text parts={parts} field="name" label={t.name} />
          <Field label={t.description} hint={t.descriptionHint} optional>
            {({ id, describedBy }) => (
              <textarea className="area" id={id} aria-describedby={describedBy} {...parts.register('description')} />
            )}
          </Field>
          <Select parts={parts} field="form" label={t.form} options={said(formWords, offerForms)} chosen />
          <Select
            parts={parts}
            field="domain"
            label={t.domain}
            options={Object.entries(t.domains).map(([value, name]) => ({ value, words: name }))}
            chosen
          />
        </div>
      </Part>
      <Part id="group-where" title={t.where}>
        <div className="fields">
          <Select parts={parts} field="municipality" label={t.municipality} options={municipalities} />
          <Ticks parts={parts} field="municipalities" label={t.areas} hint={t.areasHint} options={municipalities} />
          <Text parts={parts} field="moreAreas" label={t.moreAreas} hint={t.moreAreasHint} optional />
          <Names
            parts={parts}
            field="locationId"
            label={t.location}
            optional
            empty={t.noLocation}
            groups={[
              {
                options: (locations.data ?? []).map(({ locationId, location }) => ({
                  value: locationId,
                  words: `${location.name}, ${location.street} ${location.houseNumber}, ${location.city}`,
                })),
              },
            ]}
          />
          {typed.organisationId === '' ? null : adding === 'locationId' ? (
            <AddLocation
              organisationId={typed.organisationId}
              municipality={typed.municipality}
              municipalities={municipalities}
              onStop={() => setAdding(null)}
              onDone={(locationId) => {
                parts.put('locationId', locationId)
                setAdding(null)
              }}
            />
          ) : (
            <More words={place.open} onPress={() => setAdding('locationId')} />
          )}
          <Ticks parts={parts} field="days" label={t.days} options={said(weekdayWords, weekdays)} optional />
          <div className="row-fields">
            <Text parts={parts} field="time" label={t.time} hint={t.timeHint} width="w5" optional />
            <Text parts={parts} field="waitWeeks" label={t.waitWeeks} hint={t.waitHint} width="w3" optional />
          </div>
          <div className="row-fields">
            <Text parts={parts} field="validFrom" label={t.validFrom} hint={t.dayHint} width="w8" />
            <Text parts={parts} field="validUntil" label={t.validUntil} hint={t.dayHint} width="w8" optional />
          </div>
        </div>
      </Part>
      <Part id="group-whom" title={t.forWhom}>
        <div className="fields">
          <div className="row-fields">
            <Text parts={parts} field="minimumAge" label={t.minimumAge} width="w3" optional />
            <Text parts={parts} field="maximumAge" label={t.maximumAge} width="w3" optional />
          </div>
          <Ticks
            parts={parts}
            field="levels"
            label={t.levels}
            optional
            options={Object.entries(t.level).map(([value, name]) => ({ value, words: name }))}
          />
          <Tick parts={parts} field="walksAlone" label={t.walksAlone} />
          <Select
            parts={parts}
            field="sex"
            label={t.sex}
            optional
            chosen
            options={Object.entries(t.sexes).map(([value, name]) => ({ value, words: name }))}
          />
          <Text parts={parts} field="languages" label={t.languages} hint={t.languagesHint} width="w12" />
          <Text parts={parts} field="note" label={t.note} optional />
        </div>
      </Part>
      <Part id="group-practical" title={t.practical}>
        <div className="fields">
          <Names parts={parts} field="contactId" label={t.contact} groups={[{ options: own }]} />
          <Names parts={parts} field="deputyId" label={t.deputy} groups={withCoalition} />
          <Names parts={parts} field="ownerId" label={t.owner} groups={withCoalition} />
          {typed.organisationId === '' ? null : adding === 'contactId' ? (
            <AddContact
              desk={desk}
              organisationId={typed.organisationId}
              onStop={() => setAdding(null)}
              onDone={({ accountId }) => {
                // Whoever is added while one place is still open is meant for it.
                const open = (['contactId', 'deputyId', 'ownerId'] as const).find((field) => typed[field] === '')
                if (open !== undefined) parts.put(open, accountId)
                setAdding(null)
              }}
            />
          ) : (
            <More words={contact.open} onPress={() => setAdding('contactId')} />
          )}
          <div className="row-fields">
            <Text parts={parts} field="cost" label={t.cost} width="w5" />
            <Select
              parts={parts}
              field="per"
              label={t.per}
              chosen
              options={Object.entries(t.pers).map(([value, name]) => ({ value, words: name }))}
            />
          </div>
          <Select
            parts={parts}
            field="payer"
            label={t.funding}
            empty={t.noPayer}
            optional
            options={said(payerWords, payerCodes)}
          />
          {typed.payer === '' ? null : (
            <>
              <div className="row-fields">
                <Text parts={parts} field="fundingFrom" label={t.fundingFrom} hint={t.dayHint} width="w8" />
                <Text parts={parts} field="fundingUntil" label={t.fundingUntil} hint={t.dayHint} width="w8" optional />
              </div>
              <Tick parts={parts} field="deductible" label={t.deductible} />
            </>
          )}
          <div className="row-fields">
            <Text parts={parts} field="certificate" label={t.certificate} width="w12" optional />
            <Text parts={parts} field="certificateUntil" label={t.certificateUntil} hint={t.dayHint} width="w8" optional />
          </div>
          <Ticks parts={parts} field="access" label={t.access} optional options={said(accessWords, accessFeatures)} />
          <Text parts={parts} field="website" label={t.website} optional />
        </div>
      </Part>
    </>
  )
}
