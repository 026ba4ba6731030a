// The language of the screen: Dutch first, English for who chose it. Kept for the tab, and said to the server with every request.
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { Language } from '../../domain/words.ts'

const place = 'valpad.language'
const first = (): Language => (sessionStorage.getItem(place) === 'en' ? 'en' : 'nl')
let current: Language = first()

/** For requests; screens use `useLanguage`. */
export const language = (): Language => current

type Chosen = { readonly language: Language; readonly choose: (language: Language) => void }
const Chosen = createContext<Chosen | null>(null)

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(first)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const choose = (chosen: Language): void => {
    current = chosen
    sessionStorage.setItem(place, chosen)
    setLanguage(chosen)
  }
  return <Chosen value={{ language, choose }}>{children}</Chosen>
}

export function useLanguage(): Chosen {
  const chosen = useContext(Chosen)
  if (chosen === null) throw new Error('No language above this part of the page')
  return chosen
}

/** The texts of one screen, in both languages; the English ones have the shape of the Dutch. */
export type Texts<Shape> = { readonly nl: Shape; readonly en: Shape }
export const texts = <Shape,>(nl: Shape, en: NoInfer<Shape>): Texts<Shape> => ({ nl, en })

export const useTexts = <Shape,>(both: Texts<Shape>): Shape => both[useLanguage().language]
