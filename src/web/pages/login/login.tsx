// Who are you: in the demonstration one of its people, with one press.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type DemoAccount, listDemoAccounts } from '../../../contract/demo.ts'
import { call } from '../../api/call.ts'
import { Foot } from '../../frame.tsx'
import { homeOf } from '../../navigation.ts'
import { beginAnew, session, signIn } from '../../session.ts'
import { texts, useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Logo } from '../../ui/logo.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Shown } from '../../ui/states.tsx'

const words = texts(
  {
    demo: 'DEMO, geen echte personen',
    say: 'Van signaal naar stevig staan.',
    chain: 'Ketenaanpak valpreventie, regio Amstelland',
    title: 'Wie bent u?',
    lead: 'Kijk rond als een van deze mensen. Zij bestaan niet, en u kunt niets stukmaken.',
    practice: 'In de praktijk',
    provider: 'Bij een aanbieder',
    coalition: 'In de coalitie',
    none: 'Er is hier geen demo.',
    noneHow: 'Op deze server staan geen verzonnen mensen. Inloggen met een eigen account komt later.',
    other: 'English',
  },
  {
    demo: 'DEMO, no real people',
    say: 'From signal to standing firm.',
    chain: 'Fall prevention chain, Amstelland region',
    title: 'Who are you?',
    lead: 'Look around as one of these people. They do not exist, and you cannot break anything.',
    practice: 'In the practice',
    provider: 'At a provider',
    coalition: 'In the coalition',
    none: 'There is no demonstration here.',
    noneHow: 'This server has no invented people. Signing in with an account of your own comes later.',
    other: 'Nederlands',
  },
)

const kinds = ['practice', 'provider', 'coalition'] as const

export function Login() {
  const t = useTexts(words)
  const { language, choose } = useLanguage()
  const accounts = useQuery({
    queryKey: ['demo-accounts', language],
    queryFn: async ({ signal }) => (await call(listDemoAccounts, { signal })).body.items,
  })
  return (
    <>
      <p className="demo">{t.demo}</p>
      <div className="gate">
        <div className="art">
          <p className="logo">
            <Logo />
          </p>
          <p className="say">{t.say}</p>
          <p>{t.chain}</p>
        </div>
        <main className="enter stack" id="main">
          <Page title={t.title} lead={t.lead}>
            <Shown asked={accounts}>
              {(items) =>
                items.length === 0 ? (
                  <Empty title={t.none}>{t.noneHow}</Empty>
                ) : (
                  kinds.map((kind) => (
                    <section className="part" key={kind} aria-labelledby={kind}>
                      <h2 id={kind}>{t[kind]}</h2>
                      <People
                        items={items
                          .filter(({ organisationKind, role }) => organisationKind === kind && homeOf(role) !== '/help')
                          .sort(byRole)}
                      />
                    </section>
                  ))
                )
              }
            </Shown>
          </Page>
        </main>
      </div>
      <Foot>
        <Button look="quiet" small onPress={() => choose(language === 'nl' ? 'en' : 'nl')}>
          {t.other}
        </Button>
      </Foot>
    </>
  )
}

function People({ items }: { readonly items: readonly DemoAccount[] }) {
  const navigate = useNavigate()
  const enter = (account: DemoAccount): void => {
    signIn({ accountId: account.accountId, role: account.role, name: account.name, organisation: account.organisation })
    if (session()?.accountId === account.accountId) void navigate({ to: homeOf(account.role) })
    else beginAnew(homeOf(account.role))
  }
  return (
    <ul className="demo-people">
      {items.map((account) => (
        <li key={account.accountId}>
          <button type="button" onClick={() => enter(account)}>
            <span className="face" aria-hidden="true">
              {initialsOf(account.name)}
            </span>
            <span>
              <strong>{account.name}</strong>
              <br />
              <span className="small mute">
                {account.roleWords}, {account.organisation}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

const initialsOf = (name: string): string =>
  name
    .split(' ')
    .map((part) => part[0] ?? '')
    .filter((letter) => /\p{Lu}/u.test(letter))
    .slice(0, 2)
    .join('')

/** Who works with it most comes first. */
const order = ['practiceNurse', 'coordinator', 'physiotherapist', 'exerciseTherapist', 'occupationalTherapist']
const byRole = (a: DemoAccount, b: DemoAccount): number => rank(a) - rank(b)
const rank = ({ role }: DemoAccount): number => (order.includes(role) ? order.indexOf(role) : order.length)
