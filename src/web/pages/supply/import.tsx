// To be filled.
export const ImportList = () => null
