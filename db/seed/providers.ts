// The invented providers of the region: who they are, where they receive people, and whom to ask. None of these exists.
import { municipalities, type SeedAccount, type SeedOrganisation } from './region.ts'

export type SeedLocation = {
  readonly id: string
  readonly organisation: string
  readonly municipality: string
  readonly postcode: string
  readonly name: string
  readonly street: string
  readonly houseNumber: string
  readonly city: string
  readonly access: readonly string[]
}

type Somebody = readonly [id: string, role: string, name: string, askMe: string, more?: Partial<SeedAccount>]
type Place = readonly [name: string, address: string, postcode: string, access: readonly string[]]

type Provider = {
  readonly id: string
  readonly municipality: string
  readonly city: string
  readonly name: string
  /** The contact, the deputy, and whoever else works there; the second one is its coordinator too. */
  readonly people: readonly [contact: Somebody, deputy: Somebody, ...others: Somebody[]]
  readonly places: readonly Place[]
}

const easy = ['stepFree', 'adaptedToilet', 'publicTransport']
const byCar = ['stepFree', 'parking']
const byMail = { login: false }

const all: readonly Provider[] = [
  {
    id: 'physio-springveer',
    municipality: 'GM0362',
    city: 'Amstelveen',
    name: 'Fysiotherapie Springveer (verzonnen)',
    people: [
      ['physio-springveer', 'physiotherapist', 'Vera Veer', 'Otago, thuis en in de groep', { days: ['mo', 'tu', 'th'] }],
      ['physio2-springveer', 'physiotherapist', 'Sjoerd Sprong', 'Plaats en planning; vervangt Vera', { days: ['we', 'fr'] }],
    ],
    places: [['Oefenzaal Springveer', 'Verzinselpad 8', '1181XA', [...easy, 'lift']]],
  },
  {
    id: 'physio-stapsteen',
    municipality: 'GM0451',
    city: 'Uithoorn',
    name: 'Fysiotherapie Stapsteen (verzonnen)',
    people: [
      ['physio-stapsteen', 'physiotherapist', 'Stan Stap', 'Otago thuis, loophulpmiddelen'],
      ['physio2-stapsteen', 'physiotherapist', 'Tine Steen', 'Planning; vervangt Stan'],
    ],
    places: [['Praktijk Stapsteen', 'Droomkade 21', '1421XB', byCar]],
  },
  {
    id: 'physio-langeadem',
    municipality: 'GM0358',
    city: 'Aalsmeer',
    name: 'Fysiotherapie De Lange Adem (verzonnen)',
    people: [
      ['physio-langeadem', 'physiotherapist', 'Ada Adem', 'Otago thuis in Aalsmeer en Kudelstaart'],
      ['physio2-langeadem', 'physiotherapist', 'Luc Lang', 'Planning; vervangt Ada', { silentForWeeks: 9 }],
    ],
    places: [['Praktijk De Lange Adem', 'Maanplein 3', '1431XC', byCar]],
  },
  {
    id: 'therapy-evenwicht',
    municipality: 'GM0384',
    city: 'Diemen',
    name: 'Oefentherapie Het Wankele Evenwicht (verzonnen)',
    people: [
      ['exercise-evenwicht', 'exerciseTherapist', 'Ella Evenwicht', 'Otago in de groep op dinsdag en vrijdag'],
      ['exercise2-evenwicht', 'exerciseTherapist', 'Wim Wankel', 'Huisbezoeken; vervangt Ella'],
    ],
    places: [['Gymzaal Het Wankele Evenwicht', 'Sprookjeslaan 40', '1112XD', easy]],
  },
  {
    id: 'therapy-zevensprong',
    municipality: 'GM0437',
    city: 'Ouderkerk aan de Amstel',
    name: 'Oefentherapie Zevensprong (verzonnen)',
    people: [
      ['exercise-zevensprong', 'exerciseTherapist', 'Zeno Zeven', 'Otago thuis in Ouder-Amstel'],
      ['exercise2-zevensprong', 'exerciseTherapist', 'Saskia Sprong', 'Administratie; vervangt Zeno'],
    ],
    places: [['Praktijk Zevensprong', 'Ooitgracht 7', '1191XE', byCar]],
  },
  {
    id: 'therapy-handvat',
    municipality: 'GM0362',
    city: 'Amstelveen',
    name: 'Ergotherapie Handvat (verzonnen)',
    people: [
      ['occupational-handvat', 'occupationalTherapist', 'Hans Handvat', 'Huisbezoek en hulpmiddelen'],
      ['occupational2-handvat', 'occupationalTherapist', 'Gerda Greep', 'Aanvragen Wmo; vervangt Hans'],
    ],
    places: [],
  },
  {
    id: 'therapy-thuiszin',
    municipality: 'GM0451',
    city: 'Uithoorn',
    name: 'Ergotherapie Thuiszin (verzonnen)',
    people: [
      ['occupational-thuiszin', 'occupationalTherapist', 'Thea Thuis', 'Huisbezoek in Uithoorn en Aalsmeer'],
      ['occupational2-thuiszin', 'occupationalTherapist', 'Zino Zin', 'Vervangt Thea'],
    ],
    places: [],
  },
  {
    id: 'homecare-zonnestraal',
    municipality: 'GM0362',
    city: 'Amstelveen',
    name: 'Thuiszorg Zonnestraaltje (verzonnen)',
    people: [
      ['district-zonnestraal', 'districtNurse', 'Zonne Straal', 'Zicht op Evenwicht thuis; zorg aan huis'],
      ['district2-zonnestraal', 'districtNurse', 'Stijn Straaltje', 'Planning; vervangt Zonne'],
      ['specialist-zonnestraal', 'geriatricSpecialist', 'Saar Ster', 'Overleg over wie heel kwetsbaar is'],
    ],
    places: [],
  },
  {
    id: 'care-regenboog',
    municipality: 'GM0362',
    city: 'Amstelveen',
    name: 'Zorg bij de Regenboog (verzonnen)',
    people: [
      ['care-regenboog', 'careProvider', 'Rein Boog', 'Diëtist, oogmeting en medicijnen onder één dak'],
      ['care2-regenboog', 'careProvider', 'Roos Regen', 'Afspraken; vervangt Rein'],
    ],
    places: [['Gezondheidscentrum De Regenboog', 'Luchtkasteelweg 100', '1186XF', [...easy, 'lift', 'parking']]],
  },
  {
    id: 'pharmacy-poederdoos',
    municipality: 'GM0362',
    city: 'Amstelveen',
    name: 'Apotheek De Poederdoos (verzonnen)',
    people: [
      ['pharmacist-poederdoos', 'careProvider', 'Pien Poeder', 'Medicatiebeoordeling, samen met de huisarts'],
      ['pharmacist2-poederdoos', 'careProvider', 'Douwe Doos', 'Vervangt Pien'],
    ],
    places: [['Apotheek De Poederdoos', 'Wolkendijk 15', '1183XG', byCar]],
  },
  {
    id: 'optics-helderblik',
    municipality: 'GM0384',
    city: 'Diemen',
    name: 'Optiek Helderblik (verzonnen)',
    people: [
      ['optician-helderblik', 'socialProvider', 'Helga Helder', 'Oogmeting zonder verwijzing'],
      ['optician2-helderblik', 'socialProvider', 'Bas Blik', 'Vervangt Helga'],
    ],
    places: [['Winkel Helderblik', 'Nergensstraat 2', '1111XH', ['stepFree', 'publicTransport']]],
  },
  {
    id: 'diet-proeflepel',
    municipality: 'GM0358',
    city: 'Aalsmeer',
    name: 'Diëtistenpraktijk Proeflepel (verzonnen)',
    people: [
      ['dietitian-proeflepel', 'careProvider', 'Paula Proef', 'Ondervoeding, ook aan huis'],
      ['dietitian2-proeflepel', 'careProvider', 'Loes Lepel', 'Vervangt Paula'],
    ],
    places: [['Praktijk Proeflepel', 'Maanplein 5', '1431XJ', byCar]],
  },
  {
    id: 'welfare-samenzijn',
    municipality: 'GM0362',
    city: 'Amstelveen',
    name: 'Welzijn Samenzijn (verzonnen)',
    people: [
      ['welfare-samenzijn', 'socialProvider', 'Sam Samen', 'In Balans en Zicht op Evenwicht', { days: ['mo', 'tu', 'we', 'th'] }],
      ['welfare2-samenzijn', 'welfareWorker', 'Zoë Zijn', 'Welzijnscoach; vervangt Sam', { days: ['tu', 'we', 'fr'] }],
      ['signaller-samenzijn', 'signaller', 'Sien Signaal', 'Huisbezoeken bij 75-plussers'],
    ],
    places: [
      ['Buurthuis Het Samenzijn', 'Sprookjeslaan 12', '1181XK', [...easy, 'hearingLoop']],
      ['Wijkcentrum De Meent van Nergens', 'Nergensstraat 60', '1112XL', easy],
    ],
  },
  {
    id: 'welfare-buurtkamer',
    municipality: 'GM0451',
    city: 'Uithoorn',
    name: 'Welzijn De Buurtkamer (verzonnen)',
    people: [
      ['worker-buurtkamer', 'welfareWorker', 'Bo Buurt', 'In Balans en Vallen Verleden Tijd'],
      ['worker2-buurtkamer', 'welfareWorker', 'Kamiel Kamer', 'Huischeck en welzijnscoach; vervangt Bo'],
    ],
    places: [['De Buurtkamer', 'Ooitgracht 1', '1423XM', [...easy, 'parking']]],
  },
  {
    id: 'welfare-bloemenveld',
    municipality: 'GM0358',
    city: 'Aalsmeer',
    name: 'Welzijn Bloemenveld (verzonnen)',
    people: [
      ['worker-bloemenveld', 'welfareWorker', 'Bloem Veld', 'In Balans in Aalsmeer'],
      ['worker2-bloemenveld', 'socialProvider', 'Viool Tuin', 'Vrijwilligers; vervangt Bloem'],
    ],
    places: [['Dorpshuis Bloemenveld', 'Droomkade 77', '1432XN', byCar]],
  },
  {
    id: 'welfare-dorpsplein',
    municipality: 'GM0437',
    city: 'Ouderkerk aan de Amstel',
    name: 'Welzijn Het Dorpsplein (verzonnen)',
    people: [
      ['worker-dorpsplein', 'welfareWorker', 'Dorien Dorp', 'Zicht op Evenwicht en welzijnscoach'],
      ['worker2-dorpsplein', 'socialProvider', 'Pleun Plein', 'Vervangt Dorien'],
    ],
    places: [['Het Dorpsplein', 'Maanplein 1', '1191XP', easy]],
  },
  {
    id: 'sport-huppel',
    municipality: 'GM0384',
    city: 'Diemen',
    name: 'Sportservice Huppel (verzonnen)',
    people: [
      ['coach-huppel', 'communitySportCoach', 'Huub Huppel', 'Welke beweeggroep bij iemand past'],
      ['coach2-huppel', 'communitySportCoach', 'Hanna Hup', 'Vallen Verleden Tijd; vervangt Huub'],
    ],
    places: [
      ['Sporthal De Sprong in het Duister', 'Wolkendijk 200', '1112XR', [...easy, 'parking']],
      ['Gymzaal De Luchtbel', 'Verzinselpad 31', '1185XS', byCar],
    ],
  },
  {
    id: 'sport-zwaluw',
    municipality: 'GM0451',
    city: 'Uithoorn',
    name: 'Gymclub De Zwaluw (verzonnen)',
    people: [
      ['trainer-zwaluw', 'communitySportCoach', 'Zita Zwaluw', 'De gymgroep van 65-plus', byMail],
      ['board-zwaluw', 'socialProvider', 'Nest Pluim', 'Penningmeester; vervangt Zita', byMail],
    ],
    places: [['Gymzaal De Zwaluw', 'Droomkade 50', '1422XT', ['stepFree']]],
  },
  {
    id: 'club-theemuts',
    municipality: 'GM0437',
    city: 'Duivendrecht',
    name: 'Beweegclub De Theemuts (verzonnen)',
    people: [
      ['trainer-theemuts', 'communitySportCoach', 'Thijs Thee', 'Bewegen en daarna thee', byMail],
      ['board-theemuts', 'socialProvider', 'Mutsje Muts', 'Voorzitter; vervangt Thijs', byMail],
    ],
    places: [['Clubhuis De Theemuts', 'Ooitgracht 33', '1115XV', ['stepFree', 'parking']]],
  },
  {
    id: 'wmo-luchtbrug',
    municipality: 'GM0362',
    city: 'Amstelveen',
    name: 'Wmo-loket De Luchtbrug (verzonnen)',
    people: [
      ['wmo-luchtbrug', 'socialProvider', 'Luuk Lucht', 'Aanpassingen in huis'],
      ['wmo2-luchtbrug', 'socialProvider', 'Britt Brug', 'Vervangt Luuk'],
    ],
    places: [],
  },
]

export const providers: readonly SeedOrganisation[] = all.map(({ id, municipality, name, people: [, [coordinator]] }) => ({
  id,
  kind: 'provider',
  municipality,
  name,
  coordinator,
}))

export const providerAccounts: readonly SeedAccount[] = all.flatMap(({ id: organisation, people }) =>
  people.map(([id, role, name, askMe, more]) => ({ id, organisation, role, name, askMe, ...more })),
)

/** Contact and deputy of each. */
export const contactsOf = (organisation: string): { readonly contact: string; readonly deputy: string } => {
  const [contact, deputy] = providerAccounts.filter((one) => one.organisation === organisation)
  if (contact === undefined || deputy === undefined) throw new Error(`Nobody works at ${organisation}`)
  return { contact: contact.id, deputy: deputy.id }
}

/** Called after their provider, numbered where there is more than one. */
export const locations: readonly SeedLocation[] = all.flatMap(({ id: organisation, municipality, city, places }) =>
  places.map(([name, address, postcode, access], index) => {
    const [, street = '', houseNumber = ''] = /^(.+) (\d+)$/.exec(address) ?? []
    const there = municipalities.find(({ postcodes }) => postcodes.includes(postcode.slice(0, 4)))!
    return {
      id: index === 0 ? `at-${organisation}` : `at-${organisation}-${index + 1}`,
      organisation,
      municipality: there.code,
      postcode,
      name: `${name} (verzonnen)`,
      street,
      houseNumber,
      city: there.code === municipality ? city : there.name,
      access,
    }
  }),
)
