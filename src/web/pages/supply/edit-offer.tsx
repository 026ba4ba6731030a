// To be filled.
export const EditOffer = () => null
