// To be filled.
export const WhoIsWho = () => null
