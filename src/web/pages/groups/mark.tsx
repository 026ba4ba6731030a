// Whether somebody was there, as a drawing beside the words of its cell.
export const Mark = ({ was }: { readonly was: boolean | null }) =>
  was === null ? null : (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={was ? 'M4.5 12.5 10 18 20 6.5' : 'M6 12h12'} />
    </svg>
  )
