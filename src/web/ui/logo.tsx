// The mark: the line that goes down and comes up again, with its end in yellow.
export const Logo = () => (
  <>
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <path className="path-line" d="M3 9h5l6.5 14L24 7.5" />
      <circle className="path-end" cx="25.5" cy="6" r="4.5" />
    </svg>
    Valpad
  </>
)
