// To be filled.
export const CoveragePage = () => null
